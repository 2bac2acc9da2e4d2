package io.loanwright.ledger;

/** The five kinds of accounts. */
public enum AccountType {
  /** What the lender has or is owed; grows by debits. */
  ASSET,
  /** What the lender owes; grows by credits. */
  LIABILITY,
  /** What belongs to the owners; grows by credits. */
  EQUITY,
  /** What was earned; grows by credits. */
  INCOME,
  /** What was spent or lost; grows by debits. */
  EXPENSE
}
