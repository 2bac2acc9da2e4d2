package io.loanwright.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What puts money into a borrower's wallet again that should not have been paid out of it.
 *
 * @param payoutId which money
 * @param reason why, for the trail
 * @param on the value date; null for the business date
 */
public record WalletPayoutReversal(
    UUID walletId, UUID payoutId, String reason, @Nullable LocalDate on) {}
