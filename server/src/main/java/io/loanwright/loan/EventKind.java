package io.loanwright.loan;

/** What can happen to a loan. */
public enum EventKind {
  /** The principal was paid out. */
  DISBURSEMENT,
  /** The loan was taken over from another system, with balances and totals paid. */
  OPENING,
  /** More money was paid out. */
  TOP_UP,
  /** The borrower paid. */
  REPAYMENT,
  /** A fee or a penalty was laid on the loan. */
  CHARGE,
  /** What was unpaid of a charge was given up. */
  WAIVER,
  /** Interest was given up. */
  INTEREST_WAIVER,
  /** Other terms were agreed. */
  CHANGE,
  /** All that was owed was given up. */
  WRITE_OFF,
  /** Another event was taken back. */
  REVERSAL
}
