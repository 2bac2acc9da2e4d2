package io.loanwright.engine.replay;

/** Where a loan is in its life, as far as money goes. */
public enum LoanPhase {
  /** No money went out yet. */
  NOT_DISBURSED,
  /** Money is out and something is owed. */
  ACTIVE,
  /** Nothing is owed. */
  CLOSED,
  /** What was owed was given up. */
  WRITTEN_OFF
}
