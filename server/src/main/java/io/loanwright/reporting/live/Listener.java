package io.loanwright.reporting.live;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what any instance tells, on one connection of its own. A connection that is lost is made
 * anew; since nobody knows what was told meanwhile, everything counts as changed then.
 */
final class Listener {

  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final int PATIENCE_MILLIS = 500;

  /** After how often nothing was heard the connection is tried: a minute. */
  private static final int QUIET_MAX = 120;

  private static final int ANSWER_SECONDS = 10;

  private final HikariDataSource source;
  private final Consumer<List<Change>> heard;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Connection open;

  Listener(HikariDataSource source, Consumer<List<Change>> heard) {
    this.source = source;
    this.heard = heard;
  }

  /** Listens until it is stopped. */
  void run() {
    boolean isFirst = true;
    while (stopped.getCount() > 0) {
      try (Connection connection = DriverManager.getConnection(source.getJdbcUrl(), settings())) {
        open = connection;
        listen(connection, isFirst);
      } catch (SQLException lost) {
        LOG.debug("The connection that hears of changes is lost", lost);
      } catch (RuntimeException fault) {
        if (stopped.getCount() > 0) {
          LOG.warn("What was heard of changes was not told", fault);
        }
      }
      isFirst = false;
      rest();
    }
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("user", source.getUsername());
    settings.setProperty("password", source.getPassword());
    settings.setProperty("tcpKeepAlive", "true");
    return settings;
  }

  private void listen(Connection connection, boolean isFirst) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET application_name = 'loanwright-updates'");
      statement.execute("LISTEN " + Announcer.CHANNEL);
    }
    if (!isFirst) {
      heard.accept(
          EnumSet.allOf(Topic.class).stream().map(topic -> new Change(topic, null)).toList());
    }
    PGConnection postgres = connection.unwrap(PGConnection.class);
    int quiet = 0;
    while (stopped.getCount() > 0) {
      PGNotification[] told = postgres.getNotifications(PATIENCE_MILLIS);
      if (told != null && told.length > 0) {
        quiet = 0;
        heard.accept(changes(told));
      } else if (++quiet >= QUIET_MAX) {
        quiet = 0;
        ask(connection);
      }
    }
  }

  /** Who only listens does not notice that the other end is gone. */
  private static void ask(Connection connection) throws SQLException {
    if (!connection.isValid(ANSWER_SECONDS)) {
      throw new SQLException("The database does not answer");
    }
  }

  private static List<Change> changes(PGNotification[] told) {
    return Arrays.stream(told)
        .flatMap(each -> Stream.of(each.getParameter().split(",")))
        .map(Change::of)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private void rest() {
    try {
      boolean _ = stopped.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  /** Stops listening. */
  void stop() {
    stopped.countDown();
    Connection connection = open;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException gone) {
        LOG.debug("The connection that hears of changes was gone", gone);
      }
    }
  }
}
