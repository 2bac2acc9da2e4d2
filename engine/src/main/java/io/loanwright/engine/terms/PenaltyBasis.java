package io.loanwright.engine.terms;

/** What a penalty for lateness is worked out from. */
public enum PenaltyBasis {
  /** The value is an amount of money. */
  FIXED,
  /** The value is a percentage of the principal of the installment that is unpaid. */
  PERCENT_OF_OVERDUE_PRINCIPAL,
  /** The value is a percentage of all that is unpaid of the installment but penalties. */
  PERCENT_OF_OVERDUE
}
