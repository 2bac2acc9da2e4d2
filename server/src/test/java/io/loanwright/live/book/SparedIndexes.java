package io.loanwright.live.book;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Indexes that are taken away while many rows are added, and made anew of all rows at once. */
final class SparedIndexes {

  private static final String FIND =
      """
      SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
        FROM pg_index i
        JOIN pg_class t ON t.oid = i.indrelid
       WHERE t.relnamespace IN ('borrower'::regnamespace, 'loan'::regnamespace,
                                'payment'::regnamespace, 'ledger'::regnamespace,
                                'audit'::regnamespace)
         AND t.relname IN ('borrower', 'loan', 'approval', 'event', 'installment', 'default_mark',
                           'payment', 'journal_entry', 'journal_line')
         AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
       ORDER BY pg_table_size(t.oid) DESC
      """;

  private final List<String> definitions = new ArrayList<>();

  private SparedIndexes() {}

  /** Takes away those that no constraint needs. */
  static SparedIndexes takeAway(Connection connection) throws SQLException {
    SparedIndexes spared = new SparedIndexes();
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(FIND)) {
        while (rows.next()) {
          names.add(rows.getString(1));
          spared.definitions.add(rows.getString(2));
        }
      }
      for (String name : names) {
        statement.execute("DROP INDEX " + name);
      }
    }
    return spared;
  }

  /** Returns the statements that make them anew. */
  List<String> definitions() {
    return List.copyOf(definitions);
  }
}
