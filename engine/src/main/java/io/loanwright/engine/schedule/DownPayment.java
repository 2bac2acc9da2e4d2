package io.loanwright.engine.schedule;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.LoanTerms;

/** The part of money paid out that is due back at once. */
public final class DownPayment {

  private DownPayment() {}

  /**
   * Returns the down payment on an amount: the agreed percentage, rounded half to even, to the
   * multiple of installments where there is one that is not more than the amount.
   *
   * @param terms what was agreed
   * @param disbursed what is paid out
   */
  public static Money of(LoanTerms terms, Money disbursed) {
    return new Money(minor(terms, disbursed.minor()), terms.currency());
  }

  /** Returns the down payment on an amount in minor units. */
  public static long minor(LoanTerms terms, long disbursed) {
    return ScheduleMaker.downPayment(terms, disbursed);
  }
}
