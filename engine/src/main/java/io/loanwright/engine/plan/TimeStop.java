package io.loanwright.engine.plan;

import io.loanwright.engine.terms.AllocationDirection;
import java.time.LocalDate;
import java.util.List;

/**
 * Answers what would be owed if time stopped on a day, on copies of a plan.
 *
 * <p>Two ways of stopping differ in what happens to days after it: either the periods stand as they
 * are and only bear no interest from then on, or they have not begun at all.
 */
final class TimeStop {

  private TimeStop() {}

  /** Lets no stretch bear interest beyond a day; the one that holds the day ends there. */
  static void keepInterestUntil(Plan copy, LocalDate day) {
    PlanPeriod period = copy.holding(day);
    Stretch held = period == null ? null : Plan.stretchHolding(period, day);
    if (period != null && held != null && !held.to.equals(day)) {
      held.endOn(day);
      period.changed();
    }
    for (PlanPeriod p : copy.periods) {
      if (p.reachesBeyond(day)) {
        for (Stretch stretch : p.ownStretches()) {
          if (stretch.to.isAfter(day)) {
            stretch.bearNothing();
          }
        }
        p.changed();
      }
    }
  }

  /** Returns what pays the loan off on a day. */
  static Owed owedUntil(Plan plan, LocalDate day) {
    Plan copy = plan.copy();
    keepInterestUntil(copy, day);
    copy.rebalance();
    new LeftOver(copy).settle(day);
    return new Owed(
        Math.max(0, copy.principalIn() - copy.paidPrincipal()),
        Math.max(0, copy.interest() - copy.paidInterest()));
  }

  /** Returns the plan as it is on a day on which later periods have not begun. */
  static Plan asOf(Plan plan, LocalDate day) {
    Plan copy = plan.copy();
    if (day.isBefore(copy.first().from)) {
      copy.periods.forEach(PlanPeriod::empty);
      return copy;
    }
    if (!day.isBefore(copy.maturity())) {
      return copy;
    }
    PlanPeriod current = copy.holding(day);
    for (PlanPeriod period : copy.periods) {
      if (period.due.isAfter(day)) {
        if (period == current) {
          endAt(period, day);
        } else if (period.previous == current && isCredited(period.stretches().getFirst())) {
          keepStartOnly(period);
        } else {
          period.empty();
        }
      }
    }
    new LeftOver(copy).settle(day);
    return copy;
  }

  private static void endAt(PlanPeriod period, LocalDate day) {
    int place = Plan.placeOfStretchHolding(period, day);
    if (place < 0) {
      return;
    }
    List<Stretch> stretches = period.ownStretches();
    Stretch held = stretches.get(place);
    held.endOn(day);
    int next = place + 1;
    if (next < stretches.size()) {
      Stretch after = stretches.get(next);
      held.creditedPrincipal += after.creditedPrincipal;
      held.creditedInterest += after.creditedInterest;
    }
    stretches.subList(next, stretches.size()).clear();
    period.changed();
  }

  private static boolean isCredited(Stretch stretch) {
    return stretch.creditedInterest > 0 || stretch.creditedPrincipal > 0;
  }

  private static void keepStartOnly(PlanPeriod period) {
    List<Stretch> stretches = period.ownStretches();
    Stretch start = stretches.getFirst();
    start.endOn(start.from);
    stretches.subList(1, stretches.size()).clear();
    period.changed();
  }

  /** Returns what an installment asks for if it is paid on a day. */
  static Owed dueOn(Plan plan, LocalDate from, LocalDate due, LocalDate day) {
    Plan then = asOf(plan, day);
    PlanPeriod period = then.matching(from, due);
    if (period == null) {
      return new Owed(0, 0);
    }
    long open = then.notFullyPaid();
    if (!day.isAfter(period.from)) {
      ask(plan, then, period, open);
    }
    long interest = period.interest();
    if (plan.terms.allocation().direction() == AllocationDirection.HORIZONTAL) {
      return new Owed(period.principal(), interest);
    }
    long principal = open > 1 ? period.room() : period.principal();
    return new Owed(
        capped(principal, then.principalIn(), then.paidPrincipal(), period.paidPrincipal()),
        capped(interest, then.interest(), then.paidInterest(), period.paidInterest()));
  }

  /** Lets an installment that has not begun ask for its agreed size, or for what is left. */
  private static void ask(Plan plan, Plan then, PlanPeriod period, long open) {
    if (period.reAged) {
      PlanPeriod source = plan.matching(period.from(), period.due());
      if (source != null) {
        period.setSize(source.size());
      }
    } else if (open > 1) {
      period.setSize(period.agreedSize());
      long beyond = Math.max(0, period.unpaidPrincipal() - then.unpaidPrincipal());
      period.setSize(period.size() - beyond);
    } else if (period.isFullyPaid() && open == 1) {
      long left =
          then.principalIn() - then.paidPrincipal() + period.paidPrincipal() + period.interest();
      period.setSize(Math.min(period.agreedSize(), left));
    }
  }

  private static long capped(long asked, long total, long totalPaid, long paid) {
    return Math.min(asked, Math.max(total - totalPaid, paid));
  }

  /** Returns the interest of one period until a day, with what is credited to it. */
  static long interestUntil(Plan plan, LocalDate from, LocalDate due, LocalDate day) {
    PlanPeriod period = asOf(plan, day).matching(from, due);
    return period == null ? 0 : period.interestBorne();
  }

  /** Returns the unpaid interest until a day of the periods that have begun. */
  static long unpaidInterestUntil(Plan plan, LocalDate day) {
    List<PlanPeriod> then = asOf(plan, day).periods;
    return then.stream()
        .filter(period -> period.from.isBefore(day))
        .mapToLong(PlanPeriod::unpaidInterest)
        .reduce(0, Math::addExact);
  }

  /** Returns the interest that all installments ask for if each is paid on a day. */
  static long interestDueOn(Plan plan, LocalDate day) {
    return plan.periods.stream()
        .mapToLong(period -> dueOn(plan, period.from(), period.due(), day).interest())
        .reduce(0, Math::addExact);
  }
}
