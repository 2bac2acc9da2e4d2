package io.loanwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.live.book.Ages;
import io.loanwright.live.book.Book;
import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A close of three days whose program is killed five times, each time in the middle of something
 * else, leaves what one leaves that nobody disturbs: on copies of one book.
 */
class CloseKillTest {

  private static final int LOANS = 400;
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 30);
  private static final LocalDate LAST = FIRST.plusDays(2);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** What a close waits for that somebody else holds, so that it is killed right there. */
  private enum Held {
    /** It moves the first date. */
    FIRST_DAY(ofDay(FIRST)),
    /** Two days are closed, and it moves the third date. */
    THIRD_DAY(ofDay(LAST)),
    /** All days are closed; half of the loans are worked out. */
    HALF_OF_THE_LOANS(
        """
        SELECT id
          FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM loan.loan) l
          JOIN loan.loan held USING (id)
         WHERE l.place % 2 = 0
           FOR NO KEY UPDATE OF held
        """),
    /** Rows of some loans are written, and those of their installments not yet. */
    INSTALLMENTS("LOCK TABLE loan.installment IN SHARE MODE"),
    /** All loans are worked out, and none is marked. */
    MARKS("LOCK TABLE loan.default_mark IN SHARE MODE");

    private final String sql;

    Held(String sql) {
      this.sql = sql;
    }

    private static String ofDay(LocalDate day) {
      return "INSERT INTO arrears.closed_day (day, crossings, provisions) VALUES ('%s', 0, 0)"
          .formatted(day);
    }
  }

  private static final String WAITING =
      """
      SELECT count(*)
        FROM pg_stat_activity
       WHERE usename = 'loanwright_app'
         AND wait_event_type = 'Lock'
      """;

  private static final String SESSIONS =
      "SELECT count(*) FROM pg_stat_activity WHERE usename = 'loanwright_app'";

  private static final String HEART_STOPPED_LONG_AGO =
      """
      UPDATE organization.job
         SET heartbeat_at = heartbeat_at - interval '1 minute'
       WHERE status = 'RUNNING'
      """;

  /** What is there afterwards, but for ids that are new and for moments of the clock. */
  private static final Map<String, String> LEFT = new LinkedHashMap<>();

  static {
    LEFT.put("date", "SELECT business_date FROM organization.profile");
    LEFT.put(
        "loans",
        "SELECT to_jsonb(l) - 'version' - 'worked_out_on' FROM loan.loan l ORDER BY l.number");
    LEFT.put(
        "installments", "SELECT to_jsonb(i) FROM loan.installment i ORDER BY i.loan_id, i.number");
    LEFT.put("crossings", "SELECT to_jsonb(c) FROM arrears.crossing c ORDER BY on_day, loan_id");
    LEFT.put("marks_waiting", "SELECT to_jsonb(d) FROM arrears.default_due d ORDER BY loan_id");
    LEFT.put(
        "marks",
        """
        SELECT concat_ws(' ', loan_id, defaulted, marked_on)
          FROM loan.default_mark
         ORDER BY 1
        """);
    LEFT.put(
        "days",
        """
        SELECT concat_ws(' ', day, crossings, provisions, left_out, note, finished_at IS NOT NULL)
          FROM arrears.closed_day
         ORDER BY day
        """);
    LEFT.put(
        "worked_out", "SELECT concat_ws(' ', sum(loans), sum(marked)) FROM arrears.closed_day");
    LEFT.put("accrued", "SELECT to_jsonb(a)::text FROM arrears.accrual a ORDER BY 1");
    LEFT.put("portfolio", "SELECT to_jsonb(p)::text FROM loan.portfolio_day p ORDER BY 1");
    LEFT.put(
        "entries",
        """
        SELECT concat_ws(' ', l.business_date, a.code, l.currency, l.side, e.branch_id, count(*),
                         sum(l.amount_minor))
          FROM ledger.journal_line l
          JOIN ledger.journal_entry e ON e.id = l.entry_id
          JOIN ledger.account a ON a.id = l.account_id
         GROUP BY l.business_date, a.code, l.currency, l.side, e.branch_id
         ORDER BY 1
        """);
    LEFT.put(
        "messages",
        """
        SELECT to_jsonb(m) - 'id' - 'made_at'
          FROM notification.message m
         ORDER BY m.loan_id, m.kind, m.days, m.due_on
        """);
    LEFT.put("promises", "SELECT to_jsonb(p) FROM collection.promise p ORDER BY p.id");
    LEFT.put(
        "trail",
        """
        SELECT concat_ws(' ', action, subject_id, count(*))
          FROM audit.event
         WHERE action IN ('business_date.close', 'loan.default')
         GROUP BY action, subject_id
         ORDER BY 1
        """);
  }

  @Test
  void itLeavesWhatAnUndisturbedOneLeaves(@TempDir Path whole, @TempDir Path killed)
      throws Exception {
    make(whole);
    FolderCopy.of(whole, killed);

    Map<String, List<String>> expected;
    Standing end;
    try (Program program = start(whole)) {
      finish(program);
      expected = left(program);
      end = standing(program);
      assertThat(ImportBench.verify(program)).isZero();
    }

    try (Program program = start(killed)) {
      Map<Held, Standing> seen = new EnumMap<>(Held.class);
      for (Held held : Held.values()) {
        killWhile(program, held);
        seen.put(held, standing(program));
      }
      program.startAgain();
      finish(program);

      assertThat(left(program)).isEqualTo(expected);
      assertWasInTheMiddle(seen, end);
      assertThat(ImportBench.verify(program)).isZero();
    }
    for (String what : List.of("crossings", "marks", "accrued", "messages", "promises")) {
      assertThat(expected.get(what)).as(what).isNotEmpty();
    }
    assertThat(expected.get("days")).hasSize(3).anyMatch(day -> !day.split(" ", -1)[2].equals("0"));
  }

  private static void assertWasInTheMiddle(Map<Held, Standing> seen, Standing end) {
    assertThat(seen)
        .containsEntry(Held.FIRST_DAY, new Standing(FIRST, 0, 0))
        .containsEntry(Held.THIRD_DAY, new Standing(LAST, 0, 0))
        .containsEntry(Held.MARKS, new Standing(end.date(), end.workedOut(), 0));
    Standing half = Objects.requireNonNull(seen.get(Held.HALF_OF_THE_LOANS));
    assertThat(half.date()).isEqualTo(end.date());
    assertThat(half.workedOut()).isBetween(1L, end.workedOut() - 1);
    assertThat(seen).containsEntry(Held.INSTALLMENTS, half);
  }

  private static Program start(Path data) {
    return Program.start(data, Program.Tuning.STARTS_FAST, "--loanwright.business-date=" + FIRST);
  }

  /**
   * A book with penalties, of which the first close finds most due and unpaid; a loan of which
   * interest accrues; classes that mark default and set aside; and a promise that is broken.
   */
  private static void make(Path data) throws Exception {
    try (Program program = start(data)) {
      Book.load(program, LOANS, 7, Ages.due(60));
      program.signInAgain();
      Http http = program.administrator();
      Lender lender = new Lender(http);
      lender.loans(1, lender.productWith(Map.of("accounting", "ACCRUAL")));
      List<Map<String, Object>> classes = new ArrayList<>();
      http.get("/api/arrears/classes")
          .expect(200)
          .as(Table.class)
          .classes()
          .forEach(each -> classes.add(new HashMap<>(each)));
      classes.get(1).put("marksDefault", true);
      classes.get(1).put("provisionPercent", "5");
      http.put("/api/arrears/classes", Map.of("classes", classes)).expect(200);
      String due =
          one(
              program,
              """
              SELECT min(id::text)
                FROM loan.loan
               WHERE status = 'ACTIVE'
                 AND oldest_unpaid_due_on = '%s'
              """
                  .formatted(FIRST));
      http.post("/api/loans/" + due + "/contacts", promise()).expect(201);
    }
  }

  private record Table(List<Map<String, Object>> classes) {}

  private static Map<String, Object> promise() {
    return Map.of(
        "channel",
        "CALL",
        "result",
        "PROMISED",
        "promise",
        Map.of("amount", "10.00", "on", FIRST.toString()));
  }

  /** Kills the program once its close waits for what is held. */
  private static void killWhile(Program program, Held held) throws SQLException {
    if (!program.isAlive()) {
      program.startAgain();
    }
    try (Connection holding = program.connect();
        Statement statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      statement.execute(held.sql);
      Awaitility.await()
          .atMost(LONGEST)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> {
            ask(program.administrator());
            return !one(program, WAITING).equals("0");
          });
      program.kill();
      holding.rollback();
    }
    Awaitility.await().atMost(LONGEST).until(() -> one(program, SESSIONS).equals("0"));
    try (Connection connection = program.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(HEART_STOPPED_LONG_AGO);
    }
  }

  /** Asks for what is left, if nobody does it already. */
  private static void ask(Http http) {
    Answer asked =
        today(http).isAfter(LAST)
            ? http.post("/api/business-date/finish")
            : http.post("/api/business-date/close", Map.of("through", LAST.toString()));
    assertThat(asked.status()).as(asked.body()).isIn(202, 409);
  }

  private static LocalDate today(Http http) {
    return LocalDate.parse(http.get("/api/business-date").expect(200).text("/businessDate"));
  }

  private static void finish(Program program) {
    Http http = program.administrator();
    Awaitility.await()
        .atMost(LONGEST)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> {
          ask(http);
          return today(http).isAfter(LAST)
              && one(program, "SELECT count(*) FROM arrears.closed_day WHERE finished_at IS NULL")
                  .equals("0");
        });
  }

  /** How far a close is: the date, and how many loans were worked out and marked. */
  private record Standing(LocalDate date, long workedOut, long marked) {}

  private static Standing standing(Program program) throws SQLException {
    return new Standing(
        LocalDate.parse(one(program, "SELECT business_date FROM organization.profile")),
        Long.parseLong(one(program, after("loan.loan WHERE worked_out_on"))),
        Long.parseLong(one(program, after("loan.default_mark WHERE marked_on"))));
  }

  private static String after(String dates) {
    return "SELECT count(*) FROM " + dates + " > '" + FIRST + "'";
  }

  private static Map<String, List<String>> left(Program program) throws SQLException {
    Map<String, List<String>> left = new LinkedHashMap<>();
    for (Map.Entry<String, String> what : LEFT.entrySet()) {
      left.put(what.getKey(), all(program, what.getValue()));
    }
    return left;
  }

  private static String one(Program program, String sql) throws SQLException {
    return all(program, sql).getFirst();
  }

  private static List<String> all(Program program, String sql) throws SQLException {
    try (Connection connection = program.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
