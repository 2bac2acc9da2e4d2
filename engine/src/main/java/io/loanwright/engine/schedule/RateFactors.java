package io.loanwright.engine.schedule;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.date.DayCount;
import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.YearBoundary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;

/**
 * How much interest one unit of money bears over a part of a period.
 *
 * <p>There are two factors for the same days. The one that makes the equal installment takes every
 * period as regular; the one that computes interest measures an irregular period in whole units and
 * a fraction. They differ only with months of 30 days.
 *
 * <p>Source: conformance rules, "Rate factor f of an installment period".
 *
 * @param interest how interest is counted
 * @param calendar how periods are counted
 * @param start the date that the calendar counts from
 */
public record RateFactors(InterestTerms interest, CalendarTerms calendar, LocalDate start) {

  /** How long a period counts where months have 30 days. */
  private enum Measure {
    /** As many units as were agreed. */
    AS_AGREED,
    /** Whole units, and of the last one a fraction. */
    AS_IT_IS
  }

  private static final int MONTHS_IN_YEAR = 12;
  private static final int WEEKS_IN_YEAR = 52;
  private static final int DAYS_IN_WEEK = 7;
  private static final int DAYS_IN_MONTH = 30;
  private static final int LEAP_YEAR = 366;
  private static final int COMMON_YEAR = 365;

  /**
   * Returns the factor from which an equal installment is made.
   *
   * @param rate the yearly rate as a fraction
   * @param period the installment's period
   * @param from the day from which money is lent, in the period
   * @param to the day until which it is lent, in the period
   */
  public BigDecimal forInstallment(BigDecimal rate, Period period, LocalDate from, LocalDate to) {
    return rate.signum() == 0
        ? BigDecimal.ZERO
        : shareForInstallment(period, from, to).factor(rate);
  }

  /**
   * Returns the factor from which interest is computed.
   *
   * @param rate the yearly rate as a fraction
   * @param period the installment's period
   * @param from the day from which money is lent, in the period
   * @param to the day until which it is lent, in the period
   */
  public BigDecimal forInterest(BigDecimal rate, Period period, LocalDate from, LocalDate to) {
    return rate.signum() == 0 ? BigDecimal.ZERO : shareForInterest(period, from, to).factor(rate);
  }

  /** Returns the part of a year from which an equal installment is made. */
  public TimeShare shareForInstallment(Period period, LocalDate from, LocalDate to) {
    return share(period, from, to, Measure.AS_AGREED);
  }

  /** Returns the part of a year from which interest is computed. */
  public TimeShare shareForInterest(Period period, LocalDate from, LocalDate to) {
    return share(period, from, to, Measure.AS_IT_IS);
  }

  /** Tells whether both parts of a year are the same for every period. */
  boolean sharesAreTheSame() {
    return interest.daysInMonth() == DaysInMonth.ACTUAL;
  }

  private TimeShare share(Period period, LocalDate from, LocalDate to, Measure measure) {
    long whole = period.days();
    if (whole == 0) {
      return TimeShare.Nothing.INSTANCE;
    }
    boolean all = from.equals(period.from()) && to.equals(period.to());
    long days = all ? whole : ChronoUnit.DAYS.between(from, to);
    if (interest.period() == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
        && calendar.unit() != PeriodUnit.DAYS) {
      int perYear = calendar.unit() == PeriodUnit.MONTHS ? MONTHS_IN_YEAR : WEEKS_IN_YEAR;
      return new TimeShare.Units(calendar.every(), 0, 1, 1, perYear, days, whole);
    }
    DayCount dayCount = interest.dayCount();
    if (dayCount != null) {
      return new TimeShare.Convention(dayCount.yearFraction(from, to).round(PRECISION));
    }
    if (splitsYears(period, from, to)) {
      return yearsByCalendar(from, to);
    }
    int yearLength = yearLength(period, from);
    if (interest.daysInMonth() == DaysInMonth.ACTUAL) {
      return new TimeShare.Days(days, yearLength);
    }
    return measure == Measure.AS_AGREED || isRegular(period)
        ? new TimeShare.Units(calendar.every(), 0, 1, daysOfUnit(), yearLength, days, whole)
        : irregular(period, yearLength, days);
  }

  private int daysOfUnit() {
    return switch (calendar.unit()) {
      case DAYS -> 1;
      case WEEKS -> DAYS_IN_WEEK;
      case MONTHS -> DAYS_IN_MONTH;
    };
  }

  private boolean splitsYears(Period period, LocalDate from, LocalDate to) {
    return switch (interest.daysInYear()) {
      case ACTUAL -> from.getYear() != to.getYear();
      case ACTUAL_LEAP_DAY -> from.getYear() != to.getYear() && holdsLeapDay(period);
      case DAYS_360, DAYS_364, DAYS_365 -> false;
    };
  }

  private int yearLength(Period period, LocalDate from) {
    return switch (interest.daysInYear()) {
      case ACTUAL -> from.lengthOfYear();
      case ACTUAL_LEAP_DAY -> from.isLeapYear() && holdsLeapDay(period) ? LEAP_YEAR : COMMON_YEAR;
      case DAYS_360 -> 360;
      case DAYS_364 -> 364;
      case DAYS_365 -> COMMON_YEAR;
    };
  }

  private static boolean holdsLeapDay(Period period) {
    for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
      if (Year.isLeap(year) && period.holds(LocalDate.of(year, 2, 29))) {
        return true;
      }
    }
    return false;
  }

  /** Returns days in each calendar year by the length of the year; years between are whole. */
  private TimeShare yearsByCalendar(LocalDate from, LocalDate to) {
    LocalDate firstEnd = endOfYear(from.getYear());
    LocalDate lastStart = endOfYear(to.getYear() - 1);
    return new TimeShare.Years(
        ChronoUnit.DAYS.between(from, firstEnd),
        from.lengthOfYear(),
        to.getYear() - from.getYear() - 1,
        ChronoUnit.DAYS.between(lastStart, to),
        to.lengthOfYear());
  }

  private LocalDate endOfYear(int year) {
    return interest.yearBoundary() == YearBoundary.JANUARY_1
        ? LocalDate.of(year + 1, 1, 1)
        : LocalDate.of(year, 12, 31);
  }

  /** Counts whole units, and of the last one the fraction of its days. */
  private TimeShare irregular(Period period, int yearLength, long days) {
    PeriodUnit unit = calendar.unit();
    int whole = 0;
    while (!unit.add(period.from(), whole + 1L).isAfter(period.to())) {
      whole++;
    }
    LocalDate reached = unit.add(period.from(), whole);
    long left = ChronoUnit.DAYS.between(reached, period.to());
    long lengthOfUnit =
        left == 0 ? 1 : ChronoUnit.DAYS.between(reached, unit.add(period.from(), whole + 1L));
    return new TimeShare.Units(
        whole, left, lengthOfUnit, daysOfUnit(), yearLength, days, period.days());
  }

  /**
   * Tells whether a period ends a whole number of units after the start and is as long as agreed.
   */
  private boolean isRegular(Period period) {
    PeriodUnit unit = calendar.unit();
    long units =
        switch (unit) {
          case DAYS -> ChronoUnit.DAYS.between(start, period.to());
          case WEEKS -> ChronoUnit.DAYS.between(start, period.to()) / DAYS_IN_WEEK;
          case MONTHS ->
              (long) MONTHS_IN_YEAR * (period.to().getYear() - start.getYear())
                  + period.to().getMonthValue()
                  - start.getMonthValue();
        };
    LocalDate to = unit.add(start, units);
    return to.equals(period.to()) && unit.add(to, -calendar.every()).equals(period.from());
  }
}
