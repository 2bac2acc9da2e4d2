package io.loanwright.ledger;

/** The five kinds of accounts. */
public enum AccountType {
  /** What the lender has or is owed; grows by debits. */
  ASSET(Side.DEBIT),
  /** What the lender owes; grows by credits. */
  LIABILITY(Side.CREDIT),
  /** What belongs to the owners; grows by credits. */
  EQUITY(Side.CREDIT),
  /** What was earned; grows by credits. */
  INCOME(Side.CREDIT),
  /** What was spent or lost; grows by debits. */
  EXPENSE(Side.DEBIT);

  private final Side growsBy;

  AccountType(Side growsBy) {
    this.growsBy = growsBy;
  }

  /** Returns the side on which more is more. */
  public Side growsBy() {
    return growsBy;
  }
}
