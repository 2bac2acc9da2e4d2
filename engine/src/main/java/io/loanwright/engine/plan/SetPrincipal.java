package io.loanwright.engine.plan;

import io.loanwright.engine.schedule.EqualPrincipal;
import io.loanwright.engine.terms.Amortization;
import java.time.LocalDate;
import java.util.List;

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
   */
  void spread(LocalDate due, long more) {
    List<PlanPeriod> periods = plan.periods;
    long[] spread = new long[periods.size()];
    long left = more;
    int repaying = 0;
    for (int i = 0; i < periods.size(); i++) {
      boolean affected = !periods.get(i).due.isBefore(due);
      long noted = i < principal.length ? principal[i] : 0;
      spread[i] = affected ? 0 : noted;
      left += affected ? noted : 0;
      repaying += affected && i >= plan.terms.grace().onPrincipal() ? 1 : 0;
    }
    long each = each(left, repaying);
    for (int i = 0; i < periods.size() - 1; i++) {
      if (!periods.get(i).due.isBefore(due) && i >= plan.terms.grace().onPrincipal()) {
        spread[i] = Math.min(each, left);
        left -= spread[i];
      }
    }
    spread[periods.size() - 1] = left;
    size(spread);
  }

  private long each(long minor, int installments) {
    return plan.terms.repayment().amortization() == Amortization.EQUAL_PRINCIPAL
        ? EqualPrincipal.each(plan.terms, minor, installments)
        : 0;
  }

  private void size(long[] set) {
    for (int i = 0; i < set.length; i++) {
      PlanPeriod period = plan.periods.get(i);
      period.setAgreedSize(set[i]);
      plan.rebalance();
      if (!waits(period)) {
        period.setAgreedSize(set[i] + period.interestBorne());
      }
    }
  }

  private boolean waits(PlanPeriod period) {
    boolean isBullet = plan.terms.repayment().amortization() == Amortization.BULLET;
    return period.interestDeferred || (isBullet && period != plan.last());
  }
}
