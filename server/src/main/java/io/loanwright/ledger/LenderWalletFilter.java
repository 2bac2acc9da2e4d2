package io.loanwright.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Which of the lender's wallets are asked for.
 *
 * @param kind null for all
 * @param currency its code; null for all
 * @param closed whether those are meant that are closed
 */
public record LenderWalletFilter(
    @Nullable WalletKind kind, @Nullable String currency, boolean closed) {}
