package io.loanwright.loan;

/** Why a loan ended. */
public enum ClosedReason {
  /** Paid to its end. */
  REPAID,
  /** Paid off before its last installment was due. */
  SETTLED_EARLY,
  /** Paid off by a new loan. */
  REFINANCED,
  /** Replaced by a loan on other terms. */
  RESTRUCTURED,
  /** Written off once, and recovered. */
  RECOVERED
}
