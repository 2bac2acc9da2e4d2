package io.loanwright.engine.date;

import static io.loanwright.engine.date.DayCount.PRECISION;

import io.loanwright.engine.date.DayCountContext.ReferencePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.chrono.IsoChronology;
import java.time.temporal.ChronoUnit;

/** Day counts over the days of the calendar. */
final class DayCounting {

  private static final int COMMON_YEAR = 365;
  private static final int LEAP_YEAR = 366;

  private DayCounting() {}

  static DayCount.Rule overYearOf(String days) {
    BigDecimal year = new BigDecimal(days);
    return (start, end, _) -> BigDecimal.valueOf(days(start, end)).divide(year, PRECISION);
  }

  static DayCount.Rule withoutLeapDaysOver(String days) {
    BigDecimal year = new BigDecimal(days);
    return new DayCount.Rule() {
      @Override
      public BigDecimal years(LocalDate start, LocalDate end, DayCountContext context) {
        return BigDecimal.valueOf(days(start, end, context)).divide(year, PRECISION);
      }

      @Override
      public long days(LocalDate start, LocalDate end, DayCountContext context) {
        return DayCounting.days(start, end) - leapDays(start, end);
      }
    };
  }

  static BigDecimal overLeapDayYear(LocalDate start, LocalDate end, DayCountContext context) {
    return parts(days(start, end), leapDays(start, end) > 0 ? LEAP_YEAR : COMMON_YEAR);
  }

  static BigDecimal overYearOfPeriodEnd(LocalDate start, LocalDate end, DayCountContext context) {
    LocalDate last = context.lastDay();
    boolean leap = context.periodsPerYear() == 1 ? leapDays(start, last) > 0 : last.isLeapYear();
    return parts(days(start, end), leap ? LEAP_YEAR : COMMON_YEAR);
  }

  static BigDecimal byCalendarYear(LocalDate start, LocalDate end, DayCountContext context) {
    BigDecimal years = BigDecimal.ZERO;
    LocalDate at = start;
    while (at.getYear() < end.getYear()) {
      LocalDate newYear = LocalDate.of(at.getYear() + 1, 1, 1);
      years = years.add(parts(days(at, newYear), at.lengthOfYear()), PRECISION);
      at = newYear;
    }
    return years.add(parts(days(at, end), at.lengthOfYear()), PRECISION);
  }

  static BigDecimal byReferencePeriod(LocalDate start, LocalDate end, DayCountContext context) {
    if (context.periods().isEmpty() || end.isAfter(context.lastDay())) {
      throw new IllegalArgumentException("This day count needs the periods that the days lie in.");
    }
    BigDecimal years = BigDecimal.ZERO;
    for (ReferencePeriod period : context.periods()) {
      LocalDate from = start.isAfter(period.from()) ? start : period.from();
      LocalDate to = end.isBefore(period.to()) ? end : period.to();
      if (from.isBefore(to)) {
        long ofYear = days(period.from(), period.to()) * context.periodsPerYear();
        years = years.add(parts(days(from, to), ofYear), PRECISION);
      }
    }
    return years;
  }

  static BigDecimal yearsBack(LocalDate start, LocalDate end, DayCountContext context) {
    long years = end.getYear() - (long) start.getYear();
    if (end.minusYears(years).isBefore(start)) {
      years--;
    }
    LocalDate reached = end.minusYears(years);
    boolean leap = leapDays(start.minusDays(1), reached.minusDays(1)) > 0;
    return parts(days(start, reached), leap ? LEAP_YEAR : COMMON_YEAR)
        .add(BigDecimal.valueOf(years));
  }

  static BigDecimal yearsForward(LocalDate start, LocalDate end, DayCountContext context) {
    long years = ChronoUnit.YEARS.between(start, end);
    LocalDate reached = start.plusYears(years);
    return parts(days(reached, end), days(reached, start.plusYears(years + 1)))
        .add(BigDecimal.valueOf(years));
  }

  static BigDecimal overMeanYear(LocalDate start, LocalDate end, DayCountContext context) {
    if (!end.isAfter(start.plusYears(1))) {
      boolean leap =
          start.getYear() == end.getYear()
              ? start.isLeapYear()
              : leapDays(start.minusDays(1), end) > 0;
      return parts(days(start, end), leap ? LEAP_YEAR : COMMON_YEAR);
    }
    long years = end.getYear() - start.getYear() + 1L;
    long length = days(LocalDate.of(start.getYear(), 1, 1), LocalDate.of(end.getYear() + 1, 1, 1));
    return parts(days(start, end) * years, length);
  }

  /** Returns how many 29 Februaries there are after one day and until another. */
  static long leapDays(LocalDate after, LocalDate until) {
    long count = 0;
    for (int year = after.getYear(); year <= until.getYear(); year++) {
      if (IsoChronology.INSTANCE.isLeapYear(year)) {
        LocalDate leapDay = Year.of(year).atMonth(2).atDay(29);
        count += leapDay.isAfter(after) && !leapDay.isAfter(until) ? 1 : 0;
      }
    }
    return count;
  }

  private static long days(LocalDate start, LocalDate end) {
    return end.toEpochDay() - start.toEpochDay();
  }

  private static BigDecimal parts(long days, long year) {
    return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(year), PRECISION);
  }
}
