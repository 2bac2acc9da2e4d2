package io.loanwright.bench.conformance;

/** Thrown while a case is read that needs what the engine does not have. */
final class Unsupported extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the feature.
   *
   * @param feature what the case needs
   */
  Unsupported(String feature) {
    super(feature, null, false, false);
  }

  /** Returns what the case needs. */
  String feature() {
    return String.valueOf(getMessage());
  }
}
