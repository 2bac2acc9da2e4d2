package io.loanwright.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * Measures whether payments wait for each other on an account: people who all pay into one account
 * for cash, against as many who pay into an account each.
 *
 * <p>Both kinds take turns, so that what slows the machine down slows both. What the database waits
 * for meanwhile is sampled and printed.
 */
public final class LedgerBench {

  private static final int CLIENTS = 32;
  private static final int WARM_UP_SECONDS = 15;
  private static final int SAMPLE_MILLIS = 50;

  /** What the sessions that serve payments do; null for those that work or are idle. */
  private static final String WAITS =
      """
      SELECT wait_event_type || ':' || wait_event
        FROM pg_stat_activity
       WHERE usename = 'loanwright_app'
         AND state = 'active'
         AND wait_event IS NOT NULL
      """;

  private final Program program;
  private final int seconds;
  private long nextCents = 100;

  private LedgerBench(Program program, int seconds) {
    this.program = program;
    this.seconds = seconds;
  }

  /** A kind of paying, and what came of all its turns. */
  private static final class Kind {

    private final String name;
    private final List<UUID> loans;
    private final Map<String, Integer> waits = new HashMap<>();
    private long payments;
    private long nanos;

    private Kind(String name, List<UUID> loans) {
      this.name = name;
      this.loans = loans;
    }

    private double perSecond() {
      return payments * 1e9 / nanos;
    }
  }

  /**
   * Prints both rates and their ratio.
   *
   * @param args how many seconds a turn takes, 10 without
   */
  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    Path data = Files.createTempDirectory("loanwright-bench");
    try (Program program = Program.start(data, Program.Tuning.RUNS_FAST)) {
      new LedgerBench(program, seconds).measure();
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }

  private void measure() throws SQLException, InterruptedException {
    Lender lender = new Lender(program.administrator());
    Kind one = new Kind("one_account", lender.loans(CLIENTS, lender.product(Map.of())));
    List<UUID> loans = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      String account = lender.cashAccount("TILL-" + i);
      loans.addAll(lender.loans(1, lender.product(Map.of("CASH", account))));
    }
    Kind each = new Kind("accounts_each", loans);

    turn(new Kind("warm-up", one.loans), WARM_UP_SECONDS);
    turn(new Kind("warm-up", each.loans), WARM_UP_SECONDS);
    for (Kind kind : List.of(one, each, each, one, one, each, each, one)) {
      turn(kind, seconds);
    }
    print(one);
    print(each);
    System.out.printf(Locale.ROOT, "ledger_ratio: %.3f%n", one.perSecond() / each.perSecond());
  }

  private void turn(Kind kind, int seconds) throws SQLException, InterruptedException {
    Counters counters = Counters.open(program, kind.loans, nextCents);
    long start = System.nanoTime();
    try (counters;
        Connection connection = program.connect();
        Statement statement = connection.createStatement()) {
      CountDownLatch never = new CountDownLatch(1);
      while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)) {
        sample(statement, kind.waits);
        never.await(SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
      }
      kind.payments += counters.acknowledged();
      kind.nanos += System.nanoTime() - start;
    }
    if (!counters.refused().isEmpty()) {
      throw new IllegalStateException("Payments were refused: " + counters.refused());
    }
    nextCents += counters.payments().size();
  }

  private static void sample(Statement statement, Map<String, Integer> waits) throws SQLException {
    try (ResultSet rows = statement.executeQuery(WAITS)) {
      while (rows.next()) {
        waits.merge(rows.getString(1), 1, Integer::sum);
      }
    }
  }

  private static void print(Kind kind) {
    System.out.printf(Locale.ROOT, "%s_payments_per_second: %.1f%n", kind.name, kind.perSecond());
    kind.waits.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(5)
        .forEach(wait ->
            System.out.printf(
                Locale.ROOT, "%s_waits %s: %d%n", kind.name, wait.getKey(), wait.getValue()));
  }
}
