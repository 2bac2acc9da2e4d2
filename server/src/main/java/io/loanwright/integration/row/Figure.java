package io.loanwright.integration.row;

/** A figure of a file that is added up and compared with the books. */
public enum Figure {
  /** What was lent. */
  AMOUNT,
  /** The principal still owed. */
  BALANCE,
  /** Principal paid before. */
  PAID_PRINCIPAL,
  /** Interest paid before. */
  PAID_INTEREST,
  /** Fees paid before. */
  PAID_FEES,
  /** Penalties paid before. */
  PAID_PENALTIES,
  /** Payments that came in one by one. */
  PAYMENTS
}
