package io.loanwright.loan;

import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.product.Accounting;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An installment as it is kept: what it asks for, and what was paid on it.
 *
 * @param number its number, from 1
 * @param dueOn the due date
 * @param due what it asks for, less what the lender gave up
 * @param paid what was paid on it
 * @param completedOn the value date of the payment that completed it; null while it is unpaid
 * @param accruesFrom the day after which its interest arises, until the due date; null where
 *     interest is income when it is paid
 */
public record ScheduleRow(
    int number,
    LocalDate dueOn,
    Split due,
    Split paid,
    @Nullable LocalDate completedOn,
    @Nullable LocalDate accruesFrom) {

  /**
   * Returns the rows of installments that a replay gave.
   *
   * @param accounting when their interest becomes income
   */
  public static List<ScheduleRow> of(LoanPosition position, Accounting accounting) {
    boolean accrues = accounting == Accounting.ACCRUAL;
    return position.installments().stream().map(row -> of(row, accrues)).toList();
  }

  private static ScheduleRow of(InstallmentPosition position, boolean accrues) {
    return new ScheduleRow(
        position.installment().number(),
        position.installment().dueOn(),
        position.installment().asked().minus(position.waived()),
        position.paid(),
        position.completedOn(),
        accrues ? position.installment().fromOn() : null);
  }
}
