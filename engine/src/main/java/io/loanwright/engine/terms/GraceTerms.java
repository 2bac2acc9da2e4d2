package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;

/**
 * What the first installments do without.
 *
 * @param onPrincipal how many first installments repay no principal
 * @param onInterestPayment how many first installments pay no interest; it is deferred to later
 *     ones
 * @param interestFree how many first periods bear no interest at all
 */
public record GraceTerms(int onPrincipal, int onInterestPayment, int interestFree) {

  /** No grace of any kind. */
  public static final GraceTerms NONE = new GraceTerms(0, 0, 0);

  /**
   * Checks the ranges.
   *
   * @throws Refused {@link Rule#OUT_OF_RANGE} if a number is negative or above 1,200
   */
  public GraceTerms {
    Ranges.require("graceOnPrincipal", onPrincipal, 0, CalendarTerms.MOST_REPAYMENTS);
    Ranges.require("graceOnInterestPayment", onInterestPayment, 0, CalendarTerms.MOST_REPAYMENTS);
    Ranges.require("interestFreePeriods", interestFree, 0, CalendarTerms.MOST_REPAYMENTS);
  }
}
