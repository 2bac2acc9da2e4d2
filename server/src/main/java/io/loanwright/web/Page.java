package io.loanwright.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by key.
 *
 * @param items the rows, at most as many as were asked for
 * @param next the cursor of the next page, null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /** How many rows a client gets that does not say. */
  public static final int LIMIT_DEFAULT = 50;

  /** The most rows of a page. */
  public static final int LIMIT_MAX = 200;

  /** Keeps the rows from changing. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Reads how many rows a client wants.
   *
   * @param requested the query parameter {@code limit}, or null
   * @return 1 to {@value #LIMIT_MAX}
   * @throws ProblemException 400 {@code invalid} if it is out of range
   */
  public static int limit(@Nullable Integer requested) {
    if (requested == null) {
      return LIMIT_DEFAULT;
    }
    if (requested < 1 || requested > LIMIT_MAX) {
      throw ProblemException.invalid("limit", "must be 1 to " + LIMIT_MAX);
    }
    return requested;
  }

  /**
   * Makes a page of rows that were read with one row more than fits.
   *
   * @param rows what a query with {@code LIMIT :limit + 1} found, in order
   * @param limit how many rows the page has at most
   * @param cursor the sort keys of a row
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, cursor.apply(items.getLast()).encode());
  }

  /** Returns the page with each row turned into another, the cursor unchanged. */
  public <R> Page<R> map(Function<T, R> mapper) {
    return new Page<>(items.stream().<R>map(mapper).toList(), next);
  }
}
