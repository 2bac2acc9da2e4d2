package io.loanwright.engine.plan;

/** Until when late principal bears interest, and a payment in advance counts from. */
public enum InterestEnd {
  /** Until the day asked for. */
  DAY,
  /** On to the due date of the installment in progress. */
  DUE_DATE
}
