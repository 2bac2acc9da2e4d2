package io.loanwright.audit.chain;

import io.loanwright.access.Caller;
import io.loanwright.audit.ArchiveUnreadableException;
import io.loanwright.audit.AuditEvent;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.audit.TrailErasure.Thing;
import io.loanwright.audit.TrailErasure.Traces;
import io.loanwright.web.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What archives say about one person. They are read from the beginning, as they are by the verifier
 * each night; a file in which somebody is erased is written anew, and the one before deleted once
 * that is committed.
 */
@Component
class ArchivedTraces {

  private static final String ANONYMOUS = "ANONYMOUS";

  private final ArchiveStore store;
  private final ArchiveMaker maker;
  private final AuditTrail trail;
  private final JsonMapper json;
  private final Clock clock;

  ArchivedTraces(
      ArchiveStore store, ArchiveMaker maker, AuditTrail trail, JsonMapper json, Clock clock) {
    this.store = store;
    this.maker = maker;
    this.trail = trail;
    this.json = json;
    this.clock = clock;
  }

  /** Which parts of a row are somebody's; the same as the statement of {@link TrailEraser}. */
  private static final class Match {

    private final Set<String> people;
    private final Map<String, List<Thing>> things;

    private Match(Traces traces) {
      this.people = traces.people().stream().map(UUID::toString).collect(Collectors.toSet());
      this.things =
          traces.things().stream().collect(Collectors.groupingBy(thing -> thing.id().toString()));
    }

    private boolean isAboutHim(TrailRow row) {
      return things.getOrDefault(row.field(TrailRow.SUBJECT_ID), List.of()).stream()
          .anyMatch(thing ->
              thing.type().equals(row.field(TrailRow.SUBJECT_TYPE))
                  && (thing.action() == null || thing.action().equals(row.field(TrailRow.ACTION))));
    }

    private boolean isByHim(TrailRow row) {
      return people.contains(row.field(TrailRow.ACTOR_ID))
          || (ANONYMOUS.equals(row.field(TrailRow.ACTOR_ROLE)) && isAboutHim(row));
    }

    private boolean isHis(TrailRow row) {
      return isByHim(row) || isAboutHim(row);
    }
  }

  /** Returns the name of a file that cannot be read here; nothing if all can. */
  Optional<String> outOfReach() {
    return store.all().stream()
        .map(Archive.Kept::what)
        .filter(archive -> !Files.isReadable(maker.file(archive)))
        .map(Archive::file)
        .findFirst();
  }

  /** Keeps archives as they are until the transaction ends. */
  void lock() {
    store.lock();
  }

  /** Returns rows with somebody's traces, oldest first, under the lock. */
  List<AuditEvent> find(Traces traces, int limit) {
    Match match = new Match(traces);
    List<AuditEvent> found = new ArrayList<>();
    for (Archive.Kept kept : store.all()) {
      if (found.size() == limit) {
        break;
      }
      forEach(
          kept.what(),
          row -> {
            if (found.size() < limit && match.isHis(row)) {
              found.add(event(row));
            }
          });
    }
    return found;
  }

  /**
   * Blanks somebody's traces, under the lock.
   *
   * @return how many parts of rows were blanked
   */
  long erase(UUID erasure, Caller caller, Traces traces) {
    maker.sweep();
    Match match = new Match(traces);
    long parts = 0;
    for (Archive.Kept kept : store.all()) {
      Archive archive = kept.what();
      long[] his = {0};
      forEach(archive, row -> his[0] += blanked(erasure, match, row).equals(row) ? 0 : 1);
      if (his[0] > 0) {
        parts += replace(archive, erasure, caller, match);
      }
    }
    return parts;
  }

  private static TrailRow blanked(UUID erasure, Match match, TrailRow row) {
    return match.isHis(row) ? row.blanked(erasure, match.isByHim(row), match.isAboutHim(row)) : row;
  }

  private long replace(Archive before, UUID erasure, Caller caller, Match match) {
    UUID id = Ids.next();
    maker.begin(id);
    try {
      Path draft = maker.draft(id);
      Rewriting rewriting = new Rewriting(erasure, match);
      Archive.Content content;
      try (ArchiveWriter writer = new ArchiveWriter(draft, id);
          ArchiveReader reader = ArchiveReader.open(maker.file(before))) {
        rewriting.copy(reader, writer);
        content = writer.finish(before.content().firstSeal());
      }
      Archive archive =
          new Archive(
              id,
              clock.instant(),
              caller.userId(),
              before.before(),
              content,
              new Archive.Instead(before.id(), erasure, rewriting.parts, rewriting.unsalted));
      store.replace(archive, maker.finish(draft, archive));
      trail.record(
          caller,
          "audit.replace_archive",
          Archiver.subject(archive),
          Archiver.facts(before),
          Archiver.facts(archive),
          null);
      deleteOnceCommitted(before);
      return rewriting.parts;
    } catch (IOException e) {
      throw new UncheckedIOException("The " + before.name() + " cannot be written anew", e);
    }
  }

  private void deleteOnceCommitted(Archive before) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            maker.delete(before.id());
          }
        });
  }

  /** Copies a file with somebody blanked. */
  private static final class Rewriting {

    private final UUID erasure;
    private final Match match;
    private long parts;
    private long unsalted;

    private Rewriting(UUID erasure, Match match) {
      this.erasure = erasure;
      this.match = match;
    }

    private void copy(ArchiveReader reader, ArchiveWriter writer) throws IOException {
      for (JsonNode line = reader.next(); line != null; line = reader.next()) {
        if (line.has(ArchiveWriter.SEAL)) {
          writer.seal(
              line.path(ArchiveWriter.SEAL).asLong(),
              line.path(ArchiveWriter.SEALED_AT).asLong(),
              line.path(ArchiveWriter.ROWS).asInt(),
              line.path(ArchiveWriter.ROOT).asString());
        } else if (ArchivedRow.isOne(line)) {
          TrailRow row = ArchivedRow.row(line);
          TrailRow blanked = blanked(erasure, match, row);
          count(row.actor(), blanked.actor(), blanked);
          count(row.subject(), blanked.subject(), blanked);
          writer.row(blanked);
        }
      }
    }

    private void count(TrailRow.Part before, TrailRow.Part now, TrailRow row) {
      if (!Objects.equals(before.erasure(), now.erasure())) {
        parts++;
        unsalted += row.leaf() == null ? 0 : 1;
      }
    }
  }

  /** Reads a file to its end, and that it is the one that was written. */
  private void forEach(Archive archive, Consumer<TrailRow> each) {
    try (ArchiveReader reader = ArchiveReader.open(maker.file(archive))) {
      for (JsonNode line = reader.next(); line != null; line = reader.next()) {
        if (ArchivedRow.isOne(line)) {
          each.accept(ArchivedRow.row(line));
        }
      }
      if (!reader.finish().equals(archive.content().sha256())) {
        throw new IOException("It is another file than was written");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ArchiveUnreadableException(archive.file(), e);
    }
  }

  private AuditEvent event(TrailRow row) {
    return new AuditEvent(
        row.id(),
        Instant.EPOCH.plus(row.recordedAtMicros(), ChronoUnit.MICROS),
        new AuditEvent.Actor(
            UUID.fromString(row.field(TrailRow.ACTOR_ID)),
            row.field(TrailRow.ACTOR_NAME),
            row.field(TrailRow.ACTOR_ROLE),
            row.field(TrailRow.ADDRESS),
            row.field(TrailRow.DEVICE)),
        row.field(TrailRow.ACTION),
        AuditEvent.Result.valueOf(row.field(TrailRow.RESULT)),
        new Subject(
            row.field(TrailRow.SUBJECT_TYPE),
            UUID.fromString(row.field(TrailRow.SUBJECT_ID)),
            row.field(TrailRow.LABEL)),
        tree(row.fields().get(TrailRow.LABEL + 1)),
        tree(row.fields().get(TrailRow.LABEL + 2)),
        row.fields().get(TrailRow.LABEL + 3),
        true);
  }

  private @Nullable JsonNode tree(@Nullable String text) {
    return text == null ? null : json.readTree(text);
  }
}
