package io.loanwright.ledger;

import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.JournalEntry.PostedLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry that was drafted by hand.
 *
 * @param id also that of the entry in the journal, once it is posted
 * @param on the value date
 * @param branchId the branch whose books it belongs to
 * @param description what the journal says of it
 * @param reason why it is needed
 * @param drafted who wrote it down, and when
 * @param decided who decided on it, and when; null while it waits
 * @param decisionReason why it was rejected; null otherwise
 * @param lines at least two, all in the currency
 */
public record ManualEntry(
    UUID id,
    LocalDate on,
    UUID branchId,
    Currency currency,
    String description,
    String reason,
    Status status,
    Signature drafted,
    @Nullable Signature decided,
    @Nullable String decisionReason,
    List<PostedLine> lines) {

  /** Keeps its own copy of the lines. */
  public ManualEntry {
    lines = List.copyOf(lines);
  }

  /** Where an entry is on its way into the books. */
  public enum Status {
    /** Nobody has decided. */
    WAITING,
    /** It is in the journal. */
    POSTED,
    /** Somebody else did not want it in the books. */
    REJECTED,
    /** Whoever drafted it took it back. */
    WITHDRAWN
  }

  /** Who did something, by the name of that time, and when. */
  public record Signature(UUID userId, String name, Instant at) {}

  /** Returns the sum of one side. */
  public Money total(Side side) {
    return lines.stream()
        .map(PostedLine::line)
        .filter(line -> line.side() == side)
        .map(Line::amount)
        .reduce(Money.zero(currency), Money::plus);
  }

  /** Returns it as the trail names it. */
  Subject subject() {
    return new Subject("manual-entry", id, description);
  }

  /** Returns what the trail keeps of it. */
  Map<String, Object> inTheTrail() {
    return Map.of(
        "on",
        on,
        "branchId",
        branchId,
        "currency",
        currency.code(),
        "lines",
        lines.stream().map(posted -> words(posted.line())).toList());
  }

  private static String words(Line line) {
    return line.side() + " " + line.accountCode() + " " + line.amount().toDecimalString();
  }

  /** Returns the entry that the journal gets. */
  NewEntry toPost() {
    return new NewEntry(
        id,
        on,
        branchId,
        description,
        Source.ofManualEntry(id),
        null,
        lines.stream().map(PostedLine::line).toList());
  }
}
