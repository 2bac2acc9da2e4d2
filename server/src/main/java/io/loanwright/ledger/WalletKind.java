package io.loanwright.ledger;

/** Whose money a wallet holds, and for what. */
public enum WalletKind {
  /** What the lender holds for a borrower. */
  BORROWER,
  /** Money of the lender that loans are paid out of. */
  LOAN_FUND,
  /** Money of the lender that expenses are paid out of. */
  EXPENSE,
  /** Money of the lender at a counter. */
  TILL
}
