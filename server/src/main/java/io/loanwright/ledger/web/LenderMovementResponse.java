package io.loanwright.ledger.web;

import io.loanwright.ledger.store.LenderMovementQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a wallet's history.
 *
 * @param id the entry of the journal, by which a movement is taken back
 * @param number what people call the entry
 * @param on the value date
 * @param type what moved it, like {@code lender-transfer}, {@code loan} or {@code expense}
 * @param sourceId the thing that moved it, such as the loan
 * @param change what came in; negative for what went out
 * @param balance what was in the wallet after it
 * @param corrects the entry that it puts right
 * @param reversedOn the value date from which it counts no more
 * @param reversible whether who asks may take it back
 */
@Schema(name = "WalletMovement")
record LenderMovementResponse(
    UUID id,
    long number,
    LocalDate on,
    String description,
    String type,
    UUID sourceId,
    String change,
    String balance,
    UUID recordedBy,
    @Nullable String recordedByName,
    Instant recordedAt,
    @Nullable UUID corrects,
    @Nullable LocalDate reversedOn,
    boolean reversible) {

  static LenderMovementResponse of(
      LenderMovementQuery.Row row, @Nullable String recordedByName, boolean reversible) {
    return new LenderMovementResponse(
        row.entryId(),
        row.number(),
        row.on(),
        row.description(),
        row.source().type(),
        row.source().id(),
        row.gain().toDecimalString(),
        row.balance().toDecimalString(),
        row.recordedBy(),
        recordedByName,
        row.recordedAt(),
        row.corrects(),
        row.reversedOn(),
        reversible);
  }
}
