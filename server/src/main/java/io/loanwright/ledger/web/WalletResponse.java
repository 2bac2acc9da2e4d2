package io.loanwright.ledger.web;

import io.loanwright.ledger.Wallet;
import java.util.UUID;

/** A wallet as the API writes it. */
record WalletResponse(UUID id, UUID borrowerId, String currency, String balance) {

  static WalletResponse of(Wallet wallet) {
    return new WalletResponse(
        wallet.id(),
        wallet.ownerId(),
        wallet.balance().currency().code(),
        wallet.balance().toDecimalString());
  }
}
