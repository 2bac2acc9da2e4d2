package io.loanwright.payment;

import io.loanwright.engine.money.Money;
import java.util.List;

/**
 * Payments that were drawn from a wallet.
 *
 * @param receipts the numbers of their receipts, newest first
 * @param total what they add up to
 */
public record WalletSpending(List<String> receipts, Money total) {

  /** Keeps its own copy of the numbers. */
  public WalletSpending {
    receipts = List.copyOf(receipts);
  }
}
