package io.loanwright.engine.plan;

import java.time.LocalDate;
import java.util.ArrayList;
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
   * Settles the size of the last open installment. Where it would ask for less than was paid of it,
   * it is closed at that and the open one before it takes the rest.
   *
   * @param until the day until which interest of paid installments counts
   */
  void settle(LocalDate until) {
    limitToWhatIsOwed();
    List<PlanPeriod> closed = new ArrayList<>();
    PlanPeriod open = lastOpen(plan.periods.size());
    long rooms = 0;
    if (open != null) {
      open.setPulledForward(0);
      rooms = roomsThatKeepInterest();
    }
    while (open != null) {
      closed.add(open);
      rooms -= open.room();
      open.setPulledForward(0);
      long least = open.paid() - open.credited();
      long size = sizeBeside(open, rooms + open.room());
      open.setSize(Math.max(size, least));
      rooms += open.room();
      open = size < least ? lastOpen(open.place()) : null;
    }
    pullInterestForward(closed.reversed(), until);
  }

  /**
   * Returns the size that an open installment has when all together are what is owed.
   *
   * @param rooms what all installments ask for now
   */
  private long sizeBeside(PlanPeriod open, long rooms) {
    long unplaced = open == plan.last() ? open.unplaced() : 0;
    long difference = plan.principalIn() + plan.interest() + unplaced - rooms;
    long size = open.size() + difference;
    long fixed = open.fixedInterest();
    return fixed > 0 ? Math.max(size, open.paidPrincipal() + fixed) : size;
  }

  /** Moves interest up into installments. */
  private void pullInterestForward(List<PlanPeriod> into, LocalDate until) {
    for (PlanPeriod period : into) {
      pullInterestForward(period, until);
      limitTogether();
    }
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
    if (plan.principal() - plan.paidPrincipal() <= owed) {
      return;
    }
    for (PlanPeriod period : plan.periods) {
      long unpaid = period.unpaidPrincipal();
      if (unpaid > owed) {
        long least = Math.max(0, period.paid() - period.credited());
        period.setSize(Math.max(least, period.size() - (unpaid - owed)));
      }
    }
  }

  /** Returns the last open installment among the first so many: those after them are closed. */
  private @Nullable PlanPeriod lastOpen(int among) {
    for (int i = among - 1; i >= 0; i--) {
      PlanPeriod period = plan.periods.get(i);
      if (!period.isFullyPaid()) {
        return period;
      }
    }
    PlanPeriod last = plan.last();
    boolean untouched = plan.paidPrincipal() == 0 && !last.stretches().isEmpty();
    return untouched && last.balanceAfter() > 0 ? last : null;
  }

  /** Lets interest be asked for where it is born again, and returns the rooms of all periods. */
  private long roomsThatKeepInterest() {
    long sum = 0;
    for (int i = 0; i < plan.periods.size(); i++) {
      PlanPeriod period = plan.periods.get(i);
      period.keepInterest();
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
    if (!anyDueAfter(period.due) || isNothingAskedForAfter(period, until)) {
      return;
    }
    for (PlanPeriod later : stopped(until).periods.reversed()) {
      if (later.unplaced() > 0 && later.due.isAfter(period.due)) {
        period.setPulledForward(later.unplaced());
        plan.dueFrom(period.due.plusDays(1)).forEach(PlanPeriod::moveInterestUp);
        return;
      }
    }
  }

  /**
   * Tells whether periods after one ask for no interest that is born until a day, as none of them
   * has begun by then and nothing moves on into them.
   */
  private static boolean isNothingAskedForAfter(PlanPeriod period, LocalDate until) {
    if (until.isAfter(period.due) || period.unplaced() > 0) {
      return false;
    }
    for (PlanPeriod later = period.next; later != null; later = later.next) {
      if (later.interestFromElsewhere() != 0 || isInterestCredited(later)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInterestCredited(PlanPeriod period) {
    List<Stretch> stretches = period.stretches();
    for (int i = 0; i < stretches.size(); i++) {
      if (stretches.get(i).creditedInterest != 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the plan without interest after a day; a copy of it if it has any. */
  private Plan stopped(LocalDate until) {
    if (!anyReachesBeyond(until)) {
      return plan;
    }
    Plan copy = plan.copy();
    TimeStop.keepInterestUntil(copy, until);
    return copy;
  }

  private boolean anyDueAfter(LocalDate day) {
    for (int i = plan.periods.size() - 1; i >= 0; i--) {
      if (plan.periods.get(i).due.isAfter(day)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyReachesBeyond(LocalDate day) {
    for (int i = plan.periods.size() - 1; i >= 0; i--) {
      if (plan.periods.get(i).reachesBeyond(day)) {
        return true;
      }
    }
    return false;
  }
}
