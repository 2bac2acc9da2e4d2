package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.util.UUID;

/** What came of an attempt to take money out of a wallet. */
public sealed interface WalletOutcome {

  /**
   * The money was taken.
   *
   * @param walletId the wallet
   * @param balance what is left in it
   */
  record Withdrawn(UUID walletId, Money balance) implements WalletOutcome {}

  /**
   * There was too little in it; nothing changed.
   *
   * @param available what is in it
   */
  record Overdrawn(Money available) implements WalletOutcome {}
}
