package io.loanwright.integration;

import io.loanwright.integration.row.RowProblem;

/** Takes back what a row has done so far; the row is rejected for the reason. */
final class RowRefused extends RuntimeException {

  private final transient RowProblem problem;

  RowRefused(RowProblem problem) {
    super(problem.expected());
    this.problem = problem;
  }

  RowProblem problem() {
    return problem;
  }
}
