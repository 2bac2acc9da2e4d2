package io.loanwright.engine.apr;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The time between two days as whole unit periods and an odd part of one before them.
 *
 * <p>Whole unit periods are counted back from the later day. Odd days are divided by 30 for each
 * month of the unit period and by 7 for each week. What is left of a year is twelfths if it is
 * whole months, and else its days divided by 365.
 *
 * <p>Source: 12 CFR Part 1026 (Regulation Z), Appendix J, (b)(5).
 *
 * @param whole whole unit periods
 * @param odd the part of one that is left at the beginning, 0 to below 1
 */
public record UnitPeriods(long whole, double odd) {

  private static final int DAYS_IN_MONTH = 30;
  private static final int DAYS_IN_WEEK = 7;
  private static final int DAYS_IN_YEAR = 365;
  private static final int MONTHS_IN_YEAR = 12;

  /**
   * Counts back from the later day.
   *
   * @param from the earlier day
   * @param to the later day, not before the other
   */
  public static UnitPeriods between(LocalDate from, LocalDate to, UnitPeriod unitPeriod) {
    Interval interval = Interval.between(from, to, unitPeriod.unit());
    int multiple = unitPeriod.multiple();
    long left = interval.units() % multiple;
    double odd =
        switch (unitPeriod.unit()) {
          case MONTHS ->
              multiple == MONTHS_IN_YEAR
                  ? oddOfYear(from, to.minusMonths(interval.units() - left), left, interval.days())
                  : (double) (DAYS_IN_MONTH * left + interval.days()) / (DAYS_IN_MONTH * multiple);
          case WEEKS ->
              (double) (DAYS_IN_WEEK * left + interval.days()) / (DAYS_IN_WEEK * multiple);
          case DAYS -> (double) left / multiple;
        };
    return new UnitPeriods(interval.units() / multiple, odd);
  }

  private static double oddOfYear(LocalDate from, LocalDate reached, long months, long days) {
    return days == 0
        ? (double) months / MONTHS_IN_YEAR
        : (double) ChronoUnit.DAYS.between(from, reached) / DAYS_IN_YEAR;
  }
}
