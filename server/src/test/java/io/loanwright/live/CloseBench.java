package io.loanwright.live;

import io.loanwright.live.book.Ages;
import io.loanwright.testing.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * Measures the close of a day on books of many loans: of an ordinary one, and of days on which
 * something is due, unpaid, of 1, 10 and 100 in a hundred loans, while people pay.
 */
public final class CloseBench {

  private static final int COUNTERS = 4;
  private static final long REST_MILLIS = 50;
  private static final Duration BEFORE = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final double NANOS = 1e9;
  private static final double NANOS_IN_MILLI = 1e6;

  private final Program program;
  private final String name;

  private CloseBench(Program program, String name) {
    this.program = program;
    this.name = name;
  }

  /**
   * Prints the seconds of each close.
   *
   * @param args how many loans; a folder that has a book already, of which the current day is
   *     closed
   */
  public static void main(String[] args) throws Exception {
    if (args.length > 1) {
      try (BookFolder book = BookFolder.kept(Path.of(args[1]))) {
        new CloseBench(book.program(), "kept").measure();
      }
      return;
    }
    long loans = Long.parseLong(args[0]);
    measure("ordinary", loans, Ages.AS_IN_LIFE);
    measure("due_1", loans, Ages.due(1));
    measure("due_10", loans, Ages.due(10));
    measure("due_100", loans, Ages.due(100));
  }

  private static void measure(String name, long loans, Ages ages) throws Exception {
    try (BookFolder book = BookFolder.made(loans, ages)) {
      new CloseBench(book.program(), name).measure();
    }
  }

  private void measure() throws SQLException, IOException, InterruptedException {
    Lender lender = new Lender(program.administrator());
    List<UUID> paid = lender.loans(COUNTERS, lender.product(Map.of()));
    Counters counters = Counters.open(program, paid, 100, REST_MILLIS);
    long begun;
    long closed;
    try (counters) {
      new CountDownLatch(1).await(BEFORE.toSeconds(), TimeUnit.SECONDS);
      begun = System.nanoTime();
      close();
      closed = System.nanoTime();
    }
    double seconds = (closed - begun) / NANOS;
    System.out.printf(Locale.ROOT, "close_%s_seconds: %.2f%n", name, seconds);
    JsonNode day =
        program.administrator().get("/api/arrears/days?limit=1").expect(200).json().at("/items/0");
    System.out.println("close_" + name + "_day: " + day);
    report("before", counters, Long.MIN_VALUE, begun);
    report("meanwhile", counters, begun, closed);
    System.out.println("close_" + name + "_refused: " + counters.refused());
    memory();
    yardstick(seconds);
  }

  /** So long a close takes as so many transactions of the yardstick. */
  private void yardstick(double seconds) throws SQLException, IOException, InterruptedException {
    if (!Yardstick.isHere()) {
      System.out.println("pgbench is not installed: no yardstick");
      return;
    }
    double rate = Yardstick.perSecond(program).orElseThrow();
    System.out.printf(Locale.ROOT, "tpcb_per_second: %.0f%n", rate);
    System.out.printf(Locale.ROOT, "close_%s_in_tpcb: %.0f%n", name, rate * seconds);
  }

  /** Closes the day and waits until all of its work is done. */
  private void close() {
    Http http = program.administrator();
    String day = http.get("/api/business-date").expect(200).text("/businessDate");
    String job =
        http.post("/api/business-date/close", Map.of("through", day)).expect(202).text("/jobId");
    Awaitility.await()
        .atMost(LONGEST)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          JsonNode seen = http.get("/api/jobs/" + job).expect(200).json();
          String status = seen.at("/status").asString("");
          if (status.equals("FAILED")) {
            throw new IllegalStateException(seen.toString());
          }
          return status.equals("DONE");
        });
  }

  private void report(String when, Counters counters, long from, long until) {
    double[] millis =
        counters.answered().stream()
            .filter(answer -> answer.sent() >= from && answer.came() <= until)
            .mapToDouble(answer -> (answer.came() - answer.sent()) / NANOS_IN_MILLI)
            .sorted()
            .toArray();
    if (millis.length == 0) {
      System.out.println("close_" + name + "_payments_" + when + ": none was answered");
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "close_%s_payments_%s: %d, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
        name,
        when,
        millis.length,
        millis[millis.length / 2],
        millis[millis.length * 99 / 100],
        millis[millis.length - 1]);
  }

  /** What the program takes of the machine's memory, now and at most, without the database. */
  private void memory() throws IOException {
    Path status = Path.of("/proc", String.valueOf(program.pid()), "status");
    if (Files.exists(status)) {
      try (Stream<String> lines = Files.lines(status)) {
        lines
            .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
            .map(line -> "close_" + name + "_memory " + line.replaceAll("\\s+", " "))
            .forEach(System.out::println);
      }
    }
  }
}
