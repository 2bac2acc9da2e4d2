package io.loanwright.payment;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An installment of a running loan that should have been paid by now.
 *
 * @param number its number in the loan's schedule
 * @param unpaid what is left of it
 * @param borrower who owes it
 */
public record OverdueInstallment(
    UUID loanId,
    String loanNumber,
    UUID branchId,
    Debtor borrower,
    int number,
    LocalDate dueOn,
    Money unpaid) {

  /** Who owes an installment. */
  public record Debtor(UUID id, String name) {}
}
