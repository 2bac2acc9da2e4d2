package io.loanwright.loan;

import io.loanwright.ledger.PostingRole;

/** The way by which a repayment reached the lender. */
public enum Channel {
  /** Notes and coins. */
  CASH,
  /** A transfer to the lender's bank account. */
  BANK,
  /** A transfer at a mobile money operator. */
  MOBILE_MONEY,
  /** A card. */
  CARD,
  /** What the lender holds for the borrower. */
  WALLET;

  /** Returns the role of the account that the money went to, or came from for a wallet. */
  public PostingRole role() {
    return switch (this) {
      case CASH -> PostingRole.CASH;
      case BANK -> PostingRole.BANK;
      case MOBILE_MONEY -> PostingRole.MOBILE_MONEY;
      case CARD -> PostingRole.CARD;
      case WALLET -> PostingRole.BORROWER_WALLETS;
    };
  }
}
