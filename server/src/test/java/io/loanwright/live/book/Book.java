package io.loanwright.live.book;

import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.live.Program;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills a program in which nothing was lent yet with a book.
 *
 * <p>Lives are made up on all cores and written by COPY, some hundred at a time. The program seals
 * the rows meanwhile, as it does with its own.
 */
public final class Book {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BORROWERS_AT_ONCE = 200;
  private static final int WRITERS = Math.max(2, Runtime.getRuntime().availableProcessors());
  private static final Duration LONGEST_SEALING = Duration.ofHours(4);
  private static final double NANOS = 1e9;

  /** Rows are checked by the verifier afterwards, so keys to other tables are not checked here. */
  private static final String UNCHECKED = "SET session_replication_role = replica";

  /** What a server does not do while a book is written, which is thrown away if that breaks off. */
  private static final List<String> SPARED_WORK = List.of("autovacuum", "full_page_writes");

  /** The figures of the loans, which each command keeps up. */
  private static final List<String> FIGURES =
      List.of(
          "DELETE FROM borrower.count_change",
          """
          INSERT INTO borrower.count_change (branch_id, officer_id, borrowers)
          SELECT branch_id, officer_id, count(*)
            FROM borrower.borrower
           GROUP BY branch_id, officer_id
          """,
          "DELETE FROM loan.portfolio_change",
          """
          INSERT INTO loan.portfolio_change
                 (branch_id, officer_id, currency, status, loans, disbursed_minor,
                  outstanding_minor)
          SELECT branch_id, officer_id, currency, status, count(*),
                 sum(coalesce(disbursed_minor, 0)), sum(principal_outstanding_minor)
            FROM loan.loan
           GROUP BY branch_id, officer_id, currency, status
          """,
          "DELETE FROM loan.ageing_change",
          """
          INSERT INTO loan.ageing_change
                 (branch_id, officer_id, currency, unpaid_since, loans, outstanding_minor)
          SELECT branch_id, officer_id, currency, oldest_unpaid_due_on, count(*),
                 sum(principal_outstanding_minor)
            FROM loan.loan
           WHERE status = 'ACTIVE'
           GROUP BY branch_id, officer_id, currency, oldest_unpaid_due_on
          """,
          "DELETE FROM loan.owed",
          """
          INSERT INTO loan.owed (loan_id, owed_minor)
          SELECT id, principal_outstanding_minor + interest_outstanding_minor
                     + fees_outstanding_minor + penalties_outstanding_minor
            FROM loan.loan
          """,
          "DELETE FROM loan.due_change",
          "DELETE FROM loan.due_sum",
          """
          INSERT INTO loan.due_sum
          SELECT i.due_on, l.currency, l.branch_id, l.officer_id,
                 sum(i.principal_minor + i.interest_minor + i.fees_minor + i.penalties_minor),
                 sum(i.unpaid_minor), count(*) FILTER (WHERE i.unpaid_minor > 0)
            FROM loan.installment i
            JOIN loan.loan l ON l.id = i.loan_id
           WHERE l.status <> 'WRITTEN_OFF'
           GROUP BY i.due_on, l.currency, l.branch_id, l.officer_id
          """,
          "DELETE FROM payment.day_change",
          "DELETE FROM payment.day_sum",
          """
          INSERT INTO payment.day_sum
          SELECT paid_on, currency, branch_id, officer_id, channel, count(*), sum(amount_minor),
                 sum(late_minor), sum(due_minor), sum(advance_minor), sum(beyond_minor)
            FROM payment.payment
           WHERE status = 'POSTED'
           GROUP BY paid_on, currency, branch_id, officer_id, channel
          """);

  private final Program program;
  private final BookPlan plan;
  private final Map<LoanTerms, Integer> termsIds;
  private final PrintStream terminal = System.out;
  private final long start = System.nanoTime();
  private final AtomicLong loans = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();

  private Book(Program program, BookPlan plan, Map<LoanTerms, Integer> termsIds) {
    this.program = program;
    this.plan = plan;
    this.termsIds = termsIds;
  }

  /**
   * Fills a program that runs and prints how fast that went.
   *
   * @param loans how many
   * @param seed the same makes the same book, but for ids of branches, people and products
   * @param ages how old its loans are; where they say what is due, products have a penalty, too
   */
  public static void load(Program program, long loans, long seed, Ages ages)
      throws SQLException, InterruptedException, ExecutionException {
    try (Connection connection = program.connect()) {
      if (count(connection, "SELECT count(*) FROM product.product") > 0) {
        throw new IllegalStateException("A product is offered already: this book is not empty");
      }
    }
    Lending lending = Founding.found(program, ages.due() != null);
    BookPlan plan = new BookPlan(lending, loans, seed, ages);
    new Book(program, plan, termsIds(program, lending)).load();
  }

  private static Map<LoanTerms, Integer> termsIds(Program program, Lending lending)
      throws SQLException {
    Map<LoanTerms, Integer> ids = new HashMap<>();
    try (Connection connection = program.connect();
        PreparedStatement kept = connection.prepareStatement("SELECT loan.kept_terms(?::jsonb)")) {
      for (Lending.Offer offer : lending.offers()) {
        for (LoanTerms terms : offer.terms()) {
          kept.setString(1, JSON.writeValueAsString(terms));
          try (ResultSet row = kept.executeQuery()) {
            row.next();
            ids.put(terms, row.getInt(1));
          }
        }
      }
    }
    return ids;
  }

  private void load() throws SQLException, InterruptedException, ExecutionException {
    try (Connection connection = program.connect()) {
      SparedIndexes spared = SparedIndexes.takeAway(connection);
      sparing(connection, "ALTER SYSTEM SET %s = off");
      live();
      said("book_written_seconds");
      remake(spared.definitions());
      standing(connection);
      said("book_indexed_seconds");
      Awaitility.await()
          .atMost(LONGEST_SEALING)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> count(connection, "SELECT count(*) FROM audit.unsealed") == 0);
      said("book_sealed_seconds");
      sparing(connection, "ALTER SYSTEM RESET %s");
      try (Statement statement = connection.createStatement()) {
        statement.execute("VACUUM ANALYZE");
        statement.execute("CHECKPOINT");
      }
      said("book_made_seconds");
      for (String what :
          List.of("borrower.borrower", "loan.loan", "payment.payment", "ledger.journal_entry")) {
        long count = count(connection, "SELECT count(*) FROM " + what);
        terminal.printf(Locale.ROOT, "book_%s: %d%n", what.substring(what.indexOf('.') + 1), count);
      }
      terminal.printf(
          Locale.ROOT,
          "book_active_loans: %d%n",
          count(connection, "SELECT count(*) FROM loan.loan WHERE status = 'ACTIVE'"));
      terminal.printf(Locale.ROOT, "book_loans_per_second: %.0f%n", plan.loans() / seconds());
    }
  }

  private static void sparing(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String work : SPARED_WORK) {
        statement.execute(sql.formatted(work));
      }
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  /** Hands out borrowers, a part after the other, to those who write. */
  private void live() throws InterruptedException, ExecutionException {
    Semaphore ahead = new Semaphore(2 * WRITERS);
    ConcurrentLinkedQueue<Connection> connections = new ConcurrentLinkedQueue<>();
    List<Future<?>> parts = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      long number = 1;
      long place = 0;
      while (number <= plan.loans()) {
        Part part = part(place, number);
        ahead.acquire();
        parts.add(
            writers.submit(() -> {
              try {
                write(part, connections);
              } finally {
                ahead.release();
              }
              return null;
            }));
        place += part.counts().size();
        number += part.loans();
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } finally {
      connections.forEach(Book::close);
    }
  }

  /**
   * Some borrowers, one after the other.
   *
   * @param counts how many loans each has
   */
  private record Part(long place, long firstLoan, List<Integer> counts) {

    long loans() {
      return counts.stream().mapToLong(Integer::longValue).sum();
    }
  }

  private Part part(long place, long firstLoan) {
    List<Integer> counts = new ArrayList<>();
    long left = plan.loans() - firstLoan + 1;
    while (counts.size() < BORROWERS_AT_ONCE && left > 0) {
      int count = (int) Math.min(left, plan.loansOf(place + counts.size()));
      counts.add(count);
      left -= count;
    }
    return new Part(place, firstLoan, counts);
  }

  private void write(Part part, ConcurrentLinkedQueue<Connection> connections) throws SQLException {
    BookRows written = new BookRows(plan.lending(), termsIds);
    BorrowerLife lives = new BorrowerLife(plan, written);
    long number = part.firstLoan();
    for (int i = 0; i < part.counts().size(); i++) {
      lives.live(part.place() + i, part.counts().get(i), number);
      number += part.counts().get(i);
    }
    Connection free = connections.poll();
    Connection connection = free == null ? open() : free;
    rows.addAndGet(written.writeTo(connection));
    connection.commit();
    connections.add(connection);
    report(loans.addAndGet(part.loans()), part.loans());
  }

  private Connection open() throws SQLException {
    Connection connection = program.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute(UNCHECKED);
      statement.execute("SET synchronous_commit = off");
    }
    connection.setAutoCommit(false);
    return connection;
  }

  /** Makes the indexes anew, on two connections. */
  private void remake(List<String> definitions) throws InterruptedException, ExecutionException {
    List<Future<?>> made = new ArrayList<>();
    try (ExecutorService makers = Executors.newFixedThreadPool(2)) {
      for (String definition : definitions) {
        made.add(
            makers.submit(() -> {
              try (Connection connection = program.connect();
                  Statement statement = connection.createStatement()) {
                statement.execute("SET maintenance_work_mem = '256MB'");
                statement.execute(definition);
              }
              return null;
            }));
      }
      for (Future<?> one : made) {
        one.get();
      }
    }
  }

  /** What stands beside the rows: figures of the portfolio, and the next numbers. */
  private static void standing(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : FIGURES) {
        statement.execute(sql);
      }
      statement.execute("SELECT setval('loan.loan_number', (SELECT count(*) FROM loan.loan))");
      statement.execute(
          "SELECT setval('borrower.borrower_number', (SELECT count(*) FROM borrower.borrower))");
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void report(long done, long latest) {
    long step = Math.max(1, plan.loans() / 10);
    if (done / step > (done - latest) / step) {
      terminal.printf(
          Locale.ROOT,
          "%d of %d loans, %d rows, %.0f loans a second%n",
          done,
          plan.loans(),
          rows.get(),
          done / seconds());
    }
  }

  private void said(String name) {
    terminal.printf(Locale.ROOT, "%s: %.1f%n", name, seconds());
  }

  private double seconds() {
    return (System.nanoTime() - start) / NANOS;
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
