package io.loanwright.loan;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a loan has come, by the events so far; a projection.
 *
 * @param asOf the business date on which it was worked out; null before any event
 * @param outstanding what the schedule still asks for
 * @param paid what was paid
 * @param oldestUnpaidOn the due date of the oldest installment that is not fully paid, due or not;
 *     null if none is left
 * @param oldestUnpaid what is left of that installment
 * @param lastDueOn the last due date; null before the disbursement
 * @param events how many events there are
 * @param nextChangeOn the first day after that on which it changes though nothing happens to it;
 *     null where it does not
 */
public record Progress(
    @Nullable LocalDate asOf,
    Split outstanding,
    Split paid,
    @Nullable LocalDate oldestUnpaidOn,
    Money oldestUnpaid,
    @Nullable LocalDate lastDueOn,
    int events,
    @Nullable LocalDate nextChangeOn) {

  /** Returns the progress of a loan to which nothing has happened. */
  public static Progress none(Currency currency) {
    return new Progress(
        null,
        Split.zero(currency),
        Split.zero(currency),
        null,
        Money.zero(currency),
        null,
        0,
        null);
  }

  /** Returns the same with another day on which it changes by itself. */
  public Progress changingOn(@Nullable LocalDate day) {
    return new Progress(
        asOf, outstanding, paid, oldestUnpaidOn, oldestUnpaid, lastDueOn, events, day);
  }

  /**
   * Returns for how many days the oldest unpaid installment is past due.
   *
   * @param businessDate the day; an installment due on it is not past due
   */
  public int daysPastDue(LocalDate businessDate) {
    if (oldestUnpaidOn == null || !oldestUnpaidOn.isBefore(businessDate)) {
      return 0;
    }
    return Math.toIntExact(businessDate.toEpochDay() - oldestUnpaidOn.toEpochDay());
  }
}
