package io.loanwright.api;

import io.loanwright.database.OwnerDatabase;
import io.loanwright.testing.RecordedStatements.Seen;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the planner does with statements if the tables that grow have thousands of times the rows
 * that they have. Nobody else sees that: it is said in a transaction that is rolled back.
 *
 * <p>Of a table with few rows the planner knows too little: nearly each of them may have the one
 * status that is asked for. For those it is asked whether an index could serve, not whether it
 * would.
 *
 * <p>A statement with a limit may walk along an index of which it wants no part, until it has found
 * enough. Where what it looks for is rare, the walk is as long as the table; that is not seen here.
 */
final class Plans implements AutoCloseable {

  private static final int TIMES = 5_000;
  private static final int FEW = 50;

  /** Tables that may be read whole; all others grow with loans, payments, or time. */
  private static final Set<String> MAY_BE_READ =
      Set.of(
          // What the lender sets up.
          "arrears.class",
          "arrears.class_seen",
          "arrears.class_version",
          "expense.category",
          "identity.invitation",
          "identity.role",
          "identity.signing_key",
          "ledger.account",
          "ledger.lender_wallet",
          "notification.rule",
          "notification.setting",
          "organization.branch",
          "organization.calendar",
          "organization.holiday",
          "organization.profile",
          "payment.how_to_pay",
          "product.product",
          "product.version",
          // What waits for a task.
          "arrears.default_due",
          "audit.unsealed",
          "collection.promise_unseen",
          "job.scheduled_task",
          "loan.accrual_unseen",
          "loan.due_moved",
          // Sums of days, branches and officers, and a row or a few for each day.
          "arrears.accrual",
          "arrears.closed_day",
          "audit.archive",
          "audit.archive_begun",
          "audit.signed_head",
          "backup.backup",
          "borrower.count_change",
          "integration.import_run",
          "ledger.day_sum",
          "ledger.flow_pattern",
          "ledger.flow_sum",
          "ledger.month_sum",
          "ledger.period",
          "ledger.period_sum",
          "ledger.period_turn",
          "loan.ageing_change",
          "loan.due_change",
          "loan.due_sum",
          "loan.portfolio_change",
          "loan.portfolio_day",
          "payment.day_change",
          "payment.day_sum");

  private static final String TABLES =
      """
      SELECT n.nspname || '.' || c.relname
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r'
         AND n.nspname NOT IN ('pg_catalog', 'information_schema')
         AND c.relname NOT LIKE 'flyway%'
      """;

  /** The part of a table's rows that an index has at most which one may walk. */
  private static final String NARROW_PART = "0.3";

  private static final String NARROW =
      """
      SELECT c.relname
        FROM pg_index i
        JOIN pg_class c ON c.oid = i.indexrelid
        JOIN pg_class t ON t.oid = i.indrelid
       WHERE i.indpred IS NOT NULL
         AND (c.reltuples <= %s * t.reltuples OR t.reltuples < %d)
      """;

  private static final String IF_AN_INDEX_COULD_SERVE =
      """
      SET LOCAL enable_seqscan = off;
      SET LOCAL enable_hashjoin = off;
      SET LOCAL enable_mergejoin = off;
      SET LOCAL enable_presorted_aggregate = off
      """;

  private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+\\.\\w+)");
  private static final Pattern WALK =
      Pattern.compile("Index (?:Only )?Scan (?:Backward )?using (\\w+) on (\\w+\\.\\w+)");
  private static final Pattern VALUE = Pattern.compile("\\?");
  private static final Pattern EXPLAINED =
      Pattern.compile("(?:SELECT|WITH|INSERT|UPDATE|DELETE|\\().*", Pattern.DOTALL);

  private final Connection owner;
  private final Set<String> large = new HashSet<>();
  private final Set<String> small = new HashSet<>();
  private final Set<String> narrow = new HashSet<>();

  private Plans(Connection owner) {
    this.owner = owner;
  }

  /** Says that tables have many more rows; what a table has is counted by its pages. */
  static Plans ifLarge(OwnerDatabase database) throws SQLException {
    // Takes statements with places for values, which have none.
    Connection owner =
        DriverManager.getConnection(
            database.url() + "?preferQueryMode=simple", database.user(), database.password());
    Plans plans = new Plans(owner);
    try (Statement statement = owner.createStatement()) {
      statement.execute("ANALYZE");
      try (ResultSet tables = statement.executeQuery(TABLES)) {
        while (tables.next()) {
          plans.large.add(tables.getString(1));
        }
      }
      if (!plans.large.containsAll(MAY_BE_READ)) {
        throw new IllegalStateException("There is no such table any more: " + MAY_BE_READ);
      }
      plans.large.removeAll(MAY_BE_READ);
      try (ResultSet indexes = statement.executeQuery(NARROW.formatted(NARROW_PART, FEW))) {
        while (indexes.next()) {
          plans.narrow.add(indexes.getString(1));
        }
      }
      owner.setAutoCommit(false);
      for (String table : plans.large) {
        plans.grow(statement, table);
      }
    }
    return plans;
  }

  private void grow(Statement statement, String table) throws SQLException {
    String relation = "'" + table + "'::regclass";
    try (ResultSet row =
        statement.executeQuery("SELECT reltuples FROM pg_class WHERE oid = " + relation)) {
      row.next();
      if (row.getDouble(1) < FEW) {
        small.add(table);
      }
    }
    statement.executeUpdate(
        """
        UPDATE pg_class
           SET reltuples = reltuples * %d
         WHERE oid = %s
            OR oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = %s)
        """
            .formatted(TIMES, relation, relation));
  }

  /** Tells whether a statement is one that the planner plans. */
  static boolean isExplained(Seen seen) {
    return EXPLAINED.matcher(seen.filled()).matches();
  }

  /**
   * Returns the large tables that a statement reads from end to end: by themselves, or by an index
   * of which it wants no part.
   *
   * @param setting a statement before it that says how the planner shall go about it; empty if none
   */
  Set<String> readWhole(Seen seen, String setting) throws SQLException {
    Set<String> found = planned(seen, setting);
    if (found.stream().noneMatch(small::contains)) {
      return found;
    }
    Set<String> possible = planned(seen, setting.isEmpty() ? IF_AN_INDEX_COULD_SERVE : setting);
    found.removeIf(table -> small.contains(table) && !possible.contains(table));
    return found;
  }

  /** Explains a statement as it ran; where the driver cannot write a value, for any values. */
  private Set<String> planned(Seen seen, String setting) throws SQLException {
    try {
      return explained("EXPLAIN (VERBOSE, COSTS OFF) " + seen.filled(), setting);
    } catch (SQLException e) {
      AtomicInteger place = new AtomicInteger();
      String numbered = VALUE.matcher(seen.sql()).replaceAll(_ -> "\\$" + place.incrementAndGet());
      try {
        return explained("EXPLAIN (GENERIC_PLAN, VERBOSE, COSTS OFF) " + numbered, setting);
      } catch (SQLException again) {
        again.addSuppressed(e);
        throw new SQLException("Not explained: " + seen, again);
      }
    }
  }

  private Set<String> explained(String explain, String setting) throws SQLException {
    Savepoint before = owner.setSavepoint();
    try (Statement statement = owner.createStatement()) {
      if (!setting.isEmpty()) {
        statement.execute(setting);
      }
      List<String> lines = new ArrayList<>();
      try (ResultSet plan = statement.executeQuery(explain)) {
        while (plan.next()) {
          lines.add(plan.getString(1));
        }
      }
      return whole(lines);
    } finally {
      owner.rollback(before);
    }
  }

  private Set<String> whole(List<String> plan) {
    Set<String> tables = new TreeSet<>();
    boolean isCut = plan.stream().anyMatch(line -> line.contains("Limit"));
    String walked = "";
    for (String line : plan) {
      Matcher scan = SCAN.matcher(line);
      Matcher walk = WALK.matcher(line);
      if (scan.find()) {
        tables.add(scan.group(1));
      }
      if (walk.find()) {
        tables.add(walked);
        walked = isCut || narrow.contains(walk.group(1)) ? "" : walk.group(2);
      } else if (line.contains("Index Cond")) {
        walked = "";
      }
    }
    tables.add(walked);
    tables.retainAll(large);
    return tables;
  }

  @Override
  public void close() throws SQLException {
    owner.rollback();
    owner.close();
  }
}
