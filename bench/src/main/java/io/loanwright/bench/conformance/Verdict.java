package io.loanwright.bench.conformance;

/** What came of a case. */
public sealed interface Verdict {

  /**
   * Every figure is as expected.
   *
   * @param reading how the case was read, where that is not the usual way; empty otherwise
   */
  record Passed(String reading) implements Verdict {}

  /**
   * A figure differs.
   *
   * @param figure where
   * @param expected what the case says
   * @param got what the engine says
   */
  record Failed(String figure, String expected, String got) implements Verdict {}

  /**
   * The case needs something that the engine does not have.
   *
   * @param feature what it needs
   */
  record NotSupported(String feature) implements Verdict {}
}
