package io.loanwright.engine.money;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of money in one currency, counted in minor units.
 *
 * <p>This is what is owed, paid and posted, so it never holds a fraction of a minor unit. Interest
 * being accrued between postings is not money yet; use {@link BigDecimal} for that and turn it into
 * money once, with {@link #round}, naming the rounding.
 *
 * @param minor the amount in minor units (cents for EUR); negative for a debt the other way
 * @param currency the currency
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** Longest text that is read as an amount; more than any 64-bit amount needs. */
  private static final int LONGEST_TEXT = 40;

  /**
   * Rounds an amount of major units to money.
   *
   * @param major the amount in major units, any scale
   * @param rounding how a fraction of a minor unit is rounded
   * @throws ArithmeticException if the result does not fit 64 bits, or {@code rounding} is {@link
   *     RoundingMode#UNNECESSARY} and the amount has a fraction of a minor unit
   */
  public static Money round(BigDecimal major, Currency currency, RoundingMode rounding) {
    BigDecimal minor = major.movePointRight(currency.minorDigits()).setScale(0, rounding);
    return new Money(minor.longValueExact(), currency);
  }

  /**
   * Reads an amount of major units, such as {@code 120.50}, without rounding it.
   *
   * @param decimal digits with an optional sign and decimal point; no exponent, no grouping
   * @throws Refused {@link Rule#TOO_MANY_DECIMALS} if it has more decimals than the currency,
   *     {@link Rule#OUT_OF_RANGE} if it is not a number or does not fit 64 bits
   */
  public static Money of(String decimal, Currency currency) {
    if (decimal.length() > LONGEST_TEXT || !decimal.matches("[+-]?[0-9]+([.][0-9]*)?")) {
      throw new Refused(Rule.OUT_OF_RANGE, "amount", "The amount is not a decimal number.");
    }
    BigDecimal minor = new BigDecimal(decimal).movePointRight(currency.minorDigits());
    if (minor.stripTrailingZeros().scale() > 0) {
      throw new Refused(
          Rule.TOO_MANY_DECIMALS,
          "amount",
          "An amount in %s has at most %d decimals: %s."
              .formatted(currency.code(), currency.minorDigits(), decimal));
    }
    try {
      return new Money(minor.longValueExact(), currency);
    } catch (ArithmeticException _) {
      throw new Refused(Rule.OUT_OF_RANGE, "amount", "The amount " + decimal + " is too large.");
    }
  }

  /** Returns nothing at all in a currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Returns the sum of both amounts.
   *
   * @throws Refused {@link Rule#CURRENCY_DIFFERS} if the currencies differ
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  /**
   * Returns this amount less the other.
   *
   * @throws Refused {@link Rule#CURRENCY_DIFFERS} if the currencies differ
   * @throws ArithmeticException if the difference does not fit 64 bits
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  /**
   * Returns the same amount the other way.
   *
   * @throws ArithmeticException for the smallest amount of 64 bits, which has no counterpart
   */
  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  /**
   * Returns the smaller of both amounts.
   *
   * @throws Refused {@link Rule#CURRENCY_DIFFERS} if the currencies differ
   */
  public Money min(Money other) {
    return minor <= sameCurrency(other).minor ? this : other;
  }

  /**
   * Returns the larger of both amounts.
   *
   * @throws Refused {@link Rule#CURRENCY_DIFFERS} if the currencies differ
   */
  public Money max(Money other) {
    return minor >= sameCurrency(other).minor ? this : other;
  }

  /** Tells whether this is nothing. */
  public boolean isZero() {
    return minor == 0;
  }

  /** Tells whether this is more than nothing. */
  public boolean isPositive() {
    return minor > 0;
  }

  /** Tells whether this is less than nothing. */
  public boolean isNegative() {
    return minor < 0;
  }

  /** Returns the amount in major units, with the decimals of the currency. */
  public BigDecimal toMajor() {
    return BigDecimal.valueOf(minor, currency.minorDigits());
  }

  /** Returns the amount as the interfaces write it: {@code 120.50}. */
  public String toDecimalString() {
    return toMajor().toPlainString();
  }

  /**
   * Compares amounts of one currency.
   *
   * @throws Refused {@link Rule#CURRENCY_DIFFERS} if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new Refused(
          Rule.CURRENCY_DIFFERS,
          "currency",
          "%s and %s cannot be added or compared.".formatted(currency, other.currency));
    }
    return other;
  }

  @Override
  public String toString() {
    return toDecimalString() + " " + currency.code();
  }
}
