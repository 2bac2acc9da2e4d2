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
 * reading waits for the trail. While the database is away they are kept; a program that is killed
 * loses those of the last minute.
 */
@Component
public class ListReadings {

  private static final Logger LOG = LoggerFactory.getLogger(ListReadings.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final AuditRows rows;
  private final TransactionTemplate apart;
  private final ConcurrentMap<Reader, Reading> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("readings").factory());

  ListReadings(AuditRows rows, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    ScheduledFuture<?> _ =
        clock.scheduleWithFixedDelay(
            this::write, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private record Reader(UUID userId, Origin origin, String list) {}

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

  /** Writes into the trail what was read since the last time. */
  public void write() {
    for (Reader reader : List.copyOf(waiting.keySet())) {
      Reading reading = waiting.remove(reader);
      if (reading != null) {
        write(reader, reading);
      }
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
    clock.shutdownNow();
    write();
  }
}
