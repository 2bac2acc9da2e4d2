package io.loanwright.engine.event;

/** What becomes of interest when what is owed is put on other installments. */
public enum MovedInterest {
  /** It is computed anew on the principal, as if lent on that day. */
  RECOMPUTED,
  /** What was not paid is given up. */
  WAIVED,
  /** What accrued until the day is spread evenly; no more is born. */
  SPREAD_ACCRUED,
  /** All that was planned is spread evenly; no more is born. */
  SPREAD_ALL
}
