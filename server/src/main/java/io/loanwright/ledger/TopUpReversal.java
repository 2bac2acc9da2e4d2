package io.loanwright.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What takes money out of a wallet again that should not have been put into it.
 *
 * @param topUpId which money
 * @param reason why, for the trail
 * @param on the value date; null for the business date
 */
public record TopUpReversal(UUID walletId, UUID topUpId, String reason, @Nullable LocalDate on) {}
