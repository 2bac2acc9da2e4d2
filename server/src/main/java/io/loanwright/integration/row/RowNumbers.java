package io.loanwright.integration.row;

import io.loanwright.integration.csv.Columns;
import io.loanwright.integration.csv.CsvRow;
import io.loanwright.integration.mapping.FieldSource;
import io.loanwright.integration.mapping.FileFormat;
import io.loanwright.integration.mapping.LoanMapping;
import io.loanwright.integration.mapping.PaymentMapping;
import org.jspecify.annotations.Nullable;

/**
 * By which numbers the other system knows whom and what a row is about, also where the rest of the
 * row cannot be used.
 *
 * @param borrower its number of the borrower, if the row has one
 * @param loan its number of the loan, if the row has one
 */
public record RowNumbers(@Nullable String borrower, @Nullable String loan) {

  /** No numbers. */
  public static final RowNumbers NONE = new RowNumbers(null, null);

  /** Reads the numbers of a row of a file of loans. */
  public static RowNumbers of(LoanMapping mapping, Columns columns, CsvRow row) {
    FileFormat format = mapping.fileFormat();
    return new RowNumbers(
        value(mapping.borrower().reference(), format, columns, row),
        value(mapping.reference(), format, columns, row));
  }

  /** Reads the number of a row of a file of payments. */
  public static RowNumbers of(PaymentMapping mapping, Columns columns, CsvRow row) {
    return new RowNumbers(null, value(mapping.loanReference(), mapping.fileFormat(), columns, row));
  }

  private static @Nullable String value(
      @Nullable FieldSource source, FileFormat format, Columns columns, CsvRow row) {
    if (source == null) {
      return null;
    }
    String value = RowReader.raw(source, columns, row);
    boolean isNone =
        format.isBlank(value)
            || value.length() > RowReader.REFERENCE_MAX
            || value.chars().anyMatch(Character::isISOControl);
    return isNone ? null : value;
  }
}
