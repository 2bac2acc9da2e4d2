package io.loanwright.engine.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the last open installment what is left over.
 *
 * <p>All installments together are what came into the loan and its interest. When interest falls or
 * rises, or one installment was paid beyond its size, the last one that is still open changes by
 * the difference. Where it is the last of all, that includes interest for which it had no room.
 * Where installments after it are paid already, interest that was born in them moves up into it.
 */
final class LeftOver {

  private final Plan plan;

  LeftOver(Plan plan) {
    this.plan = plan;
  }

  /**
   * Settles the size of the last open installment.
   *
   * @param until the day until which interest of paid installments counts
   */
  void settle(LocalDate until) {
    limitToWhatIsOwed();
    PlanPeriod open = lastOpen();
    if (open == null) {
      return;
    }
    open.setPulledForward(0);
    for (PlanPeriod period : plan.periods) {
      period.keepInterest();
    }
    long unplaced = open == plan.last() ? open.unplaced() : 0;
    long difference = plan.principalIn() + plan.interest() + unplaced - rooms();
    long size = open.size() + difference;
    long fixed = open.fixedInterest();
    if (fixed > 0) {
      size = Math.max(size, open.paidPrincipal() + fixed);
    }
    open.setSize(size);
    long least = open.paid() - open.credited();
    if (size < least) {
      open.setSize(least);
      settle(until);
    }
    pullInterestForward(open, until);
    limitTogether();
  }

  /**
   * All installments together ask for no more principal than came in; the last ones ask for less.
   * Interest that was pulled forward and paid since is in what was paid and in what is pulled
   * forward again; and installments sized anew after they were paid may each ask for more.
   */
  private void limitTogether() {
    long beyond = plan.principal() - plan.principalIn();
    for (int i = plan.periods.size() - 1; i >= 0 && beyond > 0; i--) {
      PlanPeriod period = plan.periods.get(i);
      long less = Math.min(beyond, period.unpaidPrincipal());
      if (less > 0) {
        period.setSize(period.size() - less);
        beyond -= less;
      }
    }
  }

  /** No installment asks for more principal than is owed in all. */
  private void limitToWhatIsOwed() {
    long owed = plan.principalIn() - plan.paidPrincipal();
    for (PlanPeriod period : plan.periods) {
      long unpaid = period.unpaidPrincipal();
      if (unpaid > owed) {
        long least = Math.max(0, period.paid() - period.credited());
        period.setSize(Math.max(least, period.size() - (unpaid - owed)));
      }
    }
  }

  private @Nullable PlanPeriod lastOpen() {
    for (int i = plan.periods.size() - 1; i >= 0; i--) {
      PlanPeriod period = plan.periods.get(i);
      if (!period.isFullyPaid()) {
        return period;
      }
    }
    PlanPeriod last = plan.last();
    boolean untouched = plan.paidPrincipal() == 0 && !last.stretches.isEmpty();
    return untouched && last.balanceAfter() > 0 ? last : null;
  }

  private long rooms() {
    long sum = 0;
    for (PlanPeriod period : plan.periods) {
      sum += period.room();
    }
    return sum;
  }

  /**
   * Moves interest that was born in paid installments after a period into it.
   *
   * @param period the period that takes it
   * @param until the day until which interest counts
   */
  void pullInterestForward(PlanPeriod period, LocalDate until) {
    List<PlanPeriod> after = plan.dueFrom(period.due.plusDays(1));
    if (after.isEmpty()) {
      return;
    }
    Plan copy = plan.copy();
    if (new OverdueInterest(plan).endsIn(period)) {
      new OverdueInterest(copy).takeBack();
      TimeStop.keepInterestUntil(copy, until);
      copy.rebalance();
    } else {
      TimeStop.keepInterestUntil(copy, until);
    }
    for (PlanPeriod later : copy.periods.reversed()) {
      if (later.unplaced() > 0 && later.due.isAfter(period.due)) {
        period.setPulledForward(later.unplaced());
        after.forEach(PlanPeriod::moveInterestUp);
        return;
      }
    }
  }
}
