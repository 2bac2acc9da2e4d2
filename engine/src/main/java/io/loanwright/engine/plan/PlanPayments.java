package io.loanwright.engine.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What payments and money given back do to a plan whose interest follows them. */
final class PlanPayments {

  private final Plan plan;

  PlanPayments(Plan plan) {
    this.plan = plan;
  }

  /**
   * Pays interest of an installment.
   *
   * @param period the installment
   * @param on the day from which it counts
   */
  void payInterest(@Nullable PlanPeriod period, LocalDate on, long minor) {
    PlanPeriod open = lastOpenButDue(on);
    if (open != null && open == period) {
      new LeftOver(plan).pullInterestForward(open, on);
    }
    long room = plan.interest() - plan.paidInterest();
    if (period != null) {
      period.pay(0, Math.min(minor, room));
    }
    plan.rebalance();
    new LeftOver(plan).settle(on);
  }

  /** Returns the last open installment if it is due and others after it are paid already. */
  private @Nullable PlanPeriod lastOpenButDue(LocalDate on) {
    PlanPeriod open = null;
    for (PlanPeriod period : plan.periods) {
      if (!period.isFullyPaid()) {
        open = period;
      }
    }
    return open == null || open == plan.last() || on.isBefore(open.due) ? null : open;
  }

  /**
   * Pays principal of an installment. The balance falls on the day of payment; where the payment is
   * late, on the due date, and interest on what was late is counted apart.
   */
  void payPrincipal(@Nullable PlanPeriod period, LocalDate due, LocalDate on, long minor) {
    if (minor == 0) {
      return;
    }
    long owed = plan.principalIn();
    long paid = minor;
    if (plan.paidPrincipal() + minor > owed + plan.creditedPrincipal()) {
      paid = owed - plan.paidPrincipal();
    }
    if (period != null) {
      period.pay(paid, 0);
    }
    LocalDate counts = due.isBefore(on) ? due : on;
    correct(counts, -minor);
    if (period != null && !plan.sizesStand) {
      markAsPaid(period, on);
      new LeftOver(plan).settle(counts);
    }
  }

  /** An installment that was paid before its period began is done, even if more was paid. */
  private void markAsPaid(PlanPeriod period, LocalDate on) {
    if (plan.notFullyPaid() <= 1 || !on.isBefore(period.from)) {
      return;
    }
    boolean beyond = period.paid() > period.room();
    boolean exactly = period.paid() == period.agreedSize() + period.credited();
    if (beyond || exactly) {
      period.setSize(period.paid() - period.credited());
    }
  }

  /** Changes the balance on a day without anything being lent or paid. */
  void correct(LocalDate on, long minor) {
    if (plan.correctBalance(on, minor) != null) {
      plan.rebalance();
      new LeftOver(plan).settle(on);
    }
  }

  /** Takes money back into the loan: a payment charged back, or an excess paid out. */
  void credit(LocalDate on, long principal, long interest) {
    PlanPeriod changed = plan.correctBalance(on, principal);
    if (changed == null) {
      return;
    }
    Stretch from = stretchFrom(on);
    if (from != null) {
      from.creditedPrincipal += principal;
      from.creditedInterest += interest;
    }
    plan.periods.forEach(PlanPeriod::changed);
    plan.rebalance();
    new LeftOver(plan).settle(on);
  }

  /** Returns the stretch that begins on a day, in the period into which a credit of it goes. */
  private @Nullable Stretch stretchFrom(LocalDate on) {
    for (PlanPeriod period : plan.periods) {
      boolean ends = period == plan.last() ? !on.isAfter(period.due) : on.isBefore(period.due);
      if (!on.isBefore(period.from) && ends) {
        Stretch found = null;
        for (Stretch stretch : period.ownStretches()) {
          found = stretch.from.equals(on) ? stretch : found;
        }
        return found;
      }
    }
    return null;
  }
}
