package io.loanwright.engine.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The precision of everything between terms and money.
 *
 * <p>Every product and quotient keeps 19 significant digits, ties to even. That is more than 64-bit
 * amounts need, and it is stated because a tie between two cents may depend on it.
 *
 * <p>Source: conformance rules of the reference system (19 digits, HALF_EVEN).
 */
public final class Arithmetic {

  /** 19 significant digits, ties to even. */
  public static final MathContext PRECISION = new MathContext(19, RoundingMode.HALF_EVEN);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final long EXACT_BELOW = 10_000_000_000_000L;
  private static final long EXACT_SHARE_BELOW = 1_000_000_000_000L;
  private static final long MOST_DAYS = 100_000;

  private Arithmetic() {}

  /** Returns a percentage as a fraction: 12 becomes 0.12. */
  public static BigDecimal fraction(BigDecimal percent) {
    return percent.divide(HUNDRED, PRECISION);
  }

  /**
   * Rounds an amount of minor units to whole ones.
   *
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public static long toMinor(BigDecimal minor, RoundingMode rounding) {
    return minor.setScale(0, rounding).longValueExact();
  }

  /**
   * Divides an amount among several and rounds the share.
   *
   * <p>Up to ten million million minor units the share of some thousands is so far from a tie, or
   * on it, that 19 digits change nothing; 64-bit arithmetic is exact there.
   *
   * @param minor the amount in minor units
   * @param among how many share it, 1 to 10,000
   * @param rounding to even or up on a tie, or up
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public static long quotient(long minor, int among, RoundingMode rounding) {
    if (minor <= -EXACT_BELOW || minor >= EXACT_BELOW) {
      return toMinor(
          BigDecimal.valueOf(minor).divide(BigDecimal.valueOf(among), PRECISION), rounding);
    }
    return rounded(minor, among, rounding);
  }

  /**
   * Returns amount x passed / whole, rounded half to even.
   *
   * <p>Below a million million minor units and a hundred thousand days the product is exact with 64
   * bits, and the quotient is on a tie or so far from it that 19 digits change nothing.
   *
   * @param minor the amount in minor units
   * @param passed days that have passed, at most {@code whole}
   * @param whole days in all, at least 1
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public static long proportion(long minor, long passed, long whole) {
    if (minor <= -EXACT_SHARE_BELOW || minor >= EXACT_SHARE_BELOW || whole >= MOST_DAYS) {
      return toMinor(
          BigDecimal.valueOf(minor)
              .multiply(BigDecimal.valueOf(passed), PRECISION)
              .divide(BigDecimal.valueOf(whole), PRECISION),
          RoundingMode.HALF_EVEN);
    }
    return rounded(minor * passed, whole, RoundingMode.HALF_EVEN);
  }

  private static long rounded(long minor, long among, RoundingMode rounding) {
    long whole = minor / among;
    long twice = 2 * Math.abs(minor % among);
    boolean away =
        switch (rounding) {
          case HALF_EVEN -> twice > among || (twice == among && (whole & 1) == 1);
          case HALF_UP -> twice >= among;
          case UP -> twice > 0;
          case DOWN, CEILING, FLOOR, HALF_DOWN, UNNECESSARY ->
              throw new IllegalArgumentException("Shares are not rounded so: " + rounding);
        };
    return away ? whole + Long.signum(minor) : whole;
  }

  /**
   * Rounds an amount to a multiple, unless that would leave nothing of it.
   *
   * @param minor the amount in minor units
   * @param multiple the multiple in minor units; null or 1 for none
   * @param rounding how it is rounded
   * @return the nearest multiple, or the amount itself where the nearest one is zero
   */
  public static long toMultiple(long minor, @Nullable Long multiple, RoundingMode rounding) {
    if (multiple == null || multiple <= 1) {
      return minor;
    }
    BigDecimal step = BigDecimal.valueOf(multiple);
    long rounded =
        BigDecimal.valueOf(minor).divide(step, 0, rounding).multiply(step).longValueExact();
    return rounded == 0 ? minor : rounded;
  }
}
