package io.loanwright.integration.row;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.integration.csv.Columns;
import io.loanwright.integration.csv.CsvRow;
import io.loanwright.integration.mapping.LoanFate;
import io.loanwright.integration.mapping.LoanMapping;
import io.loanwright.integration.mapping.LoanMapping.TermFields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads rows as loans. */
public final class LoanRows {

  private static final int PURPOSE_MAX = 200;

  private final LoanMapping mapping;
  private final Columns columns;
  private final Currency currency;
  private final LocalDate businessDate;
  private final Fates fates;

  /**
   * Reads the rows of one file.
   *
   * @param currency the currency of the product
   * @param businessDate the organization's current day; no loan is later
   */
  public LoanRows(LoanMapping mapping, Columns columns, Currency currency, LocalDate businessDate) {
    this.mapping = mapping;
    this.columns = columns;
    this.currency = currency;
    this.businessDate = businessDate;
    this.fates = new Fates(mapping.standing());
  }

  /** Reads a row. */
  public Reading<ImportedLoan> read(CsvRow row) {
    RowReader reader = new RowReader(row, columns, mapping.fileFormat(), businessDate);
    if (!reader.isUsable()) {
      return new Reading.Bad<>(row, reader.problems(), Map.of());
    }
    LoanFate fate = fates.of(reader);
    if (fate == LoanFate.SKIP) {
      return new Reading.Left<>(row);
    }
    LoanFigures figures = LoanFigures.read(reader, mapping);
    @Nullable ImportedLoan loan = loan(reader, figures, fate);
    return loan == null || !reader.isUsable()
        ? new Reading.Bad<>(row, reader.problems(), figures.all())
        : new Reading.Good<>(row, loan, figures.all());
  }

  private @Nullable ImportedLoan loan(
      RowReader reader, LoanFigures figures, @Nullable LoanFate fate) {
    String reference = reader.neededText(mapping.reference(), RowReader.REFERENCE_MAX);
    String borrower = reader.text(mapping.borrower().reference(), RowReader.REFERENCE_MAX);
    var particulars = BorrowerColumns.read(reader, mapping.borrower());
    ImportedLoan.Terms terms = terms(reader, figures);
    if (reference == null || particulars == null || terms == null || fate == null) {
      return null;
    }
    ImportedLoan.Position position = position(reader, figures, terms, fate);
    return position == null
        ? null
        : new ImportedLoan(reference, borrower, particulars, terms, position);
  }

  private ImportedLoan.@Nullable Terms terms(RowReader reader, LoanFigures figures) {
    TermFields fields = mapping.terms();
    BigDecimal lent = figures.get(Figure.AMOUNT);
    Money amount = lent == null ? null : reader.money(fields.amount(), lent, currency);
    if (amount != null && !amount.isPositive()) {
      reader.note(fields.amount(), "more than zero", "Remove the row, or correct the amount.");
    }
    String rate = reader.rate(fields.annualRate());
    Integer repayments = reader.repayments(fields.repayments());
    String purpose = reader.text(fields.purpose(), PURPOSE_MAX);
    LocalDate disbursedOn = reader.neededDate(fields.disbursedOn());
    if (disbursedOn != null && disbursedOn.isAfter(businessDate)) {
      reader.note(
          fields.disbursedOn(),
          "a date not after " + businessDate,
          "Correct the date, or import the loan when the business date has reached it.");
      return null;
    }
    return amount == null || disbursedOn == null
        ? null
        : new ImportedLoan.Terms(amount, rate, repayments, disbursedOn, purpose);
  }

  private ImportedLoan.@Nullable Position position(
      RowReader reader, LoanFigures figures, ImportedLoan.Terms terms, LoanFate fate) {
    LocalDate on = openedOn(reader, terms.disbursedOn());
    LoanFigures.Standing standing = figures.standing(reader, terms.amount(), fate);
    Integer late = reader.days(mapping.standing().daysPastDue());
    if (standing == null || on == null) {
      return null;
    }
    LocalDate unpaidSince = late == null || late == 0 || !fate.runs() ? null : on.minusDays(late);
    if (unpaidSince != null && !unpaidSince.isAfter(terms.disbursedOn())) {
      reader.note(
          Objects.requireNonNull(mapping.standing().daysPastDue()),
          "fewer days than there are since the disbursement on " + terms.disbursedOn(),
          "Correct the days, or the day of the figures.");
      return null;
    }
    return new ImportedLoan.Position(on, standing.balance(), standing.paid(), fate, unpaidSince);
  }

  private @Nullable LocalDate openedOn(RowReader reader, LocalDate disbursedOn) {
    var source = mapping.standing().on();
    LocalDate mapped = reader.date(source);
    LocalDate on = mapped == null ? businessDate : mapped;
    if (source != null && on.isBefore(disbursedOn)) {
      reader.note(
          source,
          "a date not before the disbursement on " + disbursedOn,
          "Correct one of the two dates.");
      return null;
    }
    if (source != null && on.isAfter(businessDate)) {
      reader.note(source, "a date not after " + businessDate, "Correct the day of the figures.");
      return null;
    }
    return on;
  }
}
