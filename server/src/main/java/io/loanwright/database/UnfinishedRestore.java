package io.loanwright.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The mark of a restore that is at work in a database, or was cut off: a schema without anything in
 * it. No program works on a database that has it.
 */
public final class UnfinishedRestore {

  /** The name of the schema. */
  public static final String MARK = "restore_unfinished";

  private UnfinishedRestore() {}

  /** Returns whether a database has the mark. */
  public static boolean isIn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = '" + MARK + "'")) {
      return rows.next();
    }
  }

  /**
   * Lets nothing go on upon a database that has the mark.
   *
   * @throws DatabaseUnusable if it has
   */
  public static void refuse(OwnerDatabase owner) {
    try (Connection connection = owner.connect()) {
      if (isIn(connection)) {
        throw new DatabaseUnusable(
            "A backup is being restored into the database, or that was cut off. If nobody is at it,"
                + " run ./loanwright restore once more.",
            null);
      }
    } catch (SQLException e) {
      throw new DatabaseUnusable("The database cannot be used: " + e.getMessage(), e);
    }
  }
}
