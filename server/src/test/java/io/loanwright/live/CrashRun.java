package io.loanwright.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the program, its database server and both, at random moments, and cuts their connections,
 * while people pay; then compares what they were told with the books.
 */
public final class CrashRun {

  private static final int COUNTERS = 8;
  private static final int SHORTEST_MILLIS = 100;
  private static final int LONGEST_MILLIS = 1500;
  private static final int CUTS = 15;

  /** Rolls back whatever some of the program's sessions are at, and ends them. */
  private static final String CUT =
      """
      SELECT pg_terminate_backend(pid)
        FROM pg_stat_activity
       WHERE usename = 'loanwright_app'
       ORDER BY random()
       LIMIT 3
      """;

  /** What is killed without a word. */
  private enum Victim {
    PROGRAM,
    DATABASE,
    BOTH
  }

  private final Program program;
  private final RandomGenerator random;

  private CrashRun(Program program, long seed) {
    this.program = program;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /**
   * What came of a run.
   *
   * @param wrong what does not fit, in words
   * @param refused how often the program answered something else than that a payment was taken
   */
  record Result(
      int kills,
      long acknowledged,
      long open,
      List<String> wrong,
      Map<String, ? extends Number> refused) {}

  /**
   * Prints what came of so many kills; ends with status 1 if a payment was lost or doubled.
   *
   * @param args how many kills, 50 without; and the seed of the moments
   */
  public static void main(String[] args) throws IOException, SQLException {
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 50;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    Path data = Files.createTempDirectory("loanwright-crash");
    System.out.println("data: " + data);
    Result result = of(data, kills, seed);
    System.out.printf(Locale.ROOT, "seed: %d%n", seed);
    System.out.printf(Locale.ROOT, "kills: %d%n", result.kills());
    System.out.printf(Locale.ROOT, "payments_acknowledged: %d%n", result.acknowledged());
    System.out.printf(Locale.ROOT, "payments_never_acknowledged: %d%n", result.open());
    result
        .refused()
        .forEach((reason, count) -> System.out.println("refused " + reason + ": " + count));
    System.out.printf(Locale.ROOT, "wrong: %d%n", result.wrong().size());
    result.wrong().forEach(System.out::println);
    if (result.wrong().isEmpty()) {
      FileSystemUtils.deleteRecursively(data);
    }
    System.exit(result.wrong().isEmpty() ? 0 : 1);
  }

  /** Lives through kills on a new data folder. */
  static Result of(Path data, int kills, long seed) throws SQLException {
    try (Program program = Program.start(data, Program.Tuning.STARTS_FAST)) {
      return new CrashRun(program, seed).live(kills);
    }
  }

  private Result live(int kills) throws SQLException {
    Lender lender = new Lender(program.administrator());
    List<UUID> loans = lender.loans(COUNTERS, lender.product(Map.of()));
    Counters counters = Counters.open(program, loans, 100);
    try (counters) {
      for (int i = 0; i < kills; i++) {
        awaitAnotherOf(counters);
        pause(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
        kill(Victim.values()[i % Victim.values().length]);
      }
      awaitAnotherOf(counters);
      cutConnections();
      awaitAnotherOf(counters);
    }
    Kept kept = new Kept(program);
    long open = counters.payments().stream().filter(p -> p.acknowledged() == null).count();
    List<String> wrong = kept.wrong(counters);
    return new Result(kills, counters.acknowledged(), open, wrong, counters.refused());
  }

  private void kill(Victim victim) {
    switch (victim) {
      case PROGRAM -> {
        program.kill();
        program.startAgain();
      }
      case DATABASE -> program.killPostgres();
      case BOTH -> {
        program.kill();
        program.killPostgres();
        program.startAgain();
      }
    }
  }

  private void cutConnections() throws SQLException {
    try (Connection connection =
            Awaitility.await().ignoreExceptions().until(program::connect, _ -> true);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < CUTS; i++) {
        pause(random.nextInt(SHORTEST_MILLIS));
        statement.execute(CUT);
      }
    }
  }

  /** Waits until the program takes money again. */
  static void awaitAnotherOf(Counters counters) {
    long before = counters.acknowledged();
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .atMost(Duration.ofMinutes(3))
        .until(() -> counters.acknowledged() > before);
  }

  static void pause(int millis) {
    Awaitility.await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
  }
}
