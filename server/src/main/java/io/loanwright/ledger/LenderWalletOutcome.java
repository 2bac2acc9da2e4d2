package io.loanwright.ledger;

import io.loanwright.engine.money.Money;

/** What came of opening, renaming or closing a wallet of the lender. */
public sealed interface LenderWalletOutcome {

  /** The wallet is as it is given here. */
  record Kept(LenderWallet wallet) implements LenderWalletOutcome {}

  /** There is no such wallet in the caller's reach. */
  record Unknown() implements LenderWalletOutcome {}

  /** The branch does not exist, or is closed. */
  record BranchUnknown() implements LenderWalletOutcome {}

  /** The person is not of the staff, or may not sign in any more. */
  record UserUnknown() implements LenderWalletOutcome {}

  /** The caller does not keep the wallets of that branch, or of the organization. */
  record BeyondReach() implements LenderWalletOutcome {}

  /** Another open wallet has the name. */
  record NameTaken(String name) implements LenderWalletOutcome {}

  /** There is money in it. */
  record NotEmpty(Money balance) implements LenderWalletOutcome {}

  /** It is closed. */
  record Closed() implements LenderWalletOutcome {}

  /** It was changed since it was read. */
  record ChangedMeanwhile() implements LenderWalletOutcome {}
}
