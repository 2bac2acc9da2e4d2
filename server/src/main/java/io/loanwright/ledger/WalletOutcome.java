package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
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

  /**
   * There is enough in it now, but was not on a day since the money is to count as taken; nothing
   * changed.
   *
   * @param enoughFrom the first day from which on there has been enough
   */
  record OverdrawnBefore(LocalDate enoughFrom) implements WalletOutcome {}
}
