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
