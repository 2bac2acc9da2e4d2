package io.loanwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.database.OwnerDatabase;
import io.loanwright.live.book.Ages;
import io.loanwright.live.book.Book;
import io.loanwright.postgres.EmbeddedServer;
import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs on one database: the one that is not asked to close helps the one that is. */
class SharedCloseTest {

  /** More than the one that closes takes at once, on four threads. */
  private static final int LOANS = 2_700;

  private static final String CLOSER = "loanwright";
  private static final String HELPER = "another-instance";
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /**
   * Notes which program counts how many loans; and the one that closes waits, before it counts any,
   * until the other one has, for 20 seconds at most.
   */
  private static final String WATCH =
      """
      CREATE TABLE public.counted (program text NOT NULL, loans bigint NOT NULL);

      CREATE FUNCTION public.note_count() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        INSERT INTO public.counted
        VALUES (current_setting('application_name'), NEW.loans - OLD.loans);
        RETURN NULL;
      END $$;

      CREATE TRIGGER note_count AFTER UPDATE OF loans ON arrears.closed_day
        FOR EACH ROW WHEN (NEW.loans > OLD.loans) EXECUTE FUNCTION public.note_count();

      CREATE FUNCTION public.await_help() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        FOR i IN 1..200 LOOP
          EXIT WHEN EXISTS (SELECT 1 FROM public.counted WHERE program = '%s');
          PERFORM pg_sleep(0.1);
        END LOOP;
        RETURN NULL;
      END $$;

      CREATE TRIGGER await_help AFTER UPDATE ON loan.loan
        FOR EACH STATEMENT WHEN (current_setting('application_name') = '%s')
        EXECUTE FUNCTION public.await_help();
      """
          .formatted(HELPER, CLOSER);

  @Test
  void bothCountLoansOfOneClose(@TempDir Path data, @TempDir Path other) throws Exception {
    try (Program closing = Program.start(data, Program.Tuning.STARTS_FAST)) {
      Book.load(closing, LOANS, 7, Ages.due(100));
      FolderCopy.of(data.resolve("keys"), other.resolve("keys"));
      try (Program helping = beside(closing, other)) {
        execute(closing, WATCH);

        Answer closed = close(closing.administrator());

        Map<String, Long> counted = counted(closing);
        assertThat(counted).containsOnlyKeys(CLOSER, HELPER);
        assertThat(counted.values()).allSatisfy(loans -> assertThat(loans).isPositive());
        assertThat(counted.values().stream().mapToLong(Long::longValue).sum())
            .as("each loan is worked out once")
            .isEqualTo(Long.parseLong(closed.text("/items/0/loans")))
            .isEqualTo(workedOut(closing));
        assertThat(closed.json().at("/items/0/finishedAt").isNull()).isFalse();
        assertThat(helping.isAlive()).isTrue();
      }
      assertThat(ImportBench.verify(closing)).isZero();
    }
  }

  /** Starts a program on the database of another one. */
  private static Program beside(Program program, Path data) throws SQLException {
    EmbeddedServer.Running server = program.server();
    OwnerDatabase database =
        new OwnerDatabase(
            server.url() + "?ApplicationName=" + HELPER, EmbeddedServer.USER, server.password());
    return Program.startOn(database, port(server.url()), data, Program.Tuning.STARTS_FAST);
  }

  private static int port(String url) {
    return URI.create(url.substring("jdbc:".length())).getPort();
  }

  private static Answer close(Http http) {
    String day = http.get("/api/business-date").expect(200).text("/businessDate");
    String job =
        http.post("/api/business-date/close", Map.of("through", day)).expect(202).text("/jobId");
    Awaitility.await()
        .atMost(LONGEST)
        .until(() -> !http.get("/api/jobs/" + job).expect(200).text("/status").equals("RUNNING"));
    assertThat(http.get("/api/jobs/" + job).expect(200).text("/status")).isEqualTo("DONE");
    return http.get("/api/arrears/days?limit=1").expect(200);
  }

  private static void execute(Program program, String sql) throws SQLException {
    try (Connection connection = program.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Map<String, Long> counted(Program program) throws SQLException {
    try (Connection connection = program.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT program, sum(loans) FROM public.counted GROUP BY 1")) {
      Map<String, Long> counted = new HashMap<>();
      while (rows.next()) {
        counted.put(rows.getString(1), rows.getLong(2));
      }
      return counted;
    }
  }

  private static long workedOut(Program program) throws SQLException {
    try (Connection connection = program.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM loan.loan WHERE worked_out_on > '2026-03-02'")) {
      row.next();
      return row.getLong(1);
    }
  }
}
