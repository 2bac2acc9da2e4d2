package io.loanwright.engine.terms;

/** What a charge-off does to the schedule. */
public enum ChargeOffEffect {
  /** Nothing; installments stand as they were. */
  NONE,
  /** No interest is born from that day on. */
  INTEREST_STOPS,
  /** All that is owed is due on that day. */
  ALL_DUE
}
