package io.loanwright.integration.row;

import io.loanwright.integration.csv.CsvRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What came of reading a row. */
public sealed interface Reading<T> {

  /** Returns the row. */
  CsvRow row();

  /** Returns the mapped figures that could be read, as the file has them. */
  Map<Figure, BigDecimal> figures();

  /** The row says something. */
  record Good<T>(CsvRow row, T value, Map<Figure, BigDecimal> figures) implements Reading<T> {}

  /** The row is to be left out, by what the mapping says. */
  record Left<T>(CsvRow row) implements Reading<T> {
    @Override
    public Map<Figure, BigDecimal> figures() {
      return Map.of();
    }
  }

  /** The row cannot be used. */
  record Bad<T>(CsvRow row, List<RowProblem> problems, Map<Figure, BigDecimal> figures)
      implements Reading<T> {

    /** Refuses a row for one reason. */
    public static <T> Bad<T> of(Good<T> good, RowProblem problem) {
      return new Bad<>(good.row(), List.of(problem), good.figures());
    }
  }
}
