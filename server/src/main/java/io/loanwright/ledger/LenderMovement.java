package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that somebody moves into, out of or between wallets of the lender.
 *
 * <p>{@code on} is the value date, {@code amount} more than nothing in the wallet's currency, and
 * {@code reference} says what it is for, up to {@value #MAX_REFERENCE} characters; null only where
 * money comes in.
 */
public sealed interface LenderMovement {

  /** The longest reference: the journal's description holds it with two names of wallets. */
  int MAX_REFERENCE = 200;

  /** Returns the amount. */
  Money amount();

  /** Returns the value date. */
  LocalDate on();

  /** Returns what it is for, where somebody has said so. */
  @Nullable String reference();

  /** From one wallet to another one. */
  record Transfer(UUID fromId, UUID toId, Money amount, LocalDate on, String reference)
      implements LenderMovement {}

  /**
   * Into a wallet from outside.
   *
   * @param from where the money was: cash, bank, mobile money or card
   */
  record TopUp(
      UUID walletId, PostingRole from, Money amount, LocalDate on, @Nullable String reference)
      implements LenderMovement {}

  /**
   * Out of a wallet.
   *
   * @param to where the money goes: cash, bank, mobile money or card
   */
  record Withdrawal(UUID walletId, PostingRole to, Money amount, LocalDate on, String reference)
      implements LenderMovement {}
}
