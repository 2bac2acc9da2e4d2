package io.loanwright.ledger.web;

import io.loanwright.ledger.JournalEntry;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry as the API writes it.
 *
 * @param on the value date
 * @param bookedOn the day on which it is booked where the month of the value date was closed
 * @param sourceType what made the entry
 */
record EntryResponse(
    UUID id,
    long number,
    LocalDate on,
    @Nullable LocalDate bookedOn,
    UUID branchId,
    String description,
    String sourceType,
    UUID sourceId,
    @Nullable UUID corrects,
    Instant recordedAt,
    UUID recordedBy,
    List<EntryLine> lines) {

  /** A line: an amount in one of the two columns. */
  record EntryLine(
      String account,
      String accountName,
      String currency,
      @Nullable String debit,
      @Nullable String credit,
      @Nullable UUID loanId) {

    static EntryLine of(JournalEntry.PostedLine posted) {
      Line line = posted.line();
      String amount = line.amount().toDecimalString();
      boolean debit = line.side() == Side.DEBIT;
      return new EntryLine(
          line.accountCode(),
          posted.accountName(),
          line.amount().currency().code(),
          debit ? amount : null,
          debit ? null : amount,
          line.loanId());
    }
  }

  static EntryResponse of(JournalEntry entry) {
    return new EntryResponse(
        entry.id(),
        entry.number(),
        entry.on(),
        entry.bookedOn(),
        entry.branchId(),
        entry.description(),
        entry.source().type(),
        entry.source().id(),
        entry.corrects(),
        entry.recordedAt(),
        entry.recordedBy(),
        entry.lines().stream().map(EntryLine::of).toList());
  }
}
