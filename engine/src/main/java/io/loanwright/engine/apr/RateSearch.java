package io.loanwright.engine.apr;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds the rate at which a value becomes zero, by halving an interval.
 *
 * <p>This is the one place of the engine that computes in binary floating point: a rate is
 * searched, not posted, and is rounded to two decimals of a percent. Doubles carry 15 digits, which
 * leaves ten to spare.
 */
final class RateSearch {

  private static final int HALVINGS = 200;

  private RateSearch() {}

  /**
   * Returns where a function that falls from positive to negative crosses zero.
   *
   * @param value the function
   * @param low where it is still positive
   * @param high where it is negative already
   */
  static double root(DoubleUnaryOperator value, double low, double high) {
    double below = low;
    double above = high;
    for (int i = 0; i < HALVINGS && above - below > 0; i++) {
      double middle = below + (above - below) / 2;
      if (middle == below || middle == above) {
        break;
      }
      if (value.applyAsDouble(middle) > 0) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below + (above - below) / 2;
  }
}
