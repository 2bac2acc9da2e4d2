package io.loanwright.engine.plan;

import java.time.LocalDate;

/**
 * Lets principal that is past due bear interest until a day.
 *
 * <p>The plan takes every installment as paid on its due date. While it is not, its principal is
 * added to the balance of the periods after it, and taken off again on the day until which it is
 * counted; the next time counting goes on from there. After the last due date nothing more is born.
 */
final class OverdueInterest {

  private final Plan plan;

  OverdueInterest(Plan plan) {
    this.plan = plan;
  }

  /**
   * Counts on until a day.
   *
   * @param asked the day
   * @param end where interest of the period in progress ends
   * @return whether anything changed
   */
  boolean count(LocalDate asked, InterestEnd end) {
    LocalDate until = asked.isAfter(plan.maturity()) ? plan.maturity() : asked;
    boolean late = false;
    boolean changed = false;
    long overdue = 0;
    long all = 0;
    for (PlanPeriod period : plan.periods) {
      if (period.earlyPaymentHolder || !until.isAfter(period.due)) {
        continue;
      }
      late = true;
      if (overdue != 0) {
        changed |= carry(period, until, overdue, all, end);
      }
      overdue = period.unpaidPrincipal();
      all += overdue;
    }
    if (!late) {
      return false;
    }
    PlanPeriod current = plan.holding(until);
    changed |= carry(current == null ? plan.last() : current, until, overdue, all, end);
    LocalDate last = plan.lastOverdueOn;
    if (all > 0 && (last == null || last.isBefore(until))) {
      plan.lastOverdueOn = until;
    }
    return changed;
  }

  private boolean carry(
      PlanPeriod period, LocalDate until, long overdue, long all, InterestEnd end) {
    LocalDate last = plan.lastOverdueOn;
    if (until.equals(last)) {
      return false;
    }
    correct(last == null || period.from.isAfter(last) ? period.from : last, overdue);
    if (until.isAfter(period.from) && !until.isAfter(period.due)) {
      LocalDate day =
          switch (end) {
            case DAY -> until;
            case DUE_DATE -> period.due;
          };
      correct(day, -all);
      plan.lastOverdueOn = day;
    }
    return true;
  }

  private void correct(LocalDate on, long minor) {
    if (plan.correctBalance(on, minor) != null) {
      plan.rebalance();
      new LeftOver(plan).settle(on);
    }
  }
}
