package io.loanwright.loan;

/** What can happen to a loan. */
public enum EventKind {
  /** The principal was paid out. */
  DISBURSEMENT,
  /** The loan was taken over from another system, with balances and totals paid. */
  OPENING,
  /** The borrower paid. */
  REPAYMENT,
  /** Another event was taken back. */
  REVERSAL
}
