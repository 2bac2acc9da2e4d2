package io.loanwright.ledger.web;

import io.loanwright.ledger.ManualEntry;
import io.loanwright.ledger.ManualEntry.Signature;
import io.loanwright.ledger.Side;
import io.loanwright.ledger.web.EntryResponse.EntryLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry that was drafted by hand, as the API writes it.
 *
 * @param id also that of the entry in the journal, once it is posted
 * @param on the value date
 * @param reason why it is needed
 * @param amount the sum of the debits, which is that of the credits
 * @param decisionReason why it was rejected
 */
@Schema(name = "ManualEntry")
record ManualEntryResponse(
    UUID id,
    LocalDate on,
    UUID branchId,
    String currency,
    String description,
    String reason,
    String amount,
    ManualEntry.Status status,
    Signed drafted,
    @Nullable Signed decided,
    @Nullable String decisionReason,
    List<EntryLine> lines) {

  /** Who did something, and when. */
  @Schema(name = "Signed")
  record Signed(UUID userId, String name, Instant at) {

    private static Signed of(Signature signature) {
      return new Signed(signature.userId(), signature.name(), signature.at());
    }
  }

  static ManualEntryResponse of(ManualEntry entry) {
    Signature decided = entry.decided();
    return new ManualEntryResponse(
        entry.id(),
        entry.on(),
        entry.branchId(),
        entry.currency().code(),
        entry.description(),
        entry.reason(),
        entry.total(Side.DEBIT).toDecimalString(),
        entry.status(),
        Signed.of(entry.drafted()),
        decided == null ? null : Signed.of(decided),
        entry.decisionReason(),
        entry.lines().stream().map(EntryLine::of).toList());
  }
}
