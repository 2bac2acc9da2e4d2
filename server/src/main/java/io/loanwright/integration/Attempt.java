package io.loanwright.integration;

import io.loanwright.integration.row.RowProblem;

/** What came of putting a row in. */
sealed interface Attempt<T> {

  /** The row is in. */
  record Kept<T>(T value) implements Attempt<T> {}

  /** The row is refused, and nothing of it is in. */
  record Refused<T>(RowProblem problem) implements Attempt<T> {}
}
