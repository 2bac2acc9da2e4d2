package io.loanwright.engine.apr;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds the rate at which a value becomes zero, by halving an interval.
 *
 * <p>Rates are searched in binary floating point: a rate is compared, not posted, and is rounded to
 * two decimals of a percent. Doubles carry 15 digits, which leaves ten to spare.
 */
public final class RateSearch {

  private static final int HALVINGS = 200;
  private static final int STEPS = 400;
  private static final double NEAREST = 1e-4;
  private static final double GROWTH = 1.05;

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

  /**
   * Returns the rate nearest to zero at which a function changes its sign.
   *
   * <p>Steps away from zero on both sides, each 5 % wider than the one before, until the sign
   * changes; two changes within one step are not seen.
   *
   * @param value the function, of rates above -1
   */
  public static OptionalDouble crossing(DoubleUnaryOperator value) {
    if (value.applyAsDouble(0) == 0) {
      return OptionalDouble.of(0);
    }
    double near = 0;
    double far = NEAREST;
    for (int i = 0; i < STEPS; i++) {
      OptionalDouble above = between(value, near, far);
      OptionalDouble below = between(value, mirrored(far), mirrored(near));
      if (above.isPresent() || below.isPresent()) {
        return above.isPresent() ? above : below;
      }
      near = far;
      far = far * GROWTH + NEAREST;
    }
    return OptionalDouble.empty();
  }

  /** Returns the negative rate that undoes a positive one: -r / (1 + r), always above -1. */
  private static double mirrored(double rate) {
    return -rate / (1 + rate);
  }

  private static OptionalDouble between(DoubleUnaryOperator value, double low, double high) {
    double atLow = value.applyAsDouble(low);
    double atHigh = value.applyAsDouble(high);
    if (atLow > 0 && atHigh <= 0) {
      return OptionalDouble.of(root(value, low, high));
    }
    if (atLow < 0 && atHigh >= 0) {
      return OptionalDouble.of(root(rate -> -value.applyAsDouble(rate), low, high));
    }
    return OptionalDouble.empty();
  }
}
