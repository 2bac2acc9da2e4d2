package io.loanwright.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;

/**
 * The role as which the application works: it reads and writes rows, and owns nothing.
 *
 * <p>Its password is the HMAC-SHA256 of a fixed text under the owner's password. So every instance
 * computes the same one and none has to store or pass it on; who knows it learns nothing about the
 * owner's password short of guessing that. A change of the owner's password changes this one with
 * the next start.
 */
public final class AppRole {

  /** The name of the role, which migrations use in {@code REVOKE}. */
  public static final String NAME = "loanwright_app";

  private static final String PURPOSE = "loanwright application role, version 1";
  private static final String INVALID_PASSWORD = "28P01";
  private static final String INVALID_AUTHORIZATION = "28000";
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private AppRole() {}

  /**
   * Derives the role's password.
   *
   * @param owner the database whose owner's password is the key
   * @return 64 hexadecimal digits
   */
  public static String password(OwnerDatabase owner) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  /**
   * Makes sure that the role exists and can sign in with the derived password.
   *
   * <p>Safe to call from several instances at once and at every start; it changes nothing where the
   * role can sign in already.
   *
   * @throws DatabaseUnusable if the owner may not create roles, with the statement that an
   *     administrator has to run
   */
  public static void ensure(OwnerDatabase owner) {
    try {
      if (!canSignIn(owner)) {
        create(owner);
      }
    } catch (SQLException e) {
      throw new DatabaseUnusable("The database cannot be used: " + e.getMessage(), e);
    }
  }

  private static boolean canSignIn(OwnerDatabase owner) throws SQLException {
    try (Connection _ = DriverManager.getConnection(owner.url(), NAME, password(owner))) {
      return true;
    } catch (SQLException e) {
      if (INVALID_PASSWORD.equals(e.getSQLState())
          || INVALID_AUTHORIZATION.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  static void create(OwnerDatabase owner) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(7302114001)");
      statement.execute((exists(connection) ? "ALTER" : "CREATE") + " ROLE " + NAME + " LOGIN");
      // The driver sends a SCRAM verifier, so the password shows in no log of the server.
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(NAME, password(owner).toCharArray(), "scram-sha-256");
      connection.commit();
    } catch (SQLException e) {
      if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw new DatabaseUnusable(adviceToAdministrator(owner), e);
      }
      throw e;
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (PreparedStatement find =
        connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
      find.setString(1, NAME);
      try (ResultSet rows = find.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static String adviceToAdministrator(OwnerDatabase owner) {
    return """
    The database user "%1$s" may not create the role %2$s, as which Loanwright works.
    Let an administrator of the PostgreSQL server run
      ALTER ROLE "%1$s" CREATEROLE;
    and, if the role %2$s exists already,
      GRANT %2$s TO "%1$s" WITH ADMIN OPTION;
    then start again.\
    """
        .formatted(owner.user(), NAME);
  }
}
