package io.loanwright.integration.row;

import io.loanwright.borrower.Particulars;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.integration.mapping.LoanFate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A loan as a row of a file tells of it.
 *
 * @param reference what the other system calls it
 * @param borrowerReference what it calls the borrower; absent: the loan has a borrower of its own
 * @param borrower what is known of the borrower
 * @param terms what was agreed
 * @param position where it stands
 */
public record ImportedLoan(
    String reference,
    @Nullable String borrowerReference,
    Particulars borrower,
    Terms terms,
    Position position) {

  /** What was agreed; what is absent is the product's. */
  public record Terms(
      Money amount,
      @Nullable String annualRate,
      @Nullable Integer repayments,
      LocalDate disbursedOn,
      @Nullable String purpose) {}

  /**
   * Where the loan stands.
   *
   * @param on the day of the figures
   * @param balance the principal still owed
   * @param paid what was paid before
   * @param fate what becomes of it
   * @param unpaidSince the due date of the oldest installment not paid; absent: nothing is past due
   */
  public record Position(
      LocalDate on, Money balance, Split paid, LoanFate fate, @Nullable LocalDate unpaidSince) {}
}
