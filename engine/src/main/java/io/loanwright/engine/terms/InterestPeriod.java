package io.loanwright.engine.terms;

/** How finely time is divided to compute interest. */
public enum InterestPeriod {
  /** By days: a longer month bears more interest. */
  DAILY,
  /** By installments: each month bears a twelfth of the year, each week a 52nd. */
  SAME_AS_REPAYMENT_PERIOD
}
