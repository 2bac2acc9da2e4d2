package io.loanwright.engine.terms;

/** What happens when money goes out in the middle of a repayment period. */
public enum PartialPeriod {
  /** Interest for the days of the period that are left. */
  BY_DAYS,
  /**
   * Interest as if it had gone out at the start of the period; only with {@link
   * InterestPeriod#SAME_AS_REPAYMENT_PERIOD}.
   */
  WHOLE_PERIOD
}
