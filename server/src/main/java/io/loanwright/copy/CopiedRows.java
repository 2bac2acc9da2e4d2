package io.loanwright.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Rows of one table, gathered and then written by one COPY in its text format. */
public final class CopiedRows {

  private static final int PART_BYTES = 1 << 16;

  private final String copy;
  private final StringBuilder text = new StringBuilder();
  private long count;

  /**
   * Begins without a row.
   *
   * @param copy the statement, with the table and its columns: {@code COPY ... (id) FROM STDIN}
   */
  public CopiedRows(String copy) {
    this.copy = copy;
  }

  /**
   * Adds a row.
   *
   * @param values in the order of the columns; texts and JSON as they are, an enum by its name,
   *     everything else as it says itself
   */
  public void add(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      switch (values[i]) {
        case null -> text.append("\\N");
        case String value -> escape(value);
        case Enum<?> value -> text.append(value.name());
        case Object value -> text.append(value);
      }
    }
    text.append('\n');
    count++;
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char sign = value.charAt(i);
      switch (sign) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(sign);
      }
    }
  }

  /** Writes the rows, if there are any, in the transaction of the caller, and forgets them. */
  public void write(JdbcOperations jdbc) {
    if (count > 0) {
      ConnectionCallback<Long> writing = this::writeTo;
      jdbc.execute(writing);
    }
  }

  /**
   * Writes the rows, if there are any, in the transaction of a connection, and forgets them.
   *
   * @return how many there were
   */
  public long writeTo(Connection connection) throws SQLException {
    if (count == 0) {
      return 0;
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    try {
      for (int from = 0; from < bytes.length; from += PART_BYTES) {
        in.writeToCopy(bytes, from, Math.min(PART_BYTES, bytes.length - from));
      }
      in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
    long written = count;
    text.setLength(0);
    count = 0;
    return written;
  }
}
