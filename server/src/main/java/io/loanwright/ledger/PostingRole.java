package io.loanwright.ledger;

/**
 * What an account is for, as the posting rules name it.
 *
 * <p>Rules never name an account: they name a role, and the product's account map says which
 * account plays it.
 */
public enum PostingRole {
  /** Notes and coins in tills and safes. */
  CASH,
  /** Money at banks. */
  BANK,
  /** Money at a mobile money operator. */
  MOBILE_MONEY,
  /** Card payments that the acquirer has not paid out yet. */
  CARD,
  /** Principal that borrowers owe. */
  LOAN_PORTFOLIO,
  /** Interest earned and not yet received; only with accrual accounting. */
  INTEREST_RECEIVABLE,
  /** Fees charged and not yet received; only with accrual accounting. */
  FEES_RECEIVABLE,
  /** Penalties charged and not yet received; only with accrual accounting. */
  PENALTIES_RECEIVABLE,
  /** What the lender expects not to get back. */
  LOAN_LOSS_ALLOWANCE,
  /** What the lender holds for borrowers, such as overpayments. */
  BORROWER_WALLETS,
  /** Money received that nobody could match to a loan yet. */
  UNMATCHED_PAYMENTS,
  /** Nothing posts to it: interest that is suspended is added up beside the books. */
  INTEREST_IN_SUSPENSE,
  /** The other side of positions that were taken over from an earlier system. */
  OPENING_BALANCE,
  /** Interest earned. */
  INTEREST_INCOME,
  /** Fees earned. */
  FEE_INCOME,
  /** Penalties earned. */
  PENALTY_INCOME,
  /** Received for loans that were written off before. */
  RECOVERY_INCOME,
  /** Principal given up. */
  WRITE_OFF_EXPENSE,
  /** Interest and charges given up. */
  WAIVER_EXPENSE;

  /**
   * Returns whether an account that plays this role stands for what loans or wallets say by
   * themselves: its balance is the sum of theirs, so nothing else may be posted to it.
   */
  public boolean isControl() {
    return switch (this) {
      case LOAN_PORTFOLIO,
          INTEREST_RECEIVABLE,
          FEES_RECEIVABLE,
          PENALTIES_RECEIVABLE,
          INTEREST_IN_SUSPENSE,
          BORROWER_WALLETS ->
          true;
      case CASH,
          BANK,
          MOBILE_MONEY,
          CARD,
          LOAN_LOSS_ALLOWANCE,
          UNMATCHED_PAYMENTS,
          OPENING_BALANCE,
          INTEREST_INCOME,
          FEE_INCOME,
          PENALTY_INCOME,
          RECOVERY_INCOME,
          WRITE_OFF_EXPENSE,
          WAIVER_EXPENSE ->
          false;
    };
  }
}
