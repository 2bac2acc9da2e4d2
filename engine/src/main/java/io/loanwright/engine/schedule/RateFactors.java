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
import java.math.RoundingMode;
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

  private static final int DECIMALS = 19;
  private static final BigDecimal MONTHS_IN_YEAR = BigDecimal.valueOf(12);
  private static final BigDecimal WEEKS_IN_YEAR = BigDecimal.valueOf(52);
  private static final BigDecimal DAYS_IN_WEEK = BigDecimal.valueOf(7);
  private static final BigDecimal DAYS_IN_MONTH = BigDecimal.valueOf(30);
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
    return factor(rate, period, from, to, BigDecimal.valueOf(calendar.every()));
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
    if (interest.daysInMonth() == DaysInMonth.ACTUAL) {
      return forInstallment(rate, period, from, to);
    }
    return factor(rate, period, from, to, unitsIn(period));
  }

  private BigDecimal factor(
      BigDecimal rate, Period period, LocalDate from, LocalDate to, BigDecimal units) {
    BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
    BigDecimal whole = BigDecimal.valueOf(period.days());
    if (whole.signum() == 0 || rate.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (interest.period() == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
        && calendar.unit() != PeriodUnit.DAYS) {
      BigDecimal every = BigDecimal.valueOf(calendar.every());
      BigDecimal perYear = calendar.unit() == PeriodUnit.MONTHS ? MONTHS_IN_YEAR : WEEKS_IN_YEAR;
      return scaled(rate, every.divide(perYear, PRECISION), days, whole);
    }
    DayCount dayCount = interest.dayCount();
    if (dayCount != null) {
      BigDecimal years = dayCount.yearFraction(from, to).round(PRECISION);
      return scaled(rate, years, BigDecimal.ONE, BigDecimal.ONE);
    }
    if (splitsYears(period, from, to)) {
      return scaled(rate, yearsByCalendar(from, to), BigDecimal.ONE, BigDecimal.ONE);
    }
    BigDecimal yearLength = BigDecimal.valueOf(yearLength(period, from));
    if (interest.daysInMonth() == DaysInMonth.ACTUAL) {
      return scaled(rate, days.divide(yearLength, PRECISION), BigDecimal.ONE, BigDecimal.ONE);
    }
    BigDecimal counted = units.multiply(daysOfUnit(), PRECISION);
    return scaled(rate, counted.divide(yearLength, PRECISION), days, whole);
  }

  /** Returns rate x years x days / whole, each step to 19 digits and the result to 19 decimals. */
  private static BigDecimal scaled(
      BigDecimal rate, BigDecimal years, BigDecimal days, BigDecimal whole) {
    return rate.multiply(years, PRECISION)
        .multiply(days, PRECISION)
        .divide(whole, PRECISION)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  private BigDecimal daysOfUnit() {
    return switch (calendar.unit()) {
      case DAYS -> BigDecimal.ONE;
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

  /** Returns the sum over calendar years of days in the year by the length of the year. */
  private BigDecimal yearsByCalendar(LocalDate from, LocalDate to) {
    BigDecimal years = BigDecimal.ZERO;
    LocalDate at = from;
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      LocalDate end = year == to.getYear() ? to : endOfYear(year);
      BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(at, end));
      BigDecimal length = BigDecimal.valueOf(Year.of(year).length());
      years = years.add(days.divide(length, PRECISION), PRECISION);
      at = end;
    }
    return years;
  }

  private LocalDate endOfYear(int year) {
    return interest.yearBoundary() == YearBoundary.JANUARY_1
        ? LocalDate.of(year + 1, 1, 1)
        : LocalDate.of(year, 12, 31);
  }

  /**
   * Returns how many units a period has: whole ones, and of the last one the fraction of its days.
   */
  private BigDecimal unitsIn(Period period) {
    if (isRegular(period)) {
      return BigDecimal.valueOf(calendar.every());
    }
    PeriodUnit unit = calendar.unit();
    int whole = 0;
    while (!unit.add(period.from(), whole + 1L).isAfter(period.to())) {
      whole++;
    }
    LocalDate reached = unit.add(period.from(), whole);
    long left = ChronoUnit.DAYS.between(reached, period.to());
    if (left == 0) {
      return BigDecimal.valueOf(whole);
    }
    long lengthOfUnit = ChronoUnit.DAYS.between(reached, unit.add(period.from(), whole + 1L));
    return BigDecimal.valueOf(left)
        .divide(BigDecimal.valueOf(lengthOfUnit), PRECISION)
        .add(BigDecimal.valueOf(whole));
  }

  /**
   * Tells whether a period ends a whole number of units after the start and is as long as agreed.
   */
  private boolean isRegular(Period period) {
    PeriodUnit unit = calendar.unit();
    long units =
        switch (unit) {
          case DAYS -> ChronoUnit.DAYS.between(start, period.to());
          case WEEKS -> ChronoUnit.DAYS.between(start, period.to()) / 7;
          case MONTHS ->
              12L * (period.to().getYear() - start.getYear())
                  + period.to().getMonthValue()
                  - start.getMonthValue();
        };
    LocalDate to = unit.add(start, units);
    return to.equals(period.to()) && unit.add(to, -calendar.every()).equals(period.from());
  }
}
