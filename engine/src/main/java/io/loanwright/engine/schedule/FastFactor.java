package io.loanwright.engine.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A factor of interest as a 64-bit binary fraction, which tells how interest rounds wherever that
 * is beyond doubt.
 *
 * <p>Let f be the exact factor and F = floor(f x 2^64). Balance x F, a number of 128 bits, is the
 * interest in units of 2^-64 of a minor unit. It differs from the interest by definition, which
 * keeps 19 digits of up to ten steps and 19 decimals of the factor, by less than
 *
 * <ul>
 *   <li>balance units, because F is cut off (f x 2^64 - F is below 1);
 *   <li>balance units, because 19 decimals are half of 10^-19 or 0.92 units off at most;
 *   <li>100 units for each minor unit of interest: ten steps, each off by half of 10^-18 of the
 *       figure at most, and 2^64 x 10 x 0.5 x 10^-18 is 92.3.
 * </ul>
 *
 * <p>Where the interest is farther than that from a tie, both round alike. Where it is nearer, and
 * in particular on a tie, the answer is {@link Estimate#UNKNOWN} and the definition decides.
 *
 * @param bits F, unsigned; zero if there is no such number and all is unknown
 * @param nothing whether the factor is zero
 */
record FastFactor(long bits, boolean nothing) {

  /** The factor of a period that bears no interest. */
  static final FastFactor NOTHING = new FastFactor(0, true);

  private static final FastFactor NONE = new FastFactor(0, false);
  private static final long UNITS_PER_MINOR = 100;
  private static final int UNUSED_BITS = 11;
  private static final double LAST_BIT = 0x1p-53;
  private static final long LARGEST_BALANCE = 10_000_000_000_000_000L;

  /**
   * Returns the interest on a balance, rounded half to even.
   *
   * @param balance principal in minor units, not negative
   * @return minor units, or {@link Estimate#UNKNOWN}
   */
  long roundedInterestOn(long balance) {
    if (nothing) {
      return 0;
    }
    if (bits == 0 || balance > LARGEST_BALANCE) {
      return Estimate.UNKNOWN;
    }
    long whole = Math.unsignedMultiplyHigh(balance, bits);
    long rest = balance * bits;
    long doubt = 2 * balance + UNITS_PER_MINOR * (whole + 1);
    long aboveHalf = rest - Long.MIN_VALUE;
    if (-doubt <= aboveHalf && aboveHalf <= doubt) {
      return Estimate.UNKNOWN;
    }
    return rest < 0 ? whole + 1 : whole;
  }

  /** Tells whether the factor is known to 64 bits. */
  boolean isKnown() {
    return nothing || bits != 0;
  }

  /** Returns the factor, off by at most 2^-53. */
  double toDouble() {
    return (bits >>> UNUSED_BITS) * LAST_BIT;
  }

  /** Makes the factors of one rate. */
  static final class Maker {

    private static final int LONGEST_PRODUCT = 62;
    private static final int MOST_DECIMALS = 18;
    private static final long HALF_A_WORD = 1L << 32;

    private final long rateTop;
    private final long rateBottom;

    /**
     * Prepares a rate.
     *
     * @param rate the yearly rate as a fraction
     */
    Maker(BigDecimal rate) {
      BigDecimal plain = rate.scale() > 4 ? rate.stripTrailingZeros() : rate;
      boolean fits =
          plain.scale() >= 0
              && plain.scale() <= MOST_DECIMALS
              && plain.precision() <= MOST_DECIMALS;
      rateTop = fits ? plain.unscaledValue().longValueExact() : 0;
      rateBottom = fits ? powerOfTen(plain.scale()) : 0;
    }

    private static long powerOfTen(int exponent) {
      long power = 1;
      for (int i = 0; i < exponent; i++) {
        power *= 10;
      }
      return power;
    }

    /** Returns rate x part of a year. */
    FastFactor make(TimeShare share) {
      if (share.bottom() == 0 || rateTop == 0) {
        return NONE;
      }
      if (share.top() == 0) {
        return NOTHING;
      }
      if (bitLength(rateTop) + bitLength(share.top()) > LONGEST_PRODUCT
          || bitLength(rateBottom) + bitLength(share.bottom()) > LONGEST_PRODUCT) {
        return NONE;
      }
      long top = rateTop * share.top();
      long bottom = rateBottom * share.bottom();
      return top >= bottom ? NONE : new FastFactor(binaryFraction(top, bottom), false);
    }

    private static int bitLength(long positive) {
      return Long.SIZE - Long.numberOfLeadingZeros(positive);
    }

    /** Returns floor(top x 2^64 / bottom) for a top that is smaller than the bottom. */
    private static long binaryFraction(long top, long bottom) {
      if (bottom < HALF_A_WORD) {
        long shifted = top << 32;
        long high = Long.divideUnsigned(shifted, bottom);
        long rest = shifted - high * bottom;
        return (high << 32) | Long.divideUnsigned(rest << 32, bottom);
      }
      return BigInteger.valueOf(top)
          .shiftLeft(Long.SIZE)
          .divide(BigInteger.valueOf(bottom))
          .longValue();
    }
  }
}
