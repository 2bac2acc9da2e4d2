package io.loanwright.engine.schedule;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The part of a year that interest is counted for, as the whole numbers that it is made of.
 *
 * <p>It can be evaluated in two ways. {@link #factor} is the definition: 19 digits are kept of
 * every step. {@link #top} and {@link #bottom} are the same part without rounding, for arithmetic
 * with 64-bit numbers that knows how far it may be off.
 */
public sealed interface TimeShare {

  /** Decimals of a factor. */
  int DECIMALS = 19;

  /** Returns rate x part, each step to 19 digits and the result to 19 decimals. */
  BigDecimal factor(BigDecimal rate);

  /** Returns the part's numerator. */
  long top();

  /** Returns the part's denominator; zero if the part is not a fraction of two 64-bit numbers. */
  long bottom();

  /** No time at all. */
  record Nothing() implements TimeShare {

    static final Nothing INSTANCE = new Nothing();

    @Override
    public BigDecimal factor(BigDecimal rate) {
      return BigDecimal.ZERO;
    }

    @Override
    public long top() {
      return 0;
    }

    @Override
    public long bottom() {
      return 1;
    }
  }

  /**
   * Days of a year.
   *
   * @param days how many
   * @param year how many the year has
   */
  record Days(long days, int year) implements TimeShare {

    @Override
    public BigDecimal factor(BigDecimal rate) {
      return scaled(rate, quotient(days, year), 1, 1);
    }

    @Override
    public long top() {
      return days;
    }

    @Override
    public long bottom() {
      return year;
    }
  }

  /**
   * Days of a first year, whole years, and days of a last year.
   *
   * @param firstDays days of the first year
   * @param firstYear days that the first year has
   * @param wholeYears years between
   * @param lastDays days of the last year
   * @param lastYear days that the last year has
   */
  record Years(long firstDays, int firstYear, int wholeYears, long lastDays, int lastYear)
      implements TimeShare {

    @Override
    public BigDecimal factor(BigDecimal rate) {
      BigDecimal years =
          quotient(firstDays, firstYear)
              .add(BigDecimal.valueOf(wholeYears), PRECISION)
              .add(quotient(lastDays, lastYear), PRECISION);
      return scaled(rate, years, 1, 1);
    }

    @Override
    public long top() {
      return (firstDays + (long) wholeYears * firstYear) * lastYear + lastDays * firstYear;
    }

    @Override
    public long bottom() {
      return (long) firstYear * lastYear;
    }
  }

  /**
   * Units of time as the terms count them, and of that the days in which money is lent.
   *
   * @param units whole units
   * @param left days of a unit begun
   * @param unitLength days that this unit has
   * @param daysOfUnit what a whole unit counts for
   * @param year what a year counts for
   * @param days days in which money is lent
   * @param ofDays days of the whole period
   */
  record Units(
      long units, long left, long unitLength, int daysOfUnit, int year, long days, long ofDays)
      implements TimeShare {

    @Override
    public BigDecimal factor(BigDecimal rate) {
      BigDecimal counted = BigDecimal.valueOf(units);
      if (left != 0) {
        counted = quotient(left, unitLength).add(counted);
      }
      BigDecimal years =
          counted
              .multiply(BigDecimal.valueOf(daysOfUnit), PRECISION)
              .divide(BigDecimal.valueOf(year), PRECISION);
      return scaled(rate, years, days, ofDays);
    }

    @Override
    public long top() {
      return days == ofDays ? countedUnits() : countedUnits() * days;
    }

    @Override
    public long bottom() {
      long whole = unitLength * year;
      return days == ofDays ? whole : whole * ofDays;
    }

    private long countedUnits() {
      return (units * unitLength + left) * daysOfUnit;
    }
  }

  /**
   * A part that a market convention counts.
   *
   * @param years the part, to 19 digits
   */
  record Convention(BigDecimal years) implements TimeShare {

    @Override
    public BigDecimal factor(BigDecimal rate) {
      return scaled(rate, years, 1, 1);
    }

    @Override
    public long top() {
      return 0;
    }

    @Override
    public long bottom() {
      return 0;
    }
  }

  private static BigDecimal quotient(long top, long bottom) {
    return BigDecimal.valueOf(top).divide(BigDecimal.valueOf(bottom), PRECISION);
  }

  private static BigDecimal scaled(BigDecimal rate, BigDecimal years, long days, long ofDays) {
    return rate.multiply(years, PRECISION)
        .multiply(BigDecimal.valueOf(days), PRECISION)
        .divide(BigDecimal.valueOf(ofDays), PRECISION)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
