package io.loanwright.integration.row;

import io.loanwright.integration.csv.Columns;
import io.loanwright.integration.csv.CsvRow;
import io.loanwright.integration.mapping.PaymentMapping;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Reads rows as payments. */
public final class PaymentRows {

  private final PaymentMapping mapping;
  private final Columns columns;
  private final LocalDate businessDate;

  /**
   * Reads the rows of one file.
   *
   * @param businessDate the organization's current day; no payment is later
   */
  public PaymentRows(PaymentMapping mapping, Columns columns, LocalDate businessDate) {
    this.mapping = mapping;
    this.columns = columns;
    this.businessDate = businessDate;
  }

  /** Reads a row. */
  public Reading<ImportedPayment> read(CsvRow row) {
    RowReader reader = new RowReader(row, columns, mapping.fileFormat(), businessDate);
    if (!reader.isUsable()) {
      return new Reading.Bad<>(row, reader.problems(), Map.of());
    }
    String reference = reader.neededText(mapping.reference(), RowReader.REFERENCE_MAX);
    String loan = reader.neededText(mapping.loanReference(), RowReader.REFERENCE_MAX);
    LocalDate on = reader.neededDate(mapping.on());
    BigDecimal amount = reader.neededFigure(mapping.amount());
    if (amount != null && amount.signum() == 0) {
      reader.note(mapping.amount(), "more than zero", "Remove the row, or correct the amount.");
    }
    if (on != null && on.isAfter(businessDate)) {
      reader.note(
          mapping.on(), "a date not after " + businessDate, "Correct the date of the payment.");
    }
    Map<Figure, BigDecimal> figures = amount == null ? Map.of() : Map.of(Figure.PAYMENTS, amount);
    return reference == null || loan == null || on == null || amount == null || !reader.isUsable()
        ? new Reading.Bad<>(row, reader.problems(), figures)
        : new Reading.Good<>(row, new ImportedPayment(reference, loan, amount, on), figures);
  }
}
