package io.loanwright.audit.proof;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks into a row of {@link CopiedRows}; one object for all rows, columns count from 0. */
public final class CopiedRow {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  /** PostgreSQL counts from the year 2000. */
  private static final long DAYS_TO_2000 = 10_957;

  private static final long MICROS_TO_2000 = DAYS_TO_2000 * 86_400_000_000L;

  /** Stands in place of the number of columns after the last row. */
  private static final short END = -1;

  private final int[] starts;
  private final int[] lengths;
  private byte[] bytes = new byte[0];

  /** Makes one for rows of so many columns. */
  public CopiedRow(int columns) {
    this.starts = new int[columns];
    this.lengths = new int[columns];
  }

  /** Looks into a row from now on. */
  public CopiedRow on(byte[] row) {
    bytes = row;
    int columns = (short) SHORT.get(row, 0);
    if (columns != starts.length) {
      throw new IllegalStateException("A row of " + columns + " columns, not " + starts.length);
    }
    int at = Short.BYTES;
    for (int i = 0; i < columns; i++) {
      int length = (int) INT.get(row, at);
      at += Integer.BYTES;
      starts[i] = at;
      lengths[i] = length;
      at += Math.max(length, 0);
    }
    return this;
  }

  static boolean isEnd(byte[] row) {
    return (short) SHORT.get(row, 0) == END;
  }

  /** Returns eight bytes as a number. */
  public static long word(byte[] bytes, int from) {
    return (long) LONG.get(bytes, from);
  }

  /** Tells whether a column has no value. */
  public boolean isNull(int column) {
    return lengths[column] < 0;
  }

  /** Returns a bigint. */
  public long int8(int column) {
    return (long) LONG.get(bytes, starts[column]);
  }

  /** Returns an integer. */
  public int int4(int column) {
    return (int) INT.get(bytes, starts[column]);
  }

  /** Returns a smallint. */
  public int int2(int column) {
    return (short) SHORT.get(bytes, starts[column]);
  }

  /** Returns the one byte of a boolean or a "char". */
  public byte int1(int column) {
    return bytes[starts[column]];
  }

  /** Returns the first half of a uuid. */
  public long high(int column) {
    return (long) LONG.get(bytes, starts[column]);
  }

  /** Returns the second half of a uuid. */
  public long low(int column) {
    return (long) LONG.get(bytes, starts[column] + Long.BYTES);
  }

  /** Returns a uuid; null where there is none. */
  public @Nullable UUID uuid(int column) {
    return isNull(column) ? null : new UUID(high(column), low(column));
  }

  /** Returns a date in days since 1970. */
  public long day(int column) {
    return int4(column) + DAYS_TO_2000;
  }

  /** Returns a moment in microseconds since 1970. */
  public long micros(int column) {
    return int8(column) + MICROS_TO_2000;
  }

  /** Returns a text; null where there is none. */
  public @Nullable String text(int column) {
    return isNull(column)
        ? null
        : new String(bytes, starts[column], lengths[column], StandardCharsets.UTF_8);
  }

  /** Tells whether a column is this text, in UTF-8. */
  public boolean isText(int column, byte[] utf8) {
    int start = starts[column];
    return lengths[column] == utf8.length
        && Arrays.equals(bytes, start, start + utf8.length, utf8, 0, utf8.length);
  }

  /** Returns the text of a jsonb, before which is a byte for its form. */
  public String json(int column) {
    return new String(bytes, starts[column] + 1, lengths[column] - 1, StandardCharsets.UTF_8);
  }

  /** Returns the bytes of the row, of which each column has a part. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns where a column begins. */
  public int start(int column) {
    return starts[column];
  }

  /** Returns how many bytes a column has; -1 for no value. */
  public int length(int column) {
    return lengths[column];
  }
}
