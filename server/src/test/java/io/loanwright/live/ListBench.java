package io.loanwright.live;

import io.loanwright.live.book.Ages;
import io.loanwright.testing.Http;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Measures how long the lists, searches and figures of the pages take at many loans, one request
 * after the other, and how much longer than at 10,000.
 */
public final class ListBench {

  private static final long FEW = 10_000;
  private static final int REQUESTS = Integer.getInteger("bench.requests", 200);
  private static final int WARM_UP = Math.ceilDiv(REQUESTS, 7);

  /** Which requests are made; all of them, if nobody says so. */
  private static final Pattern ASKED = Pattern.compile(System.getProperty("bench.only", ".*"));

  private static final int SAMPLES = 50;
  private static final String OFFICER = "b1.o1@loanwright.test";
  private static final double NANOS_IN_MILLI = 1e6;

  /** Requests by what they are for; the words in braces stand for samples of the book. */
  private static final Map<String, String> REQUESTED = new LinkedHashMap<>();

  static {
    REQUESTED.put("loans", "/api/loans");
    REQUESTED.put("loans_active", "/api/loans?status=ACTIVE");
    REQUESTED.put("loans_overdue", "/api/loans?overdue=true");
    REQUESTED.put("loans_overdue_longest", "/api/loans?overdue=true&sort=-daysPastDue");
    REQUESTED.put("loans_by_outstanding", "/api/loans?status=ACTIVE&sort=-outstanding");
    REQUESTED.put("loans_by_disbursement", "/api/loans?sort=-disbursedOn");
    REQUESTED.put("loans_of_product", "/api/loans?productId={product}&status=CLOSED");
    REQUESTED.put("loans_of_borrower", "/api/loans?borrowerId={borrower}");
    REQUESTED.put("loans_defaulted", "/api/loans?defaulted=true");
    REQUESTED.put("loans_search_number", "/api/loans?search={number}");
    REQUESTED.put("loans_search_name", "/api/loans?search={name}");
    REQUESTED.put("loan", "/api/loans/{loan}");
    REQUESTED.put("loan_schedule", "/api/loans/{loan}/schedule");
    REQUESTED.put("loan_events", "/api/loans/{loan}/events");
    REQUESTED.put("loan_quote", "/api/loans/{loan}/quote");
    REQUESTED.put("approvals", "/api/approvals");
    REQUESTED.put("borrowers", "/api/borrowers");
    REQUESTED.put("borrowers_search", "/api/borrowers?search={name}&sort=bestMatch");
    REQUESTED.put("borrowers_by_name", "/api/borrowers?search={name}");
    REQUESTED.put("borrowers_phone", "/api/borrowers?search={phone}");
    REQUESTED.put("borrower", "/api/borrowers/{borrower}");
    REQUESTED.put("borrower_history", "/api/borrowers/{borrower}/history");
    REQUESTED.put("payments", "/api/payments");
    REQUESTED.put("payments_by_amount", "/api/payments?sort=-amount");
    REQUESTED.put("payments_mobile", "/api/payments?channel=MOBILE_MONEY");
    REQUESTED.put("payments_reversed", "/api/payments?status=REVERSED");
    REQUESTED.put("payments_of_days", "/api/payments?from=2026-02-01&to=2026-02-02&sort=-on");
    REQUESTED.put("payments_search_receipt", "/api/payments?search={receipt}");
    REQUESTED.put("payments_search_name", "/api/payments?search={name}");
    REQUESTED.put("payments_of_loan", "/api/payments?loanId={loan}");
    REQUESTED.put("overdue", "/api/payments/overdue");
    REQUESTED.put("overdue_of_branch", "/api/payments/overdue?branchId={branch}");
    REQUESTED.put("overdue_of_nobody", "/api/payments/overdue?ofNobody=true");
    REQUESTED.put("queue_of_officer", "/api/collection/queue?assigneeId={officer}");
    REQUESTED.put("queue_summary", "/api/collection/summary?assigneeId={officer}");
    REQUESTED.put("dashboard", "/api/dashboards/portfolio");
    REQUESTED.put("dashboard_today", "/api/dashboards/today");
    REQUESTED.put("dashboard_officers", "/api/dashboards/officers");
    REQUESTED.put("dashboard_money", "/api/dashboards/money");
    REQUESTED.put("dashboard_controls", "/api/dashboards/controls");
    REQUESTED.put("ageing", "/api/reports/ageing");
    REQUESTED.put("ageing_by_parts", "/api/reports/ageing?parts=true");
    REQUESTED.put("expected", "/api/reports/expected");
    REQUESTED.put(
        "expected_of_year_by_officer",
        "/api/reports/expected?by=OFFICER&from=2025-03-03&to=2026-03-02");
    REQUESTED.put("officers", "/api/reports/officers");
    REQUESTED.put("at_risk_by_officer", "/api/reports/at-risk?by=OFFICER");
    REQUESTED.put("provisions", "/api/reports/provisions");
    REQUESTED.put("liquidity", "/api/reports/liquidity");
    REQUESTED.put("control_accounts", "/api/reports/control-accounts");
    REQUESTED.put("day_book", "/api/reports/day-book");
    REQUESTED.put("cash_flow", "/api/ledger/cash-flow?from=2026-02-01&to=2026-03-02&currency=USD");
    REQUESTED.put(
        "income_received",
        "/api/ledger/income-received?from=2026-02-01&to=2026-03-02&currency=USD");
    REQUESTED.put(
        "income_statement",
        "/api/ledger/income-statement?from=2026-02-01&to=2026-03-02&currency=USD");
    REQUESTED.put("entries", "/api/ledger/entries");
    REQUESTED.put("entries_of_account", "/api/ledger/entries?account=1110");
    REQUESTED.put("entries_of_loan", "/api/ledger/entries?loanId={loan}");
    REQUESTED.put(
        "general_ledger",
        "/api/ledger/general-ledger?account=1110&from=2026-02-01&to=2026-03-02&currency=USD");
    REQUESTED.put("trial_balance", "/api/ledger/trial-balance?on=2026-03-02&currency=USD");
    REQUESTED.put("wallets", "/api/wallets?borrowerId={borrower}");
    REQUESTED.put("audit", "/api/audit");
    REQUESTED.put("audit_of_loan", "/api/audit?subjectType=loan&subjectId={loan}");
    REQUESTED.put("audit_action", "/api/audit?action=loan.approve");
  }

  private static final Map<String, String> SAMPLE =
      Map.of(
          "product", "SELECT id FROM product.product",
          "branch", "SELECT id FROM organization.branch ORDER BY code",
          "officer",
              "SELECT officer_id FROM loan.loan WHERE officer_id IS NOT NULL"
                  + " GROUP BY officer_id ORDER BY officer_id LIMIT %d",
          "loan", "SELECT id FROM loan.loan WHERE status = 'ACTIVE' ORDER BY md5(number) LIMIT %d",
          "number", "SELECT number FROM loan.loan ORDER BY md5(number) LIMIT %d",
          "borrower", "SELECT id FROM borrower.borrower ORDER BY md5(number) LIMIT %d",
          "name",
              "SELECT replace(name, ' ', '%%20') FROM borrower.borrower"
                  + " WHERE name ~ '^[A-Za-z ]+$' ORDER BY md5(number) LIMIT %d",
          "phone", "SELECT right(phone, 7) FROM borrower.borrower ORDER BY md5(number) LIMIT %d",
          "receipt",
              "SELECT receipt_number FROM payment.payment ORDER BY md5(receipt_number) LIMIT %d");

  private final Program program;
  private final Map<String, List<String>> samples = new LinkedHashMap<>();

  private ListBench(Program program) {
    this.program = program;
  }

  /**
   * How long requests took.
   *
   * @param half the half of them took less, in milliseconds
   * @param most all but one in a hundred did
   */
  private record Took(double half, double most) {}

  /**
   * Prints what half of the requests, and all but one in a hundred, took.
   *
   * @param args how many loans; a folder that has a book of so many already, if there is one; one
   *     that has a book of 10,000
   */
  public static void main(String[] args) throws Exception {
    Map<String, Took> few;
    Map<String, Took> many;
    try (BookFolder book =
        args.length > 2
            ? BookFolder.kept(Path.of(args[2]))
            : BookFolder.made(FEW, Ages.AS_IN_LIFE)) {
      few = new ListBench(book.program()).measure();
    }
    try (BookFolder book =
        args.length > 1
            ? BookFolder.kept(Path.of(args[1]))
            : BookFolder.made(Long.parseLong(args[0]), Ages.AS_IN_LIFE)) {
      many = new ListBench(book.program()).measure();
    }
    System.out.printf(
        Locale.ROOT, "%-34s %9s %9s %9s %9s %7s%n", "", FEW, "p99", args[0], "p99", "ratio");
    many.forEach((name, took) -> {
      Took before = few.getOrDefault(name, took);
      System.out.printf(
          Locale.ROOT,
          "%-34s %6.1f ms %6.1f ms %6.1f ms %6.1f ms %7.2f%n",
          name,
          before.half(),
          before.most(),
          took.half(),
          took.most(),
          took.half() / before.half());
    });
  }

  private Map<String, Took> measure() throws SQLException {
    sample();
    Map<String, Took> took = new LinkedHashMap<>();
    Http administrator = program.administrator();
    Http officer = program.signIn(OFFICER);
    warmUp(administrator);
    for (Map.Entry<String, String> asked : REQUESTED.entrySet()) {
      if (ASKED.matcher(asked.getKey()).matches()) {
        took.put(asked.getKey(), measure(administrator, asked.getValue()));
      }
    }
    for (String name : List.of("loans", "loans_overdue", "loans_search_name", "payments")) {
      if (ASKED.matcher("officer_" + name).matches()) {
        took.put("officer_" + name, measure(officer, REQUESTED.getOrDefault(name, "")));
      }
    }
    return took;
  }

  /** What is asked for first would stand there with the compiling of what all of them need. */
  private void warmUp(Http http) {
    for (Map.Entry<String, String> asked : REQUESTED.entrySet()) {
      if (ASKED.matcher(asked.getKey()).matches()) {
        for (int i = 0; i < WARM_UP; i++) {
          http.get(filled(asked.getValue(), i % SAMPLES)).expect(200);
        }
      }
    }
  }

  private Took measure(Http http, String path) {
    double[] millis = new double[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      String filled = filled(path, i % SAMPLES);
      long start = System.nanoTime();
      http.get(filled).expect(200);
      millis[i] = (System.nanoTime() - start) / NANOS_IN_MILLI;
    }
    Arrays.sort(millis);
    return new Took(millis[REQUESTS / 2], millis[REQUESTS * 99 / 100]);
  }

  private String filled(String path, int place) {
    String filled = path;
    for (Map.Entry<String, List<String>> sample : samples.entrySet()) {
      List<String> known = sample.getValue();
      filled = filled.replace("{" + sample.getKey() + "}", known.get(place % known.size()));
    }
    return filled;
  }

  private void sample() throws SQLException {
    try (Connection connection = program.connect();
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> sample : SAMPLE.entrySet()) {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sample.getValue().formatted(SAMPLES))) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
        samples.put(sample.getKey(), found);
      }
    }
  }
}
