package io.loanwright.audit;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes who reads lists that show what is personal of borrowers, and of how many.
 *
 * <p>A list is asked for with every few letters that somebody types and with each page that he
 * turns. So readings are added up and leave one row a person, place, list and minute, and no
 * reading waits for the trail. Whoever is on a page with few is named, so that looking somebody up
 * by a search leaves what opening his page does. While the database is away all that is kept; a
 * program that is killed loses what was read in the last minute.
 */
@Component
public class ListReadings {

  private static final Logger LOG = LoggerFactory.getLogger(ListReadings.class);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final long LAST_WRITE_SECONDS = 10;

  /** Of so many on one page each is named. */
  private static final int FEW = 3;

  private final AuditRows rows;
  private final AuditTrail trail;
  private final TransactionTemplate apart;
  private final ConcurrentMap<Reader, Reading> waiting = new ConcurrentHashMap<>();
  private final ConcurrentMap<Look, Caller> looks = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("readings").factory());

  ListReadings(AuditRows rows, AuditTrail trail, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.trail = trail;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    ScheduledFuture<?> _ =
        clock.scheduleWithFixedDelay(
            this::write, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private record Reader(UUID userId, Origin origin, String list) {}

  private record Look(UUID userId, Origin origin, Subject subject) {}

  private record Reading(Caller caller, Shown shown) {

    Reading plus(Reading other) {
      return new Reading(other.caller, shown.plus(other.shown));
    }
  }

  /**
   * What the trail says of readings.
   *
   * @param pages how many pages, or answers to a search
   * @param borrowers of how many borrowers they showed more than the name and the end of the phone
   *     number; one who was on two pages counts twice
   * @param searches how many of the pages were searched for; what was typed is not kept, as it is a
   *     name or a number of somebody
   */
  private record Shown(long pages, long borrowers, long searches) {

    Shown plus(Shown other) {
      return new Shown(pages + other.pages, borrowers + other.borrowers, searches + other.searches);
    }
  }

  /**
   * Notes that somebody got a page of a list.
   *
   * @param list what it lists, in a word
   * @param borrowers how many borrowers other than the caller are on it of whom he sees more than
   *     the name and the end of the phone number; none leave nothing
   * @param searched whether he searched for them
   */
  public void note(Caller caller, String list, long borrowers, boolean searched) {
    if (borrowers > 0) {
      waiting.merge(
          new Reader(caller.userId(), caller.origin(), list),
          new Reading(caller, new Shown(1, borrowers, searched ? 1 : 0)),
          Reading::plus);
    }
  }

  /**
   * Notes whom somebody got to see on a page, where they are few: as if he had opened them.
   *
   * @param subjects without names, as somebody may be erased before this is written
   */
  public void noteEach(Caller caller, List<Subject> subjects) {
    if (subjects.size() <= FEW) {
      subjects.forEach(
          subject -> looks.put(new Look(caller.userId(), caller.origin(), subject), caller));
    }
  }

  /** Writes into the trail what was read since the last time. */
  public void write() {
    for (Reader reader : List.copyOf(waiting.keySet())) {
      Reading reading = waiting.remove(reader);
      if (reading != null) {
        write(reader, reading);
      }
    }
    for (Look look : List.copyOf(looks.keySet())) {
      Caller caller = looks.remove(look);
      if (caller != null) {
        write(look, caller);
      }
    }
  }

  private void write(Look look, Caller caller) {
    try {
      trail.looked(caller, "borrower.view", look.subject());
    } catch (RuntimeException fault) {
      LOG.warn("Whom somebody read of in a list is not in the trail yet", fault);
      looks.putIfAbsent(look, caller);
    }
  }

  private void write(Reader reader, Reading reading) {
    AuditRows.Deed deed =
        new AuditRows.Deed(
            "borrower.list",
            AuditEvent.Result.DONE,
            new Subject("list", AuditTrail.noId(), reader.list()),
            null,
            reading.shown(),
            null);
    try {
      apart.executeWithoutResult(_ -> rows.insert(reading.caller(), deed));
    } catch (RuntimeException fault) {
      LOG.warn("Who read a list is not in the trail yet", fault);
      waiting.merge(reader, reading, (newer, older) -> older.plus(newer));
    }
  }

  @PreDestroy
  void stop() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(LAST_WRITE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Who read lists is still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    write();
  }
}
