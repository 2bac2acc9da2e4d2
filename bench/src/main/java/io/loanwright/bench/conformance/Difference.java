package io.loanwright.bench.conformance;

/** Thrown at the first figure that differs from what a case expects. */
final class Difference extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Verdict.Failed verdict;

  /** Names the figure with both values. */
  Difference(String figure, String expected, String got) {
    super(figure, null, false, false);
    this.verdict = new Verdict.Failed(figure, expected, got);
  }

  /** Returns the figure with both values. */
  Verdict.Failed verdict() {
    return verdict;
  }
}
