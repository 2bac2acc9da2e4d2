package io.loanwright.engine.replay;

/** Where the money of a loan is. */
public enum LoanPhase {
  /** Not paid out yet, or the payout was reversed. */
  NOT_DISBURSED,
  /** Paid out, something is owed. */
  ACTIVE,
  /** Paid out, nothing is owed any more. */
  CLOSED
}
