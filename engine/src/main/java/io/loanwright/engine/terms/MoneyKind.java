package io.loanwright.engine.terms;

/** Where money that lowers a loan comes from. */
public enum MoneyKind {
  /** The borrower pays. */
  REPAYMENT,
  /** The lender gives up a part as a favor. */
  GOODWILL_CREDIT,
  /** A shop takes goods back and pays the loan with it. */
  MERCHANT_REFUND,
  /** Money paid out comes back. */
  PAYOUT_REFUND,
  /** The lender gives up interest. */
  INTEREST_WAIVER,
  /** A charge that was paid or is due is given back. */
  CHARGE_ADJUSTMENT,
  /** Interest that a refund makes undone. */
  INTEREST_REFUND,
  /** Income that was added to the principal is taken back. */
  CAPITALIZED_INCOME_ADJUSTMENT
}
