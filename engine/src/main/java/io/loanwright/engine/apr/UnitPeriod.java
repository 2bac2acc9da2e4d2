package io.loanwright.engine.apr;

import io.loanwright.engine.date.PeriodUnit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The interval in which a cost of credit counts time.
 *
 * @param multiple how many units, positive
 * @param unit the unit
 */
public record UnitPeriod(int multiple, PeriodUnit unit) {

  private static final int MONTHS_IN_YEAR = 12;
  private static final int WEEKS_IN_YEAR = 52;
  private static final int DAYS_IN_YEAR = 365;
  private static final int DAYS_IN_WEEK = 7;

  /** Checks that the period is not empty. */
  public UnitPeriod {
    if (multiple < 1) {
      throw new IllegalArgumentException("A unit period needs a positive multiple: " + multiple);
    }
  }

  /** Returns how many of it a year has: 12 months, 52 weeks or 365 days by the multiple. */
  public double perYear() {
    return (double) unitsInYear() / multiple;
  }

  int unitsInYear() {
    return switch (unit) {
      case MONTHS -> MONTHS_IN_YEAR;
      case WEEKS -> WEEKS_IN_YEAR;
      case DAYS -> DAYS_IN_YEAR;
    };
  }

  /**
   * Returns the interval that occurs most often between the dates, the shorter one of two; where
   * none occurs twice, the standard interval nearest to their average.
   *
   * <p>An interval is a number of months if the days of the month agree, else of weeks if it
   * divides by seven, else of days; more than a year counts as a year.
   *
   * <p>Source: 12 CFR Part 1026 (Regulation Z), Appendix J, (b)(4).
   *
   * @param dates days on which money changes hands, in order; at least two
   */
  public static UnitPeriod mostCommon(List<LocalDate> dates) {
    Map<UnitPeriod, Integer> counts = new HashMap<>();
    for (int i = 1; i < dates.size(); i++) {
      LocalDate from = dates.get(i - 1);
      LocalDate to = dates.get(i);
      if (from.isBefore(to)) {
        counts.merge(between(from, to), 1, Integer::sum);
      }
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (most == 1 && counts.size() > 1) {
      return nearest(
          counts.keySet().stream()
              .mapToDouble(UnitPeriod::approximateDays)
              .average()
              .orElseThrow());
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() == most)
        .map(Map.Entry::getKey)
        .min(Comparator.comparingLong(UnitPeriod::approximateDays))
        .orElseGet(() -> new UnitPeriod(1, PeriodUnit.MONTHS));
  }

  /** Returns the day, or the number of weeks or months up to a year, nearest to a length. */
  private static UnitPeriod nearest(double days) {
    return Stream.of(
            Stream.of(new UnitPeriod(1, PeriodUnit.DAYS)),
            multiples(WEEKS_IN_YEAR, PeriodUnit.WEEKS),
            multiples(MONTHS_IN_YEAR, PeriodUnit.MONTHS))
        .flatMap(Function.identity())
        .min(
            Comparator.<UnitPeriod>comparingDouble(
                    period -> Math.abs(period.approximateDays() - days))
                .thenComparingLong(UnitPeriod::approximateDays))
        .orElseThrow();
  }

  private static Stream<UnitPeriod> multiples(int most, PeriodUnit unit) {
    return IntStream.rangeClosed(1, most).mapToObj(multiple -> new UnitPeriod(multiple, unit));
  }

  private static UnitPeriod between(LocalDate from, LocalDate to) {
    int months =
        Math.toIntExact(ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1)));
    boolean sameDay = from.plusMonths(months).equals(to) || to.minusMonths(months).equals(from);
    if (months >= 1 && sameDay) {
      return new UnitPeriod(Math.min(months, MONTHS_IN_YEAR), PeriodUnit.MONTHS);
    }
    int days = Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    if (days > DAYS_IN_YEAR) {
      return new UnitPeriod(MONTHS_IN_YEAR, PeriodUnit.MONTHS);
    }
    return days % DAYS_IN_WEEK == 0
        ? new UnitPeriod(days / DAYS_IN_WEEK, PeriodUnit.WEEKS)
        : new UnitPeriod(days, PeriodUnit.DAYS);
  }

  private long approximateDays() {
    return switch (unit) {
      case DAYS -> multiple;
      case WEEKS -> (long) multiple * DAYS_IN_WEEK;
      case MONTHS -> multiple * 304L / 10;
    };
  }
}
