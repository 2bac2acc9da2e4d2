package io.loanwright.live;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a large book out of a small one: all borrowers, loans, payments and entries many times,
 * each time with ids and numbers of their own, and everything that is derived from them.
 *
 * <p>The copies are as right as what they are copies of, so the large book is verified as the small
 * one is. Papers, the trail and entries by hand are not copied.
 */
final class BookCopies {

  private static final List<String> TABLES =
      List.of(
          "borrower.borrower",
          "loan.loan",
          "loan.approval",
          "loan.event",
          "loan.event_split",
          "loan.installment",
          "loan.schedule_version",
          "loan.default_mark",
          "loan.portfolio_change",
          "loan.ageing_change",
          "payment.payment",
          "ledger.wallet",
          "ledger.journal_entry",
          "ledger.journal_line");

  private static final Map<String, String> ONLY =
      Map.of(
          "ledger.journal_entry",
          "id NOT IN (SELECT id FROM ledger.manual_entry)",
          "ledger.journal_line",
          "entry_id NOT IN (SELECT id FROM ledger.manual_entry)");

  /** Ids of what is copied; those of people, branches, products and accounts stay. */
  private static final Set<String> IDS =
      Set.of(
          "id",
          "loan_id",
          "borrower_id",
          "event_id",
          "entry_id",
          "owner_id",
          "source_id",
          "reverses",
          "corrects");

  private static final Set<String> NUMBERS = Set.of("loan_number", "receipt_number");

  private static final String COLUMNS =
      """
      SELECT attname, atttypid::regtype::text
        FROM pg_attribute
       WHERE attrelid = '%s'::regclass
         AND attnum > 0
         AND NOT attisdropped
         AND attgenerated = ''
         AND attidentity = ''
       ORDER BY attnum
      """;

  private final Statement statement;

  private BookCopies(Statement statement) {
    this.statement = statement;
  }

  /** Adds so many copies of all that is there. */
  static void add(Connection connection, int copies) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      // Parts of words are put into their indexes at once and not row by row.
      statement.execute("SET gin_pending_list_limit = '1GB'");
      statement.execute("SET maintenance_work_mem = '512MB'");
      statement.execute(
          "CREATE TEMP TABLE sealed AS SELECT max(number) AS number FROM ledger.journal_entry");
      BookCopies book = new BookCopies(statement);
      for (String table : TABLES) {
        book.copy(table, copies);
      }
      statement.execute(
          """
          INSERT INTO audit.unsealed (record_id, kind)
          SELECT id, 'journal'
            FROM ledger.journal_entry
           WHERE number > (SELECT number FROM sealed)
          """);
      statement.execute("ANALYZE");
    }
  }

  private void copy(String table, int copies) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery(COLUMNS.formatted(table))) {
      while (rows.next()) {
        columns.put(rows.getString(1), copied(table, rows.getString(1), rows.getString(2)));
      }
    }
    List<String> values = new ArrayList<>(columns.values());
    statement.execute(
        "INSERT INTO %s (%s) SELECT %s FROM (SELECT * FROM %s WHERE %s) o, generate_series(1, %d) k"
            .formatted(
                table,
                String.join(", ", columns.keySet()),
                values.stream().collect(joining(", ")),
                table,
                ONLY.getOrDefault(table, "true"),
                copies));
  }

  private static String copied(String table, String column, String type) {
    if (type.equals("uuid") && IDS.contains(column)) {
      return "md5(o.%s::text || '/' || k)::uuid".formatted(column);
    }
    boolean isNumber = column.equals("number") && type.equals("text");
    if (isNumber || NUMBERS.contains(column)) {
      return "o.%s || '-' || k".formatted(column);
    }
    if (table.equals("borrower.borrower") && column.equals("email")) {
      return "k || '.' || o.email";
    }
    if (table.equals("borrower.borrower") && column.equals("user_id")) {
      return "NULL";
    }
    return "o." + column;
  }
}
