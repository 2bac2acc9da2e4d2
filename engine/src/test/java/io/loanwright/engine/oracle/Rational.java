package io.loanwright.engine.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A fraction of two whole numbers. Not always in lowest terms: compare with {@link #compareTo}.
 *
 * @param top above the line
 * @param bottom below the line, positive
 */
record Rational(BigInteger top, BigInteger bottom) implements Comparable<Rational> {

  static final Rational ZERO = of(0);
  static final Rational ONE = of(1);

  private static final BigInteger TWO = BigInteger.TWO;
  private static final int LONG_ENOUGH_TO_REDUCE = 2_000;
  private static final double DIGITS_OF_BIT = Math.log10(2);

  Rational {
    if (bottom.signum() == 0) {
      throw new ArithmeticException("Nothing is below the line.");
    }
    if (bottom.signum() < 0) {
      top = top.negate();
      bottom = bottom.negate();
    }
    if (bottom.bitLength() > LONG_ENOUGH_TO_REDUCE) {
      BigInteger common = top.gcd(bottom);
      top = top.divide(common);
      bottom = bottom.divide(common);
    }
  }

  static Rational of(long whole) {
    return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  static Rational of(BigInteger whole) {
    return new Rational(whole, BigInteger.ONE);
  }

  static Rational of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? of(decimal.toBigIntegerExact())
        : new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  Rational plus(Rational other) {
    return new Rational(
        top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
  }

  Rational minus(Rational other) {
    return plus(new Rational(other.top.negate(), other.bottom));
  }

  Rational times(Rational other) {
    return new Rational(top.multiply(other.top), bottom.multiply(other.bottom));
  }

  Rational over(Rational other) {
    return new Rational(top.multiply(other.bottom), bottom.multiply(other.top));
  }

  boolean isZero() {
    return top.signum() == 0;
  }

  /** Rounds to a whole number. */
  BigInteger toWhole(RoundingMode rounding) {
    BigInteger[] parts = top.abs().divideAndRemainder(bottom);
    int middle = parts[1].multiply(TWO).compareTo(bottom);
    boolean away =
        switch (rounding) {
          case UP -> parts[1].signum() > 0;
          case HALF_UP -> middle >= 0;
          case HALF_EVEN -> middle > 0 || (middle == 0 && parts[0].testBit(0));
          case DOWN, CEILING, FLOOR, HALF_DOWN, UNNECESSARY ->
              throw new IllegalArgumentException("Nobody rounds so: " + rounding);
        };
    BigInteger whole = away ? parts[0].add(BigInteger.ONE) : parts[0];
    return top.signum() < 0 ? whole.negate() : whole;
  }

  /** Tells whether a number is that near to a tie between two whole ones, or to a whole one. */
  boolean isNear(Rational distance, RoundingMode rounding) {
    Rational at = rounding == RoundingMode.UP ? this : minus(ONE.over(of(2)));
    Rational off = at.minus(of(at.toWhole(RoundingMode.HALF_EVEN)));
    return new Rational(off.top.abs(), off.bottom).compareTo(distance) < 0;
  }

  /** Rounds to a number of decimals, ties to even; negative for whole tens, hundreds ... */
  Rational toDecimals(int decimals) {
    BigInteger scale = BigInteger.TEN.pow(Math.abs(decimals));
    if (decimals < 0) {
      Rational scaled = new Rational(top, bottom.multiply(scale));
      return of(scaled.toWhole(RoundingMode.HALF_EVEN).multiply(scale));
    }
    Rational scaled = new Rational(top.multiply(scale), bottom);
    return new Rational(scaled.toWhole(RoundingMode.HALF_EVEN), scale);
  }

  /** Rounds to a number of significant digits, ties to even. */
  Rational toDigits(int digits) {
    if (isZero()) {
      return this;
    }
    int bits = top.abs().bitLength() - bottom.bitLength();
    int leading = (int) Math.floor((bits - 1) * DIGITS_OF_BIT);
    while (top.abs().compareTo(tenTo(leading + 1)) >= 0) {
      leading++;
    }
    return toDecimals(digits - 1 - leading);
  }

  /** Returns 10^exponent x bottom, rounded up. */
  private BigInteger tenTo(int exponent) {
    if (exponent >= 0) {
      return BigInteger.TEN.pow(exponent).multiply(bottom);
    }
    BigInteger[] parts = bottom.divideAndRemainder(BigInteger.TEN.pow(-exponent));
    return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
  }

  @Override
  public int compareTo(Rational other) {
    return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
  }
}
