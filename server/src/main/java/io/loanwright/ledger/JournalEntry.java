package io.loanwright.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the journal.
 *
 * @param number counts the entries; a number may be missing where a transaction was rolled back
 * @param on the value date
 * @param bookedOn the day on which it is booked where that is not the value date, whose month was
 *     closed already
 * @param corrects the entry that this one puts right, if any
 * @param recordedAt when the program learned of it
 */
public record JournalEntry(
    UUID id,
    long number,
    LocalDate on,
    @Nullable LocalDate bookedOn,
    UUID branchId,
    String description,
    Source source,
    @Nullable UUID corrects,
    Instant recordedAt,
    UUID recordedBy,
    List<PostedLine> lines) {

  /** Keeps its own copy of the lines. */
  public JournalEntry {
    lines = List.copyOf(lines);
  }

  /** Returns the day of the entry by one of its dates. */
  public LocalDate day(Basis basis) {
    return switch (basis) {
      case VALUE_DATE -> on;
      case BOOKING_DATE -> bookedOn == null ? on : bookedOn;
    };
  }

  /**
   * A line with the name that its account has now.
   *
   * @param accountName for people
   */
  public record PostedLine(String accountName, Line line) {}
}
