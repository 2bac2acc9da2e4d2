package io.loanwright.engine.apr;

import io.loanwright.engine.date.PeriodUnit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The time between two days as units and days, counted back from the later one.
 *
 * @param units whole units
 * @param days the days left over at the beginning
 * @param reached the day that was reached by counting whole units back
 */
public record Interval(long units, long days, LocalDate reached) {

  /**
   * Counts back from the later day.
   *
   * @param from the earlier day
   * @param to the later day, not before the other
   */
  public static Interval between(LocalDate from, LocalDate to, PeriodUnit unit) {
    long units =
        switch (unit) {
          case DAYS -> ChronoUnit.DAYS.between(from, to);
          case WEEKS -> ChronoUnit.WEEKS.between(from, to);
          case MONTHS -> ChronoUnit.MONTHS.between(from, to) + 1;
        };
    while (unit.add(to, -units).isBefore(from)) {
      units--;
    }
    LocalDate reached = unit.add(to, -units);
    return new Interval(units, ChronoUnit.DAYS.between(from, reached), reached);
  }

  /**
   * Counts whole years back from the later day.
   *
   * @param from the earlier day
   * @param to the later day, not before the other
   * @return an interval in which {@code units} are years
   */
  public static Interval inWholeYears(LocalDate from, LocalDate to) {
    long years = to.getYear() - (long) from.getYear();
    if (to.minusYears(years).isBefore(from)) {
      years--;
    }
    LocalDate reached = to.minusYears(years);
    return new Interval(years, ChronoUnit.DAYS.between(from, reached), reached);
  }

  /** Returns the time in years, where units are years. */
  public double inYears() {
    return units + (double) days / yearLength();
  }

  /**
   * Returns the time in years: units by their number in a year, and the days left over by the
   * length of the year that ends where they end.
   *
   * <p>Source: Directive 2014/17/EU, Annex I, remarks (c); examples of the European Commission
   * (Markt/2014/107/H3).
   */
  public double inYears(PeriodUnit unit) {
    double whole = (double) units / new UnitPeriod(1, unit).unitsInYear();
    return unit == PeriodUnit.DAYS ? whole : whole + (double) days / yearLength();
  }

  /** Returns the length of the year that ends on the day reached. */
  private long yearLength() {
    return ChronoUnit.DAYS.between(reached.minusYears(1), reached);
  }
}
