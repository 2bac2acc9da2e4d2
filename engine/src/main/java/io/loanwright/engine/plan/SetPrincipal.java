package io.loanwright.engine.plan;

import io.loanwright.engine.schedule.EqualPrincipal;
import io.loanwright.engine.terms.Amortization;
import java.time.LocalDate;

/**
 * Installments whose principal is set, with interest on top: equal principal, interest-only, and
 * the one installment of a bullet loan, whose interest waits for the end.
 *
 * <p>Another rate or days without interest change what comes on top. More time and more money
 * spread the principal to come anew in the way agreed.
 */
final class SetPrincipal {

  private final Plan plan;
  private final long[] principal;

  /** Notes the principal of every installment before something changes. */
  SetPrincipal(Plan plan) {
    this.plan = plan;
    this.principal = new long[plan.periods.size()];
    for (int i = 0; i < principal.length; i++) {
      principal[i] = plan.periods.get(i).principal();
    }
  }

  /** Asks for the principal noted and the interest that comes on top now. */
  void keep() {
    size(principal);
  }

  /**
   * Spreads the principal of installments due from a day on over them and all that came since.
   *
   * @param more what they repay beside that
   * @param kept what was paid of them, which they keep
   */
  void spread(LocalDate due, long more, PaidBefore kept) {
    boolean[] keeps = new boolean[plan.periods.size()];
    long[] spread = spread(due, more, kept, keeps);
    while (areMoreToKeep(spread, due, kept, keeps)) {
      spread = spread(due, more, kept, keeps);
    }
    size(spread);
  }

  /** Marks installments that keep something else than would be spread over them. */
  private boolean areMoreToKeep(long[] spread, LocalDate due, PaidBefore kept, boolean[] keeps) {
    boolean found = false;
    for (int i = 0; i < keeps.length; i++) {
      boolean isOther = kept.isSettledAtOther(i, spread[i]) || spread[i] < kept.principal(i);
      if (isOther && isAffected(i, due) && !keeps[i]) {
        keeps[i] = true;
        found = true;
      }
    }
    return found;
  }

  private boolean isAffected(int place, LocalDate due) {
    return !plan.periods.get(place).due.isBefore(due);
  }

  private long[] spread(LocalDate due, long more, PaidBefore kept, boolean[] keeps) {
    int grace = plan.terms.grace().onPrincipal();
    long[] spread = new long[keeps.length];
    long left = more;
    int repaying = 0;
    int last = keeps.length - 1;
    for (int i = 0; i < keeps.length; i++) {
      long noted = i < principal.length ? principal[i] : 0;
      boolean affected = isAffected(i, due);
      boolean isFree = affected && !keeps[i];
      spread[i] = affected && keeps[i] ? kept.principal(i) : affected ? 0 : noted;
      left += affected ? noted - spread[i] : 0;
      repaying += isFree && i >= grace ? 1 : 0;
      last = isFree ? i : last;
    }
    left = Math.max(0, left);
    long each = each(left, repaying);
    for (int i = grace; i < last; i++) {
      if (isAffected(i, due) && !keeps[i]) {
        spread[i] = Math.min(each, left);
        left -= spread[i];
      }
    }
    spread[last] += left;
    return spread;
  }

  private long each(long minor, int installments) {
    return installments > 0 && plan.terms.repayment().amortization() == Amortization.EQUAL_PRINCIPAL
        ? EqualPrincipal.each(plan.terms, minor, installments)
        : 0;
  }

  private void size(long[] set) {
    for (int i = 0; i < set.length; i++) {
      PlanPeriod period = plan.periods.get(i);
      period.setAgreedSize(set[i]);
      plan.rebalance();
      if (!waits(period)) {
        period.setAgreedSize(set[i] + period.interestToAsk());
      }
    }
  }

  private boolean waits(PlanPeriod period) {
    boolean isBullet = plan.terms.repayment().amortization() == Amortization.BULLET;
    return period.interestDeferred || (isBullet && period != plan.last());
  }
}
