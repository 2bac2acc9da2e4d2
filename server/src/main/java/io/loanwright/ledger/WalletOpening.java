package io.loanwright.ledger;

/** What came of opening a wallet. */
public sealed interface WalletOpening {

  /** It is open and holds nothing. */
  record Opened(Wallet wallet) implements WalletOpening {}

  /** The owner has a wallet in this currency. */
  record OpenBefore() implements WalletOpening {}

  /** There is no such owner in the caller's reach. */
  record OwnerUnknown() implements WalletOpening {}

  /** What was known of the owner was erased, and no money comes in for him any more. */
  record OwnerErased() implements WalletOpening {}

  /** The account that wallets are kept on takes no money in this currency. */
  record AccountUnusable(String code) implements WalletOpening {}
}
