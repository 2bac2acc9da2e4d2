package io.loanwright.live;

import io.loanwright.live.book.Ages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures how many requests a second the program answers to 16 clients on the same machine:
 * repayments on different loans, loans, their schedules, and schedules of the public calculator.
 * Repayments are compared with the transactions of the yardstick on the same server. Last, one
 * client asks for loans with thousands of events.
 */
public final class RequestBench {

  private static final int CLIENTS = 16;
  private static final int LOANS = 20_000;
  private static final int EVENTS = 2_000;
  private static final long WARM_UP_SECONDS = 20;
  private static final long SECONDS = 20;
  private static final double NANOS_IN_MILLI = 1e6;

  /** Loans that a small payment leaves active, in no order. */
  private static final String SAMPLE =
      """
      SELECT id FROM loan.loan
       WHERE status = 'ACTIVE' AND principal_outstanding_minor > 100000
       ORDER BY md5(number) LIMIT
      """
          + " "
          + LOANS;

  private static final String OFFER =
      """
      {"currency": "EUR", "principal": "%d.00", "annualRate": "12", "repayments": 12, "unit": "MONTHS",
       "disbursedOn": "2026-03-02"}\
      """;

  private final Program program;
  private final String base;

  private RequestBench(Program program) {
    this.program = program;
    this.base = program.administrator().base();
  }

  /**
   * A request.
   *
   * @param body what is posted; null to read
   */
  private record Request(String path, @Nullable String body) {}

  /**
   * What came of asking.
   *
   * @param half the half of the answers took less, in milliseconds
   * @param most all but one in a hundred did
   */
  private record Took(double perSecond, double half, double most) {}

  /**
   * Prints the rates.
   *
   * @param args how many loans; a folder that has a book already, if there is one
   */
  public static void main(String[] args) throws Exception {
    try (BookFolder book =
        args.length > 1
            ? BookFolder.kept(Path.of(args[1]))
            : BookFolder.made(Long.parseLong(args[0]), Ages.AS_IN_LIFE)) {
      new RequestBench(book.program()).measure();
    }
  }

  private void measure() throws Exception {
    List<UUID> loans = sample();
    String today = program.administrator().get("/api/business-date").text("/businessDate");
    String cash = "{\"amount\": \"1.00\", \"on\": \"%s\", \"channel\": \"CASH\"}".formatted(today);
    Took paid = asked("payments", of(loans, loan -> new Request("/api/payments/" + loan, cash)));
    yardstick(paid.perSecond());
    asked("loans", of(loans, loan -> new Request("/api/loans/" + loan, null)));
    asked("schedules", of(loans, loan -> new Request("/api/loans/" + loan + "/schedule", null)));
    asked(
        "offers",
        number -> new Request("/api/calculator/schedule", OFFER.formatted(1_000 + number % 9_000)));
    longLoan("stands", Map.of());
    longLoan("follows", Map.of("recalculation", "FOLLOWS_PAYMENTS", "interestPeriod", "DAILY"));
  }

  /** Measures a loan with thousands of events, and its schedule; nobody else asks meanwhile. */
  private void longLoan(String kind, Map<String, Object> terms)
      throws InterruptedException, ExecutionException {
    program.signInAgain();
    UUID loan = new LongLoans(program).loan(EVENTS, terms);
    program.signInAgain();
    Request read = new Request("/api/loans/" + loan, null);
    Request schedule = new Request("/api/loans/" + loan + "/schedule", null);
    asked("loan_%d_events_%s".formatted(EVENTS, kind), 1, _ -> read);
    asked("schedule_%d_events_%s".formatted(EVENTS, kind), 1, _ -> schedule);
  }

  private static LongFunction<Request> of(List<UUID> loans, Function<UUID, Request> request) {
    return number -> request.apply(loans.get((int) (number % loans.size())));
  }

  private List<UUID> sample() throws SQLException {
    List<UUID> found = new ArrayList<>();
    try (Connection connection = program.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SAMPLE)) {
      while (rows.next()) {
        found.add(rows.getObject(1, UUID.class));
      }
    }
    return found;
  }

  private void yardstick(double payments) throws SQLException, IOException, InterruptedException {
    if (!Yardstick.isHere()) {
      System.out.println("pgbench is not installed: no yardstick");
      return;
    }
    double rate = Yardstick.perSecond(program).orElseThrow();
    System.out.printf(Locale.ROOT, "tpcb_per_second: %.0f%n", rate);
    System.out.printf(Locale.ROOT, "payments_in_tpcb: %.3f%n", payments / rate);
  }

  private Took asked(String name, LongFunction<Request> requests)
      throws InterruptedException, ExecutionException {
    return asked(name, CLIENTS, requests);
  }

  private Took asked(String name, int clients, LongFunction<Request> requests)
      throws InterruptedException, ExecutionException {
    AtomicLong next = new AtomicLong();
    ask(next, clients, requests, WARM_UP_SECONDS);
    Took took = ask(next, clients, requests, SECONDS);
    System.out.printf(Locale.ROOT, "%s_per_second: %.0f%n", name, took.perSecond());
    System.out.printf(Locale.ROOT, "%s_p50_millis: %.1f%n", name, took.half());
    System.out.printf(Locale.ROOT, "%s_p99_millis: %.1f%n", name, took.most());
    return took;
  }

  private Took ask(AtomicLong next, int many, LongFunction<Request> requests, long seconds)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    Callable<List<Long>> client =
        () -> {
          List<Long> nanos = new ArrayList<>();
          try (KeptConnection connection = new KeptConnection(URI.create(base))) {
            for (long sent = System.nanoTime(); sent < end; sent = System.nanoTime()) {
              send(connection, requests.apply(next.getAndIncrement()));
              nanos.add(System.nanoTime() - sent);
            }
          }
          return nanos;
        };
    List<Long> all = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(many)) {
      List<Callable<List<Long>>> everybody = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        everybody.add(client);
      }
      for (Future<List<Long>> done : clients.invokeAll(everybody)) {
        all.addAll(done.get());
      }
    }
    double took = (System.nanoTime() - start) / 1e9;
    double[] millis = all.stream().mapToDouble(nanos -> nanos / NANOS_IN_MILLI).toArray();
    Arrays.sort(millis);
    return new Took(all.size() / took, millis[millis.length / 2], millis[millis.length * 99 / 100]);
  }

  private void send(KeptConnection connection, Request request) throws IOException {
    String body = request.body();
    KeptConnection.Answered answered =
        body == null
            ? connection.send("GET", request.path(), authorized(""), null)
            : connection.send("POST", request.path(), authorized(commanded()), body);
    if (answered.status() >= 300) {
      throw new IOException(request.path() + ": " + answered.status() + " " + answered.body());
    }
  }

  private String authorized(String headers) {
    return "Authorization: " + program.administrator().authorization() + "\r\n" + headers;
  }

  private static String commanded() {
    return "Content-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n";
  }
}
