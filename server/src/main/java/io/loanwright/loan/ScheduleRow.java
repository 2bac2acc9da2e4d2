package io.loanwright.loan;

import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.InstallmentPosition;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An installment as it is kept: what it asks for, and what was paid on it.
 *
 * @param number its number, from 1
 * @param dueOn the due date
 * @param due what it asks for, less what the lender gave up
 * @param paid what was paid on it
 * @param completedOn the value date of the payment that completed it; null while it is unpaid
 */
public record ScheduleRow(
    int number, LocalDate dueOn, Split due, Split paid, @Nullable LocalDate completedOn) {

  /** Returns the row of an installment that a replay gave. */
  public static ScheduleRow of(InstallmentPosition position) {
    return new ScheduleRow(
        position.installment().number(),
        position.installment().dueOn(),
        position.installment().asked().minus(position.waived()),
        position.paid(),
        position.completedOn());
  }
}
