package io.loanwright.live.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY, in its text format. */
final class TableRows {

  private static final int PART_BYTES = 1 << 16;

  private final String copy;
  private final StringBuilder text = new StringBuilder(PART_BYTES);
  private long count;

  TableRows(String table, String columns) {
    this.copy = "COPY %s (%s) FROM STDIN".formatted(table, columns);
  }

  /** Adds a row; texts are written as they are, everything else as it says itself. */
  void add(@Nullable Object... values) {
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
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  /** Writes the rows, in the transaction of the connection, and forgets them. */
  long writeTo(Connection connection) throws SQLException {
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
