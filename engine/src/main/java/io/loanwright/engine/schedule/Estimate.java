package io.loanwright.engine.schedule;

import java.math.RoundingMode;

/**
 * Rounds figures that are known only nearly, wherever that is beyond doubt.
 *
 * <p>All that the 19 digits of a definition decide is how a figure rounds to a whole minor unit. A
 * figure in binary floating point with a bound for its error mostly decides the same, and tells
 * where it does not; then the definition has to be worked out.
 */
public final class Estimate {

  /** The answer where the definition has to decide. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  private static final double LARGEST_FIGURE = 0x1p52;

  private Estimate() {}

  /**
   * Rounds a figure that is not known exactly.
   *
   * @param figure minor units, not negative
   * @param doubt by how much it may be off
   * @param rounding to even or up on a tie, or up
   * @return minor units, or {@link #UNKNOWN} if the doubt reaches over the point where the rounding
   *     turns
   */
  public static long rounded(double figure, double doubt, RoundingMode rounding) {
    if (!(figure < LARGEST_FIGURE)) {
      return UNKNOWN;
    }
    double turn = rounding == RoundingMode.UP ? 0 : 0.5;
    double whole = Math.floor(figure);
    double beyond = figure - whole - turn;
    if (Math.abs(beyond) <= doubt || 1 - Math.abs(beyond) <= doubt) {
      return UNKNOWN;
    }
    return (long) whole + (beyond > 0 ? 1 : 0);
  }
}
