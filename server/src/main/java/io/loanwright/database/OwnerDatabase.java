package io.loanwright.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A PostgreSQL database and the role that owns it, which may create schemas and roles.
 *
 * @param url JDBC URL, such as {@code jdbc:postgresql://127.0.0.1:5432/loanwright}
 * @param user the owner
 * @param password the owner's password, never empty: the application role's is derived from it
 */
public record OwnerDatabase(String url, String user, String password) {

  /**
   * Checks that nothing is missing.
   *
   * @throws IllegalArgumentException if the URL is none of PostgreSQL, or the user or password is
   *     empty
   */
  public OwnerDatabase {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "LOANWRIGHT_DB_URL must start with jdbc:postgresql: but is " + url);
    }
    if (user.isBlank() || password.isEmpty()) {
      throw new IllegalArgumentException(
          "LOANWRIGHT_DB_USER and LOANWRIGHT_DB_PASSWORD must name the owner of the database at "
              + url);
    }
  }

  /**
   * Opens a connection as the owner.
   *
   * @return a connection in auto-commit mode, to be closed by the caller
   * @throws SQLException if the server cannot be reached or refuses the owner
   */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Leaves out the password, so that the record may be logged. */
  @Override
  public String toString() {
    return user + "@" + url;
  }
}
