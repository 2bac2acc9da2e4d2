package io.loanwright.ledger;

/** What an account is in the statement of cash flows. */
public enum CashFlowKind {
  /** Money at hand: cash, banks, mobile money, tills and funds. Only assets are. */
  MONEY,
  /** What lending and running the business brings and costs. */
  OPERATING,
  /** What is bought to be kept and sold again, such as vehicles. */
  INVESTING,
  /** What owners and lenders of the lender bring and take. */
  FINANCING;

  /** Returns what an account of a type is unless somebody says otherwise. */
  public static CashFlowKind of(AccountType type) {
    return type == AccountType.EQUITY ? FINANCING : OPERATING;
  }
}
