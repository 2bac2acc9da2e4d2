package io.loanwright.audit.chain;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.spi.TrailCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signs the head of the chain once a business day, with the first seal after the close. */
@Component
class HeadSigner {

  private final SealStore seals;
  private final DailyHeadStore heads;
  private final HeadKeys keys;
  private final HeadNotes notes;
  private final TrailCalendar calendar;
  private final Clock clock;

  HeadSigner(
      SealStore seals,
      DailyHeadStore heads,
      HeadKeys keys,
      HeadNotes notes,
      TrailCalendar calendar,
      Clock clock) {
    this.seals = seals;
    this.heads = heads;
    this.keys = keys;
    this.notes = notes;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Signs the head if none was signed on this business day; the caller keeps other sealers away.
   *
   * @throws IllegalStateException if the key cannot be used
   */
  void signIfDue() {
    Optional<LocalDate> today = calendar.businessDate();
    Optional<SealStore.Last> last = seals.last();
    if (today.isEmpty() || last.isEmpty() || heads.isSigned(today.get())) {
      return;
    }
    DailyHead head =
        new DailyHead(today.get(), last.get().number(), last.get().head(), clock.instant());
    String before = heads.last().map(kept -> kept.by().signature()).orElse(null);
    heads.append(head, keys.sign(head.message(before)));
  }

  /** Writes the head that was signed last into the file of this machine, once it is committed. */
  void writeDown() {
    heads.last().ifPresent(notes::write);
  }

  /** Returns the head that was signed last. */
  Optional<Sealing.SignedHead> last() {
    return heads
        .last()
        .map(kept ->
            new Sealing.SignedHead(
                kept.what().businessDate(),
                kept.what().seal(),
                kept.what().head().toString(),
                kept.what().signedAt(),
                HeadKeys.nameOf(kept.by().publicKey()),
                HeadKeys.toPem(kept.by().publicKey()),
                kept.by().signature()));
  }
}
