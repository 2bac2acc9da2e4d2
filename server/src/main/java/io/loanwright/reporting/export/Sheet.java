package io.loanwright.reporting.export;

import java.util.List;

/**
 * A short table that is there already, such as a statement of the books.
 *
 * @param rows one cell for each column
 */
public record Sheet(String title, List<Column> columns, List<List<Cell>> rows) implements Content {

  /** Keeps columns and rows from changing. */
  public Sheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
