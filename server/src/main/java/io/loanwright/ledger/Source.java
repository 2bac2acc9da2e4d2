package io.loanwright.ledger;

import java.util.UUID;

/**
 * What made an entry: the thing that one comes to when following a figure down.
 *
 * @param type the kind of thing, such as {@code loan} or {@code wallet-top-up}
 * @param id the thing
 */
public record Source(String type, UUID id) {

  /** Returns what money that is put into a wallet, or taken back, comes from. */
  static Source ofTopUp(UUID walletId) {
    return new Source("wallet-top-up", walletId);
  }

  /** Returns what money comes from that is given back out of a wallet. */
  static Source ofPayout(UUID walletId) {
    return new Source("wallet-payout", walletId);
  }

  /** Returns what money comes from that moves between wallets of the lender. */
  static Source ofTransfer(UUID fromWalletId) {
    return new Source("lender-transfer", fromWalletId);
  }

  /** Returns what money comes from that is put into a wallet of the lender. */
  static Source ofLenderTopUp(UUID walletId) {
    return new Source("lender-top-up", walletId);
  }

  /** Returns what money comes from that is taken out of a wallet of the lender. */
  static Source ofWithdrawal(UUID walletId) {
    return new Source("lender-withdrawal", walletId);
  }

  private static final String BY_HAND = "manual-entry";

  /** Returns what an entry comes from that somebody drafted by hand. */
  static Source ofManualEntry(UUID draftId) {
    return new Source(BY_HAND, draftId);
  }

  /** Tells whether somebody drafted the entry by hand. */
  public boolean isByHand() {
    return type.equals(BY_HAND);
  }
}
