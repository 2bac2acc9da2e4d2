package io.loanwright.reporting.export;

import java.util.List;

/**
 * A short table that is there already, such as a statement of the books.
 *
 * @param rows one cell for each column
 * @param paper what a paper says around it
 */
public record Sheet(String title, List<Column> columns, List<List<Cell>> rows, Paper paper)
    implements Content {

  /** Keeps columns and rows from changing. */
  public Sheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A table with nothing around it. */
  Sheet(String title, List<Column> columns, List<List<Cell>> rows) {
    this(title, columns, rows, Paper.PLAIN);
  }

  /** Returns the same with what a paper says around it. */
  Sheet on(Paper around) {
    return new Sheet(title, columns, rows, around);
  }
}
