package io.loanwright.engine.terms;

import java.math.RoundingMode;

/** How the equal installment is rounded to money. */
public enum InstallmentRounding {
  /**
   * To the nearest minor unit, ties to even, and then levelled: while the last installment would
   * stand out, the difference is spread over all of them.
   */
  HALF_EVEN(RoundingMode.HALF_EVEN),
  /** To the nearest minor unit, ties up, and kept so; the last installment takes the remainder. */
  HALF_UP(RoundingMode.HALF_UP),
  /** Up to the next minor unit and kept so; the last installment takes the remainder. */
  UP(RoundingMode.UP);

  private final RoundingMode mode;

  InstallmentRounding(RoundingMode mode) {
    this.mode = mode;
  }

  /** Returns the rounding of a single figure. */
  public RoundingMode mode() {
    return mode;
  }

  /** Tells whether the last installment's difference is spread over all of them. */
  public boolean levels() {
    return this == HALF_EVEN;
  }
}
