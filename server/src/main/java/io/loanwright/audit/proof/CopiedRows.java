package io.loanwright.audit.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The rows of a statement in the binary form of PostgreSQL's COPY, one after the other: a fraction
 * of what a result set costs, where there are millions.
 */
public final class CopiedRows implements AutoCloseable {

  /** A signature of 11 bytes, flags, and the length of nothing more; before the first row. */
  private static final int HEADER = 19;

  private final CopyOut copy;
  private boolean begun;
  private boolean ended;

  /**
   * Begins.
   *
   * @param from a table with its columns, or a statement in brackets
   */
  CopiedRows(Connection connection, String from) throws SQLException {
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY " + from + " TO STDOUT (FORMAT binary)");
  }

  /** Returns the next row, to be read by {@link CopiedRow#on}; null after the last. */
  public byte @Nullable [] next() {
    try {
      byte[] row = ended ? null : copy.readFromCopy();
      if (row == null) {
        ended = true;
        return null;
      }
      if (!begun) {
        begun = true;
        row = Arrays.copyOfRange(row, HEADER, row.length);
      }
      return row.length == Short.BYTES && CopiedRow.isEnd(row) ? next() : row;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("Rows could not be copied out", e);
    }
  }

  /**
   * Reads what is left, where not all rows were wanted. Cancelling would be sent beside the
   * connection, and could reach the statement after this one.
   */
  @Override
  public void close() {
    while (copy.isActive() && next() != null) {
      // The connection is free once all is read.
    }
  }
}
