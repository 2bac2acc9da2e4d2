package io.loanwright.engine.plan;

import java.util.function.Predicate;

/**
 * What was paid of installments before a plan that knows of no payment is made anew.
 *
 * <p>An installment that is settled keeps the principal that it asked for, and one of which some
 * was paid asks for no less. The others repay what that leaves, so that each bears interest of what
 * is owed. Interest that was paid is not asked for again by the next one either.
 *
 * <p>Amounts in minor units, one for each period of the plan in their order.
 */
public final class PaidBefore {

  /** Nothing was paid, or the plan knows what was. */
  public static final PaidBefore NONE = new PaidBefore(0);

  private final long[] principal;
  private final long[] interest;
  private final boolean[] settled;
  private final boolean[] mayAskForMore;
  private boolean isAny;

  /**
   * Begins with installments of which nothing was paid.
   *
   * @param periods how many there are
   */
  public PaidBefore(int periods) {
    this.principal = new long[periods];
    this.interest = new long[periods];
    this.settled = new boolean[periods];
    this.mayAskForMore = new boolean[periods];
  }

  /** Notes what was paid of an installment that may ask for more. */
  public void paid(int place, Owed paid) {
    past(place, paid);
    mayAskForMore[place] = true;
  }

  /** Notes what was paid of an installment that nothing changes any more. */
  public void past(int place, Owed paid) {
    principal[place] = paid.principal();
    interest[place] = paid.interest();
    isAny |= paid.principal() > 0 || paid.interest() > 0;
  }

  /** Notes what was paid of an installment that will not ask for another principal. */
  public void settled(int place, Owed paid) {
    past(place, paid);
    settled[place] = true;
    isAny = true;
  }

  /**
   * Lets interest of before that moves on into an installment that is settled move on further:
   * nobody would ask for it there.
   */
  void markIn(Plan plan) {
    for (int place = 0; place < settled.length; place++) {
      if (settled[place]) {
        plan.periods.get(place).settleAt(interest[place]);
      } else if (mayAskForMore[place]) {
        plan.periods.get(place).settleAt(PlanPeriod.OPEN);
      }
    }
  }

  /** Returns the principal that was paid of an installment. */
  long principal(int place) {
    return place < principal.length ? principal[place] : 0;
  }

  /** Tells whether an installment that is settled would ask for another principal. */
  boolean isSettledAtOther(int place, long asked) {
    return place < settled.length && settled[place] && asked != principal[place];
  }

  /**
   * Lets installments of a plan that ask for something else keep what was paid of them: those that
   * are settled first, as others may have room for what was paid of them afterwards.
   *
   * @return whether another one keeps it now, so that those beside it are to be sized again
   */
  boolean holdIn(Plan plan) {
    if (!isAny) {
      return false;
    }
    plan.rebalance();
    boolean found = hold(plan, this::isSettledAtOther) || hold(plan, this::isPaidBeyond);
    plan.rebalance();
    return found;
  }

  /** Lets installments that are settled keep what was paid of them, before the last one changes. */
  void holdSettledIn(Plan plan) {
    while (hold(plan, this::isSettledAtOther)) {
      plan.rebalance();
    }
  }

  private boolean isSettledAtOther(PlanPeriod period) {
    return isSettledAtOther(period.place(), period.principal());
  }

  /** Interest that has no room moves on, but not what was paid of it. */
  private boolean isPaidBeyond(PlanPeriod period) {
    int place = period.place();
    boolean movesOn = period.unplaced() > 0 && !period.interestDeferred;
    return place < principal.length
        && (period.principal() < principal[place]
            || (movesOn && period.interest() < interest[place]));
  }

  /** One that repays asks for all its interest; one that does not, for what was paid of it. */
  private boolean hold(Plan plan, Predicate<PlanPeriod> asksForOther) {
    long left = notKept(plan);
    boolean found = false;
    for (PlanPeriod period : plan.periods) {
      if (!period.keepsPrincipal() && asksForOther.test(period)) {
        int place = period.place();
        boolean repays = principal[place] > 0;
        long kept = Math.min(principal[place], left);
        period.keepPrincipal(kept, repays ? Long.MAX_VALUE : interest[place]);
        left -= kept;
        found = true;
      }
    }
    return found;
  }

  /** Returns the principal of the loan beside what is kept already: no more can be. */
  private static long notKept(Plan plan) {
    long left = plan.principalIn();
    for (PlanPeriod period : plan.periods) {
      left -= period.keepsPrincipal() ? period.principal() : 0;
    }
    return Math.max(0, left);
  }
}
