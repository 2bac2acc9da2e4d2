package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money held for a borrower to give back to him.
 *
 * @param amount more than nothing
 * @param on the value date
 * @param to where it is paid from: the role of the account outside of wallets
 * @param reason why
 */
public record WalletPayout(
    UUID walletId, Money amount, LocalDate on, PostingRole to, String reason) {}
