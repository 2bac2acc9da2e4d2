package io.loanwright.backup;

import io.loanwright.database.AppRole;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.database.UnfinishedRestore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A database of a server that somebody else runs, while a backup goes into it.
 *
 * <p>What was there keeps its rows under other names of schemas until all of the backup is there; a
 * mark keeps programs away meanwhile. A restore that was cut off is taken back by the next one.
 */
final class ServerDatabase implements AutoCloseable {

  private static final String BEFORE = "before_restore_";

  /** All schemas that a restore makes. */
  private static final List<String> OURS =
      Stream.concat(Stream.of("flyway"), Catalog.SCHEMAS.stream()).toList();

  private static final String FIND =
      "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (?) ORDER BY nspname";

  /** The table of the migrations that every installation has run first. */
  private static final String IS_OURS =
      """
      SELECT count(*)
        FROM pg_catalog.pg_tables
       WHERE schemaname = 'flyway'
         AND tablename = '__root'
      """;

  private static final String SESSIONS =
      """
      SELECT count(*)
        FROM pg_catalog.pg_stat_activity
       WHERE datname = current_database()
         AND usename = ?
      """;

  private final OwnerDatabase owner;
  private final Connection connection;
  private boolean isBegun;

  private ServerDatabase(OwnerDatabase owner) throws SQLException {
    this.owner = owner;
    this.connection = owner.connect();
  }

  /**
   * Opens a database for a restore and puts aside what is in it.
   *
   * @param replace whether there may be something in it
   * @throws BackupUnusable if a program works on it, or something is in it that is to stay
   */
  static ServerDatabase begin(OwnerDatabase owner, boolean replace) throws SQLException {
    ServerDatabase database = new ServerDatabase(owner);
    try {
      database.begin(replace);
      return database;
    } catch (SQLException | RuntimeException e) {
      database.connection.close();
      throw e;
    }
  }

  private void begin(boolean replace) throws SQLException {
    if (number("SELECT CASE WHEN pg_try_advisory_lock(7302114002) THEN 1 ELSE 0 END") == 0) {
      throw BackupUnusable.of("Somebody else is restoring into the database.");
    }
    long sessions = sessions();
    if (sessions > 0) {
      throw BackupUnusable.of(
          "Loanwright is running on the database, with "
              + sessions
              + " connections. Stop it everywhere first.");
    }
    if (UnfinishedRestore.isIn(connection)) {
      putBack();
    }
    List<String> there = there(OURS);
    if (!there.isEmpty() && number(IS_OURS) == 0) {
      throw BackupUnusable.of(
          "The database has schemas in it that are not Loanwright's: "
              + String.join(", ", there)
              + ". Restore into an empty one.");
    }
    if (!there.isEmpty() && !replace) {
      throw BackupUnusable.of(
          "The database has an installation in it. Restore into an empty one, or say --replace.");
    }
    together(
        Stream.concat(
                Stream.of("CREATE SCHEMA " + UnfinishedRestore.MARK),
                there.stream().map(name -> "ALTER SCHEMA " + name + " RENAME TO " + BEFORE + name))
            .toList());
    isBegun = true;
  }

  /** Gives up what was there before; from now on programs may start. */
  void finish() throws SQLException {
    List<String> statements = new ArrayList<>();
    List<String> before = there(OURS.stream().map(name -> BEFORE + name).toList());
    if (!before.isEmpty()) {
      statements.add("DROP SCHEMA " + String.join(", ", before) + " CASCADE");
    }
    statements.add("DROP SCHEMA " + UnfinishedRestore.MARK);
    try {
      together(statements);
    } catch (SQLException e) {
      if (!isFinished(e)) {
        throw e;
      }
    }
    isBegun = false;
  }

  /**
   * Asks once more where an answer is missing: the server may have committed, and the connection
   * broke before it said so.
   */
  private boolean isFinished(SQLException failure) {
    try (Connection again = owner.connect()) {
      return !UnfinishedRestore.isIn(again);
    } catch (SQLException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  /** Puts back what was there before, unless the restore was finished. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      if (isBegun) {
        putBack();
      }
    }
  }

  private void putBack() throws SQLException {
    List<String> statements = new ArrayList<>();
    List<String> half = there(OURS);
    if (!half.isEmpty()) {
      statements.add("DROP SCHEMA " + String.join(", ", half) + " CASCADE");
    }
    for (String name : there(OURS.stream().map(name -> BEFORE + name).toList())) {
      statements.add("ALTER SCHEMA " + name + " RENAME TO " + name.substring(BEFORE.length()));
    }
    statements.add("DROP SCHEMA " + UnfinishedRestore.MARK);
    together(statements);
    isBegun = false;
  }

  private long sessions() throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(SESSIONS)) {
      count.setString(1, AppRole.NAME);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private List<String> there(List<String> names) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setArray(1, connection.createArrayOf("text", names.toArray()));
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }

  private long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Runs statements in one transaction. */
  private void together(List<String> statements) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
