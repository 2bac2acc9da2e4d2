package io.loanwright.ledger;

import java.time.LocalDate;

/** What came of taking the payout of a borrower's wallet back. */
public sealed interface WalletPayoutReversalOutcome {

  /** The money is in the wallet again. */
  record Reversed(Wallet wallet) implements WalletPayoutReversalOutcome {}

  /** There is no such wallet in the caller's reach, or no such payout of it. */
  record Unknown() implements WalletPayoutReversalOutcome {}

  /** The caller is the borrower; nobody credits himself. */
  record OwnMoney() implements WalletPayoutReversalOutcome {}

  /** The borrower is declared as a relative of the caller. */
  record MoneyOfRelative() implements WalletPayoutReversalOutcome {}

  /** The borrower was erased: nothing comes into his wallet any more. */
  record OwnerErased() implements WalletPayoutReversalOutcome {}

  /** It was taken back before. */
  record AlreadyReversed(LocalDate on) implements WalletPayoutReversalOutcome {}

  /** Somebody else paid it out, or it is not of today, and the caller may not back-date. */
  record NotPermitted() implements WalletPayoutReversalOutcome {}

  /** The value date is after the business date. */
  record DateInFuture(LocalDate businessDate) implements WalletPayoutReversalOutcome {}

  /** The value date is before that of the payout. */
  record DateBeforePayout(LocalDate paidOutOn) implements WalletPayoutReversalOutcome {}

  /** The account that paid it takes no money in the currency any more. */
  record AccountUnusable(String code) implements WalletPayoutReversalOutcome {}
}
