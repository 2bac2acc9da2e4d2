package io.loanwright.reporting.live;

import io.loanwright.audit.Recorded;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells all instances what has changed here.
 *
 * <p>PostgreSQL lets transactions that notify commit one after the other, so none of the program's
 * does. What changed is told after the commit, a few times a second and each kind once, however
 * many payments there were. A crash in between loses the telling, not the change.
 */
@Component
class Announcer {

  /** What instances listen to. */
  static final String CHANNEL = "loanwright_changed";

  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final int LENGTH_MAX = 7_000;

  private final JdbcClient jdbc;
  private final Set<Change> waiting = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("announcer").factory());

  Announcer(JdbcClient jdbc) {
    this.jdbc = jdbc;
    ScheduledFuture<?> _ =
        clock.scheduleWithFixedDelay(
            this::announce, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(Recorded deed) {
    Topic.of(deed.action()).forEach(topic -> waiting.add(new Change(topic, deed.branchId())));
  }

  private void announce() {
    if (waiting.isEmpty()) {
      return;
    }
    List<Change> now = new ArrayList<>(waiting);
    now.forEach(waiting::remove);
    try {
      jdbc.sql("SELECT pg_notify(:channel, :changes)")
          .param("channel", CHANNEL)
          .param("changes", text(now))
          .query((row, _) -> true)
          .list();
    } catch (DataAccessException | CannotCreateTransactionException away) {
      LOG.debug("Nobody can be told of a change", away);
      waiting.addAll(now);
    } catch (RuntimeException fault) {
      LOG.warn("A change was not told", fault);
    }
  }

  /** PostgreSQL takes 8,000 bytes: of very many branches it is told that it may be any. */
  static String text(Collection<Change> changes) {
    String text = changes.stream().map(Change::text).collect(Collectors.joining(","));
    return text.length() <= LENGTH_MAX
        ? text
        : changes.stream()
            .map(change -> change.topic().name())
            .distinct()
            .collect(Collectors.joining(","));
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
  }
}
