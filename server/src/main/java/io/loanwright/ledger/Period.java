package io.loanwright.ledger;

import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A month of the books.
 *
 * @param changed who brought it into its state; null for a month that was always open
 * @param late entries of an earlier value date that are booked in it
 * @param waiting entries drafted by hand for it that nobody has decided on
 * @param sealed whether its sums are kept, soon after it was closed
 * @param reopening who asked for it to be opened again; null if nobody does
 */
public record Period(
    YearMonth month,
    State state,
    @Nullable Deed changed,
    long late,
    long waiting,
    boolean sealed,
    @Nullable Reopening reopening) {

  /** What may be booked in a month. */
  public enum State {
    /** Everything. */
    OPEN,
    /** Entries by hand only; what else belongs to it is booked in the first open month. */
    CLOSING,
    /** Nothing; the sums of what was booked are kept, and checked. */
    CLOSED
  }

  /** Who did something, and when. */
  public record Deed(UUID userId, String name, Instant at) {}

  /** Who asked for a closed month to be opened again, and why. */
  public record Reopening(Deed asked, String reason) {}

  /** Returns how the audit trail names it. */
  static Subject subject(YearMonth month) {
    return new Subject("period", AuditTrail.noId(), month.toString());
  }
}
