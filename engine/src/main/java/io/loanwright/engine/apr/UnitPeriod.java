package io.loanwright.engine.apr;

import io.loanwright.engine.date.PeriodUnit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
   * Returns the interval that occurs most often between the dates, the shorter one of two.
   *
   * <p>An interval is a number of months if the days of the month agree, else of weeks if it
   * divides by seven, else of days; more than a year counts as a year.
   *
   * <p>Source: 12 CFR Part 1026 (Regulation Z), Appendix J, (b)(4).
   *
   * @param dates days on which money changes hands, in order; at least two
   */
  public static UnitPeriod mostCommon(List<LocalDate> dates) {
    Map<Long, UnitPeriod> byLength = new TreeMap<>();
    Map<Long, Integer> counts = new TreeMap<>();
    for (int i = 1; i < dates.size(); i++) {
      LocalDate from = dates.get(i - 1);
      LocalDate to = dates.get(i);
      if (from.isBefore(to)) {
        UnitPeriod between = between(from, to);
        byLength.put(between.approximateDays(), between);
        counts.merge(between.approximateDays(), 1, Integer::sum);
      }
    }
    UnitPeriod best = new UnitPeriod(1, PeriodUnit.MONTHS);
    int most = 0;
    for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
      UnitPeriod candidate = byLength.get(entry.getKey());
      if (entry.getValue() > most && candidate != null) {
        most = entry.getValue();
        best = candidate;
      }
    }
    return best;
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
