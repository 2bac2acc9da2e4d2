package io.loanwright.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.loanwright.Verify;
import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import io.loanwright.testing.Http.FilePart;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how many rows of files an import takes in a second, over HTTP, with the program's own
 * PostgreSQL and durable commits: loans that are taken over where they stand, and loans whose
 * payments are replayed, in the order of the days and in that of the loans.
 */
public final class ImportBench {

  private static final int PAYMENTS_OF_A_LOAN = 9;
  private static final int MOST_BYTES = 19_000_000;
  private static final LocalDate FIRST_DISBURSEMENT = LocalDate.of(2025, 3, 3);

  private static final String MAPPING =
      """
      {"source": "%1$s",
       "loans": {
         "reference": {"column": "loan"},
         "borrower": {"reference": {"column": "customer"}, "name": {"column": "name"},
                      "phone": {"column": "phone"}, "email": {"column": "email"}},
         "terms": {
           "product": {"name": "Product of %1$s", "currency": "EUR", "annualRate": "12",
                       "repayments": 12},
           "amount": {"column": "amount"}, "annualRate": {"column": "rate"},
           "repayments": {"column": "term"}, "disbursedOn": {"column": "issued"}},
         "position": {"status": {"column": "status"}, "balance": {"column": "balance"},
                      "paidPrincipal": {"column": "paid"}}}%2$s}
      """;

  private static final String PAYMENTS =
      """
      , "payments": {"reference": {"column": "id"}, "loanReference": {"column": "loan"},
                     "amount": {"column": "paid"}, "on": {"column": "day"}}
      """;

  private static final String LOAN_COLUMNS =
      "loan,customer,name,phone,email,amount,rate,term,issued,status,balance,paid\n";

  private static final String LOAN =
      "L%1$d,C%2$d,Name %2$d of %3$s,+2547%2$08d,c%2$d.%4$d@loanwright.test,"
          + "%5$d.00,%6$d,%7$d,%8$s,Current,%9$d.00,%10$d.00\n";

  private final Program program;
  private long rows;
  private double seconds;
  private Busy busy = Busy.NONE;

  private ImportBench(Program program) {
    this.program = program;
  }

  /**
   * Prints the rates, and whether the verifier finds a difference; ends with status 1 then.
   *
   * @param args how many rows; the data folder, one that is thrown away without
   */
  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(args[0]);
    boolean isKept = args.length > 1;
    Path data = isKept ? Path.of(args[1]) : Files.createTempDirectory("loanwright-import");
    int status;
    try (Program program = Program.start(data, Program.Tuning.RUNS_FAST)) {
      ImportBench bench = new ImportBench(program);
      bench.measure("warm_up", rows / 20, 0, false);
      bench.forget();
      int replayed = Math.max(1, rows * 3 / 10 / (1 + PAYMENTS_OF_A_LOAN));
      bench.measure("loans", rows - 2 * replayed * (1 + PAYMENTS_OF_A_LOAN), 0, false);
      bench.measure("payments_by_day", replayed, PAYMENTS_OF_A_LOAN, false);
      bench.measure("payments_by_loan", replayed, PAYMENTS_OF_A_LOAN, true);
      bench.print("import", bench.rows, bench.seconds, bench.busy);
      status = verify(program);
    } finally {
      if (!isKept) {
        FileSystemUtils.deleteRecursively(data);
      }
    }
    System.exit(status);
  }

  private void forget() {
    rows = 0;
    seconds = 0;
    busy = Busy.NONE;
  }

  private void measure(String name, int loans, int payments, boolean byLoan) {
    String source = name + " " + UUID.randomUUID();
    List<FilePart> files = new ArrayList<>();
    files.add(FilePart.of("file", "loans.csv", loans(source, loans)));
    if (payments > 0) {
      files.add(FilePart.of("payments", "payments.csv", payments(loans, payments, byLoan)));
    }
    String mapping = mapping(source, payments > 0);
    program.signInAgain();
    Http admin = program.administrator();
    Busy before = busy();
    long start = System.nanoTime();
    Answer started = admin.upload("/api/imports", files, Map.of("mapping", mapping)).expect(202);
    String path = "/api/imports/" + started.id();
    Awaitility.await()
        .atMost(Duration.ofHours(1))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !admin.get(path).expect(200).text("/status").equals("RUNNING"));
    double took = (System.nanoTime() - start) / 1e9;
    Busy worked = busy().minus(before);
    Answer ended = admin.get(path).expect(200);
    long done =
        Long.parseLong(ended.text("/loans/imported"))
            + Long.parseLong(ended.text("/payments/imported"));
    if (!ended.text("/status").equals("DONE") || done != loans * (1L + payments)) {
      throw new IllegalStateException("Not everything came in: " + ended.body());
    }
    print(name, done, took, worked);
    rows += done;
    seconds += took;
    busy = busy.plus(worked);
  }

  /**
   * How long processors have worked.
   *
   * @param program for the program, in seconds
   * @param database for its database server
   */
  private record Busy(double program, double database) {

    private static final Busy NONE = new Busy(0, 0);

    private Busy plus(Busy other) {
      return new Busy(program + other.program, database + other.database);
    }

    private Busy minus(Busy other) {
      return new Busy(program - other.program, database - other.database);
    }
  }

  private Busy busy() {
    ProcessHandle running = ProcessHandle.of(program.pid()).orElseThrow();
    return new Busy(busy(Stream.of(running)), busy(running.descendants()));
  }

  private static double busy(Stream<ProcessHandle> processes) {
    return processes
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToDouble(duration -> duration.toMillis() / 1e3)
        .sum();
  }

  private void print(String name, long rows, double seconds, Busy busy) {
    System.out.printf(Locale.ROOT, "%s_rows: %d%n", name, rows);
    System.out.printf(Locale.ROOT, "%s_seconds: %.2f%n", name, seconds);
    System.out.printf(Locale.ROOT, "%s_rows_per_second: %.0f%n", name, rows / seconds);
    double both = busy.program() + busy.database();
    System.out.printf(Locale.ROOT, "%s_rows_per_core_second: %.0f%n", name, rows / both);
    System.out.printf(Locale.ROOT, "%s_share_of_database: %.2f%n", name, busy.database() / both);
  }

  static String mapping(String source, boolean isPaid) {
    return MAPPING.formatted(source, isPaid ? PAYMENTS : "");
  }

  /** Every third borrower has one loan, the others share theirs by two. */
  static byte[] loans(String source, int count) {
    StringBuilder text = new StringBuilder(LOAN_COLUMNS);
    int[] terms = {6, 12, 12, 24, 36};
    for (int i = 0; i < count; i++) {
      int customer = i - i % 3 / 2;
      long amount = 500 + 37L * i % 4_500;
      int term = terms[i % terms.length];
      LocalDate issued = FIRST_DISBURSEMENT.plusDays(i % 28);
      long paid = amount * Math.min(term - 1, 8) / term;
      text.append(
          LOAN.formatted(
              i,
              customer,
              source.substring(0, 4),
              source.hashCode() & 0xffffffffL,
              amount,
              10 + i % 20,
              term,
              issued,
              amount - paid,
              paid));
    }
    return bytes(text);
  }

  static byte[] payments(int loans, int each, boolean byLoan) {
    StringBuilder text = new StringBuilder("id,loan,paid,day\n");
    for (int i = 0; i < loans * each; i++) {
      int loan = byLoan ? i / each : i % loans;
      int number = byLoan ? i % each : i / loans;
      LocalDate day = FIRST_DISBURSEMENT.plusDays(loan % 28).plusMonths(number + 1);
      text.append("P%d,L%d,%d.%02d,%s\n".formatted(i, loan, 20 + loan % 30, loan % 100, day));
    }
    return bytes(text);
  }

  private static byte[] bytes(StringBuilder text) {
    byte[] bytes = text.toString().getBytes(UTF_8);
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("A file of so many rows is too large to send");
    }
    return bytes;
  }

  static int verify(Program program) throws IOException, InterruptedException {
    Process process = program.beside(Verify.class);
    try (BufferedReader said = process.inputReader()) {
      said.lines().forEach(System.out::println);
    }
    return process.waitFor();
  }
}
