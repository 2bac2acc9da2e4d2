package io.loanwright.audit.chain;

import io.loanwright.access.Caller;
import io.loanwright.audit.ArchiveOutcome;
import io.loanwright.audit.Archived;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.audit.TrailArchives;
import io.loanwright.audit.spi.TrailCalendar;
import io.loanwright.web.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves rows into files, one at a time for all instances. */
@Component
class Archiver implements TrailArchives {

  private static final Logger LOG = LoggerFactory.getLogger(Archiver.class);

  /** The database refuses the same by its own clock. */
  private static final Duration YEAR = Duration.ofDays(366);

  private final ArchiveStore store;
  private final ArchiveMaker maker;
  private final OldRows rows;
  private final AuditTrail trail;
  private final TrailCalendar calendar;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Archiver(
      ArchiveStore store,
      ArchiveMaker maker,
      OldRows rows,
      AuditTrail trail,
      TrailCalendar calendar,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.maker = maker;
    this.rows = rows;
    this.trail = trail;
    this.calendar = calendar;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public ArchiveOutcome archive(Caller caller, LocalDate before) {
    Optional<LocalDate> today = calendar.businessDate();
    if (today.isEmpty()) {
      return new ArchiveOutcome.NothingOld();
    }
    LocalDate latest = today.get().minusYears(1);
    if (before.isAfter(latest)) {
      return new ArchiveOutcome.TooYoung(latest);
    }
    UUID id = Ids.next();
    ArchiveOutcome outcome = move(caller, before, id);
    if (!(outcome instanceof ArchiveOutcome.Moved)) {
      maker.delete(id);
    }
    return outcome;
  }

  private ArchiveOutcome move(Caller caller, LocalDate before, UUID id) {
    try {
      return Objects.requireNonNull(
          transaction.execute(_ -> {
            store.lock();
            maker.sweep();
            maker.begin(id);
            try {
              return moveLocked(caller, before, id);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }));
    } catch (UncheckedIOException | IllegalStateException e) {
      LOG.error("Old rows of the trail could not be archived", e);
      return new ArchiveOutcome.Unwritable(String.valueOf(e.getMessage()));
    }
  }

  private ArchiveOutcome moveLocked(Caller caller, LocalDate before, UUID id) throws IOException {
    long after = store.lastSeal();
    Path draft = maker.draft(id);
    try (ArchiveWriter writer = new ArchiveWriter(draft, id)) {
      OldRows.Found found = rows.write(writer, after, moment(before));
      if (found.unproven() != null) {
        return new ArchiveOutcome.Unproven(found.unproven());
      }
      if (writer.rows() == 0) {
        return new ArchiveOutcome.NothingOld();
      }
      Archive archive =
          new Archive(id, clock.instant(), caller.userId(), before, writer.finish(after + 1), null);
      store.move(archive, maker.finish(draft, archive));
      trail.record(caller, "audit.archive", subject(archive), null, facts(archive), null);
      return new ArchiveOutcome.Moved(shown(archive), found.more());
    }
  }

  /** By the clock too, as the rows are. */
  private Instant moment(LocalDate before) {
    Instant day = before.atStartOfDay(calendar.timeZone()).toInstant();
    Instant yearAgo = clock.instant().minus(YEAR);
    return day.isBefore(yearAgo) ? day : yearAgo;
  }

  @Override
  public void sweep() {
    transaction.executeWithoutResult(_ -> {
      if (store.lockIfFree()) {
        maker.sweep();
      }
    });
  }

  @Override
  public List<Archived> list(@Nullable Long before, int limit) {
    return store.page(before, limit).stream().map(this::shown).toList();
  }

  @Override
  public Optional<Path> open(Caller caller, UUID id) {
    return transaction.execute(_ -> {
      Optional<Archive> found = store.find(id).filter(this::isHere);
      found.ifPresent(archive ->
          trail.record(caller, "audit.fetch_archive", subject(archive), null, null, null));
      return found.map(maker::file);
    });
  }

  static Subject subject(Archive archive) {
    return new Subject("archive", archive.id(), archive.file());
  }

  /** What the trail says of an archive. */
  static Map<String, Object> facts(Archive archive) {
    Archive.Content content = archive.content();
    return Map.of(
        "before", archive.before(),
        "firstSeal", content.firstSeal(),
        "lastSeal", content.lastSeal(),
        "rows", content.rows(),
        "bytes", content.bytes(),
        "sha256", content.sha256().toString());
  }

  private boolean isHere(Archive archive) {
    return Files.isRegularFile(maker.file(archive));
  }

  private Archived shown(Archive archive) {
    Archive.Content content = archive.content();
    return new Archived(
        archive.id(),
        archive.at(),
        archive.before(),
        new Archived.Seals(content.firstSeal(), content.lastSeal()),
        content.rows(),
        content.oldest(),
        content.newest(),
        content.bytes(),
        content.sha256().toString(),
        archive.file(),
        isHere(archive));
  }
}
