package io.loanwright.backup;

import io.loanwright.backup.Manifest.Sequence;
import io.loanwright.backup.Manifest.Table;
import io.loanwright.database.AppRole;
import io.loanwright.database.Migrations;
import io.loanwright.database.OwnerDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Fills an empty database from a backup.
 *
 * <p>The tables come about by the migrations that the other database had. Then all rows are written
 * in one transaction, with triggers, foreign keys and indexes taken away before and put back after.
 * Keys and indexes then check what is there as a whole. Triggers look at none of it: that the rows
 * belong together which no key ties to each other is for {@code verify} to say. Last, newer
 * migrations run. Needs the rights of an owner, not those of a superuser.
 */
final class Loading {

  private final BackupFile backup;

  Loading(BackupFile backup) {
    this.backup = backup;
  }

  /**
   * Makes tables and rows.
   *
   * @param owner a database without any table of ours
   * @throws BackupUnusable if the tables do not fit those of the backup
   */
  void into(OwnerDatabase owner) throws IOException, SQLException {
    AppRole.ensure(owner);
    Migrations.runTo(
        owner,
        backup.manifest().migrations().stream()
            .map(migration -> new Migrations.Ran(migration.module(), migration.script()))
            .toList());
    try (Connection connection = owner.connect()) {
      connection.setAutoCommit(false);
      load(connection);
      connection.commit();
      connection.setAutoCommit(true);
      analyze(connection);
    }
    Migrations.run(owner);
  }

  private void load(Connection connection) throws IOException, SQLException {
    Catalog catalog = new Catalog(connection);
    List<Catalog.Columns> tables = catalog.tables();
    requireSame(tables);
    List<Catalog.Undone> hindrances = catalog.hindrances();
    execute(connection, "SET LOCAL statement_timeout = 0");
    execute(connection, "SET LOCAL idle_in_transaction_session_timeout = 0");
    for (Catalog.Undone hindrance : hindrances) {
      execute(connection, hindrance.drop());
    }
    // Migrations fill some tables, with roles for instance; what the backup has counts.
    execute(
        connection,
        tables.stream()
            .map(table -> Catalog.quoted(table.schema(), table.table()))
            .collect(Collectors.joining(", ", "TRUNCATE ", "")));
    copyRows(connection);
    setSequences(connection);
    for (Catalog.Undone hindrance : hindrances.reversed()) {
      execute(connection, hindrance.create());
    }
  }

  private void requireSame(List<Catalog.Columns> tables) {
    List<Catalog.Columns> theirs =
        backup.manifest().tables().stream()
            .map(table -> new Catalog.Columns(table.schema(), table.name(), table.columns()))
            .toList();
    if (!theirs.equals(tables)) {
      throw BackupUnusable.of("The tables of the backup are not those that its migrations make.");
    }
  }

  private void copyRows(Connection connection) throws IOException, SQLException {
    CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
    for (Table table : backup.manifest().tables()) {
      String target =
          BackupWriter.rows(new Catalog.Columns(table.schema(), table.name(), table.columns()));
      try (InputStream rows = backup.part(table.entry())) {
        long count = copying.copyIn("COPY " + target + " FROM STDIN (FORMAT binary)", rows);
        if (count != table.rows()) {
          throw BackupUnusable.of(
              table.entry() + " has " + count + " rows and not " + table.rows() + ".");
        }
      }
    }
  }

  private void setSequences(Connection connection) throws SQLException {
    try (PreparedStatement set = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
      for (Sequence sequence : backup.manifest().sequences()) {
        set.setString(1, Catalog.quoted(sequence.schema(), sequence.name()));
        set.setLong(2, sequence.last());
        set.setBoolean(3, sequence.called());
        set.executeQuery().close();
      }
    }
  }

  /** The planner knows nothing of the rows yet. */
  private static void analyze(Connection connection) throws SQLException {
    for (Catalog.Columns table : new Catalog(connection).tables()) {
      execute(connection, "ANALYZE " + Catalog.quoted(table.schema(), table.table()));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
