package io.loanwright.backup;

import io.loanwright.database.Migrations;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the modules have made in a database, read from PostgreSQL's own catalog. */
final class Catalog {

  /** One for each module, and that of the jobs. */
  static final List<String> SCHEMAS =
      Stream.concat(Stream.of("job"), Migrations.MODULES.stream()).toList();

  /** Columns that the database works out are left out: nobody may write them. */
  private static final String TABLES =
      """
      SELECT n.nspname,
             c.relname,
             array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '')
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
       WHERE n.nspname = ANY (?)
         AND c.relkind = 'r'
         AND a.attnum > 0
         AND NOT a.attisdropped
       GROUP BY n.nspname, c.relname
       ORDER BY n.nspname, c.relname
      """;

  private static final String SEQUENCES =
      """
      SELECT n.nspname, c.relname
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY (?)
         AND c.relkind = 'S'
       ORDER BY n.nspname, c.relname
      """;

  /** What slows the writing of many rows down, as statements that take it away and put it back. */
  private static final String FOREIGN_KEYS =
      """
      SELECT format('ALTER TABLE %I.%I DROP CONSTRAINT %I', n.nspname, c.relname, k.conname),
             format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s',
                    n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid))
        FROM pg_catalog.pg_constraint k
        JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY (?)
         AND k.contype = 'f'
       ORDER BY n.nspname, c.relname, k.conname
      """;

  private static final String INDEXES =
      """
      SELECT format('DROP INDEX %I.%I', n.nspname, c.relname),
             pg_get_indexdef(i.indexrelid)
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY (?)
         AND NOT EXISTS (SELECT 1
                           FROM pg_catalog.pg_constraint k
                          WHERE k.conindid = i.indexrelid
                            AND k.contype IN ('p', 'u', 'x'))
       ORDER BY n.nspname, c.relname
      """;

  /** Triggers that a person switched off stay off. */
  private static final String TRIGGERS =
      """
      SELECT format('ALTER TABLE %I.%I DISABLE TRIGGER %I', n.nspname, c.relname, t.tgname),
             format('ALTER TABLE %I.%I ENABLE %s TRIGGER %I', n.nspname, c.relname,
                    CASE t.tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END,
                    t.tgname)
        FROM pg_catalog.pg_trigger t
        JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY (?)
         AND NOT t.tgisinternal
         AND t.tgenabled <> 'D'
       ORDER BY n.nspname, c.relname, t.tgname
      """;

  private final Connection connection;

  Catalog(Connection connection) {
    this.connection = connection;
  }

  /**
   * A table.
   *
   * @param columns those that rows are written with, in their order
   */
  record Columns(String schema, String table, List<String> columns) {}

  /** A sequence of numbers. */
  record Name(String schema, String name) {

    String quoted() {
      return Catalog.quoted(schema, name);
    }
  }

  /** A statement that takes something away and one that puts it back. */
  record Undone(String drop, String create) {}

  List<Columns> tables() throws SQLException {
    return read(TABLES, row -> new Columns(row.getString(1), row.getString(2), texts(row, 3)));
  }

  List<Name> sequences() throws SQLException {
    return read(SEQUENCES, row -> new Name(row.getString(1), row.getString(2)));
  }

  /** Triggers, foreign keys and indexes, in the order in which they are to be taken away. */
  List<Undone> hindrances() throws SQLException {
    List<Undone> all = new ArrayList<>();
    for (String query : List.of(TRIGGERS, FOREIGN_KEYS, INDEXES)) {
      all.addAll(read(query, row -> new Undone(row.getString(1), row.getString(2))));
    }
    return all;
  }

  /** Writes the name of a table as SQL has it. */
  static String quoted(String schema, String name) {
    return quoted(schema) + "." + quoted(name);
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Reads a row. */
  private interface Reading<T> {
    T from(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String query, Reading<T> reading) throws SQLException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setArray(1, connection.createArrayOf("text", SCHEMAS.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(reading.from(rows));
        }
      }
    }
    return found;
  }

  private static List<String> texts(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }
}
