package io.loanwright.engine.plan;

import io.loanwright.engine.plan.Plan.OverdueCorrection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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
    @Nullable PlanPeriod period = plan.correctBalance(on, minor);
    if (period != null) {
      note(on, minor, period.due);
      plan.rebalance();
      new LeftOver(plan).settle(on);
    }
  }

  private void note(LocalDate on, long minor, LocalDate due) {
    OverdueCorrection before = plan.lastOverdue;
    LocalDate latest = before == null || due.isAfter(before.latestDue()) ? due : before.latestDue();
    plan.lastOverdue = new OverdueCorrection(on, minor, latest, before);
  }

  /** Tells whether overdue principal was counted in a period but in none after it. */
  boolean endsIn(PlanPeriod period) {
    OverdueCorrection last = plan.lastOverdue;
    return last != null && last.latestDue().equals(period.due);
  }

  /** Takes back all that was counted. */
  void takeBack() {
    for (OverdueCorrection c = plan.lastOverdue; c != null; c = c.before()) {
      plan.correctBalance(c.on(), -c.minor());
    }
    plan.lastOverdue = null;
    plan.lastOverdueOn = null;
  }
}
