package io.loanwright.together;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the arrays that a statement takes them in, one a column, for {@code unnest}.
 *
 * @param <T> a row
 */
public record Columns<T>(List<T> rows) {

  private static final long HALF_A_MICROSECOND = 500;

  /** Returns a column of identities. */
  public @Nullable UUID[] ids(Function<T, @Nullable UUID> column) {
    @Nullable UUID[] values = new UUID[rows.size()];
    Arrays.setAll(values, i -> column.apply(rows.get(i)));
    return values;
  }

  /** Returns a column of whole numbers. */
  public @Nullable Long[] longs(Function<T, @Nullable Number> column) {
    @Nullable Long[] values = new Long[rows.size()];
    Arrays.setAll(
        values,
        i -> {
          Number value = column.apply(rows.get(i));
          return value == null ? null : value.longValue();
        });
    return values;
  }

  /** Returns a column of moments, as exactly as the database knows them. */
  public @Nullable String[] moments(Function<T, Instant> column) {
    return texts(
        row -> column.apply(row).plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS));
  }

  /** Returns a column of what the database reads from the text that it has in Java. */
  public @Nullable String[] texts(Function<T, @Nullable Object> column) {
    @Nullable String[] values = new String[rows.size()];
    Arrays.setAll(
        values,
        i -> {
          Object value = column.apply(rows.get(i));
          return value == null ? null : value.toString();
        });
    return values;
  }
}
