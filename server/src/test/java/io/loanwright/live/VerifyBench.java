package io.loanwright.live;

import io.loanwright.Verify;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how long the books of many loans take to verify, by the command that people use, beside
 * a program that runs on them.
 *
 * <p>The book is the demo's, copied until it is large: mixed products, terms, ages and arrears.
 */
public final class VerifyBench {

  private static final int BORROWERS = 500;

  private VerifyBench() {}

  /**
   * Prints the seconds; ends with status 1 if there are differences.
   *
   * @param args at least how many loans, 100,000 without
   */
  public static void main(String[] args) throws Exception {
    long loans = args.length > 0 ? Long.parseLong(args[0]) : 100_000;
    Path data = Files.createTempDirectory("loanwright-verify");
    int status;
    try (Program program =
        Program.start(
            data,
            Program.Tuning.RUNS_FAST,
            "--loanwright.demo=true",
            "--loanwright.demo-borrowers=" + BORROWERS)) {
      grow(program, loans);
      status = verify(program);
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
    System.exit(status);
  }

  private static void grow(Program program, long loans) throws SQLException {
    try (Connection connection = program.connect();
        Statement statement = connection.createStatement()) {
      long start = System.nanoTime();
      long before = count(statement, "SELECT count(*) FROM loan.loan");
      BookCopies.add(connection, Math.toIntExact((loans - 1) / before));
      print("book_made_seconds", seconds(start));
      long sealing = System.nanoTime();
      Awaitility.await()
          .atMost(Duration.ofMinutes(30))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> count(statement, "SELECT count(*) FROM audit.unsealed") == 0);
      print("sealed_seconds", seconds(sealing));
      statement.execute("VACUUM ANALYZE");
      print("loans", count(statement, "SELECT count(*) FROM loan.loan"));
      print("payments", count(statement, "SELECT count(*) FROM payment.payment"));
      print("entries", count(statement, "SELECT count(*) FROM ledger.journal_entry"));
    }
  }

  private static int verify(Program program) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = program.beside(Verify.class);
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        System.out.printf(Locale.ROOT, "after %.1f s: %s%n", seconds(start), line);
      }
    }
    int status = process.waitFor();
    print("verify_seconds", seconds(start));
    return status;
  }

  private static long count(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }

  private static void print(String name, double value) {
    System.out.printf(Locale.ROOT, "%s: %.1f%n", name, value);
  }

  private static void print(String name, long value) {
    System.out.println(name + ": " + value);
  }
}
