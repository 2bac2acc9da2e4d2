package io.loanwright.reporting.export;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list that can be written to a file: what is read, and how its columns come out of that.
 *
 * @param title what it lists: {@code Loans}
 * @param columns its columns, in order
 * @param before a query that has to run first, in the same transaction; null for none
 * @param sql a statement put together from constants
 * @param params the statement's parameters
 * @param paper what a paper says around it
 */
public record Listing(
    String title,
    List<Column> columns,
    @Nullable String before,
    String sql,
    Map<String, @Nullable Object> params,
    Paper paper)
    implements Content {

  /** Keeps columns and parameters from changing. */
  public Listing {
    columns = List.copyOf(columns);
    params = Collections.unmodifiableMap(new HashMap<>(params));
  }

  /** A list with nothing around it. */
  Listing(
      String title,
      List<Column> columns,
      @Nullable String before,
      String sql,
      Map<String, @Nullable Object> params) {
    this(title, columns, before, sql, params, Paper.PLAIN);
  }

  /** Returns the same with what a paper says around it. */
  Listing on(Paper around) {
    return new Listing(title, columns, before, sql, params, around);
  }
}
