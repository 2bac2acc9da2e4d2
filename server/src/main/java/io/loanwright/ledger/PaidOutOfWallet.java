package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that was paid out of a borrower's wallet; its entry in the journal has the same id.
 *
 * @param branchId the branch in whose books it is
 * @param on the value date
 * @param accountCode the account that the money went out of
 * @param recordedBy who paid it out
 * @param reversedOn the value date from which it counts no more; null if it counts
 */
public record PaidOutOfWallet(
    UUID id,
    UUID walletId,
    UUID branchId,
    LocalDate on,
    Money amount,
    String accountCode,
    UUID recordedBy,
    Instant recordedAt,
    @Nullable LocalDate reversedOn) {}
