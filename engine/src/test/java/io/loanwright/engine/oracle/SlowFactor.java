package io.loanwright.engine.oracle;

import io.loanwright.engine.date.DayCount;
import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.YearBoundary;
import java.time.LocalDate;
import java.time.Year;
import java.util.function.UnaryOperator;

/**
 * The factor of interest of one period, by the rules "Rate factor f of an installment period".
 *
 * @param keep what is kept of each product and quotient: 19 digits, or all
 * @param interest how interest is counted
 * @param calendar how periods are counted
 * @param seed the day that the calendar counts from
 */
record SlowFactor(
    UnaryOperator<Rational> keep, InterestTerms interest, CalendarTerms calendar, LocalDate seed) {

  /**
   * Returns the factor.
   *
   * @param a the beginning of the period
   * @param b its end
   * @param from the day from which money is lent
   * @param forInstallment whether it makes the equal installment, which takes every period as
   *     regular
   */
  Rational of(LocalDate a, LocalDate b, LocalDate from, boolean forInstallment) {
    Rational rate = over(Rational.of(interest.annualRatePercent()), Rational.of(100));
    if (!a.isBefore(b) || rate.isZero()) {
      return Rational.ZERO;
    }
    Rational factor = keep.apply(rate.times(years(a, b, from, forInstallment)));
    boolean ofWholePeriod = isByPeriod() || isByThirty(a, b, from);
    return ofWholePeriod ? over(keep.apply(factor.times(days(from, b))), days(a, b)) : factor;
  }

  private Rational years(LocalDate a, LocalDate b, LocalDate from, boolean forInstallment) {
    if (isByPeriod()) {
      int inYear = calendar.unit() == PeriodUnit.MONTHS ? 12 : 52;
      return over(Rational.of(calendar.every()), Rational.of(inYear));
    }
    if (interest.dayCount() != null) {
      return keep.apply(byConvention(interest.dayCount(), from, b));
    }
    if (splitsYears(a, b, from)) {
      return byCalendarYears(from, b);
    }
    Rational yearLength = Rational.of(yearLength(a, b, from));
    if (interest.daysInMonth() == DaysInMonth.ACTUAL) {
      return over(days(from, b), yearLength);
    }
    int daysOfUnit =
        switch (calendar.unit()) {
          case DAYS -> 1;
          case WEEKS -> 7;
          case MONTHS -> 30;
        };
    Rational units = forInstallment ? Rational.of(calendar.every()) : unitsIn(a, b);
    return over(keep.apply(units.times(Rational.of(daysOfUnit))), yearLength);
  }

  private boolean isByPeriod() {
    return interest.period() == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
        && calendar.unit() != PeriodUnit.DAYS;
  }

  private boolean isByThirty(LocalDate a, LocalDate b, LocalDate from) {
    return interest.dayCount() == null
        && !splitsYears(a, b, from)
        && interest.daysInMonth() == DaysInMonth.DAYS_30;
  }

  private boolean splitsYears(LocalDate a, LocalDate b, LocalDate from) {
    boolean twoYears = from.getYear() != b.getYear();
    return twoYears
        && (interest.daysInYear() == DaysInYear.ACTUAL
            || (interest.daysInYear() == DaysInYear.ACTUAL_LEAP_DAY && holdsLeapDay(a, b)));
  }

  private int yearLength(LocalDate a, LocalDate b, LocalDate from) {
    return switch (interest.daysInYear()) {
      case ACTUAL -> Year.isLeap(from.getYear()) ? 366 : 365;
      case ACTUAL_LEAP_DAY -> holdsLeapDay(a, b) ? 366 : 365;
      case DAYS_360 -> 360;
      case DAYS_364 -> 364;
      case DAYS_365 -> 365;
    };
  }

  private static boolean holdsLeapDay(LocalDate a, LocalDate b) {
    for (int year = a.getYear(); year <= b.getYear(); year++) {
      if (Year.isLeap(year)) {
        LocalDate leapDay = LocalDate.of(year, 2, 29);
        if (a.isBefore(leapDay) && !b.isBefore(leapDay)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Adds up days / length of the year; where one year ends is part of the terms. */
  private Rational byCalendarYears(LocalDate from, LocalDate to) {
    boolean newYear = interest.yearBoundary() == YearBoundary.JANUARY_1;
    Rational years = Rational.ZERO;
    LocalDate at = from;
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      LocalDate end = newYear ? LocalDate.of(year + 1, 1, 1) : LocalDate.of(year, 12, 31);
      LocalDate until = year == to.getYear() ? to : end;
      Rational part = over(days(at, until), Rational.of(Year.isLeap(year) ? 366 : 365));
      years = keep.apply(years.plus(part));
      at = until;
    }
    return years;
  }

  private static Rational byConvention(DayCount convention, LocalDate from, LocalDate to) {
    Rational actual = days(from, to);
    return switch (convention) {
      case ACT_360 -> actual.over(Rational.of(360));
      case ACT_365_FIXED -> actual.over(Rational.of(365));
      case ACT_ACT_ISDA -> dayByDay(from, to);
      case THIRTY_E_360 -> {
        int months =
            12 * (to.getYear() - from.getYear()) + to.getMonthValue() - from.getMonthValue();
        int rest = Math.min(30, to.getDayOfMonth()) - Math.min(30, from.getDayOfMonth());
        yield Rational.of(30L * months + rest).over(Rational.of(360));
      }
      default -> throw new IllegalArgumentException("No second opinion on " + convention);
    };
  }

  private static Rational dayByDay(LocalDate from, LocalDate to) {
    long common = 0;
    long leap = 0;
    for (LocalDate at = from; at.isBefore(to); at = at.plusDays(1)) {
      if (Year.isLeap(at.getYear())) {
        leap++;
      } else {
        common++;
      }
    }
    return Rational.of(common)
        .over(Rational.of(365))
        .plus(Rational.of(leap).over(Rational.of(366)));
  }

  /** Whole units, and of the last one the part of its days; regular periods have every unit. */
  private Rational unitsIn(LocalDate a, LocalDate b) {
    if (isRegular(a, b)) {
      return Rational.of(calendar.every());
    }
    int whole = 0;
    while (!calendar.unit().add(a, whole + 1L).isAfter(b)) {
      whole++;
    }
    LocalDate reached = calendar.unit().add(a, whole);
    Rational length = days(reached, calendar.unit().add(a, whole + 1L));
    return Rational.of(whole).plus(over(days(reached, b), length));
  }

  /** Tells whether b is some number of units from the seed, and a is "every" units before it. */
  private boolean isRegular(LocalDate a, LocalDate b) {
    for (int units = 0; ; units++) {
      LocalDate at = calendar.unit().add(seed, units);
      if (at.equals(b)) {
        return calendar.unit().add(at, -calendar.every()).equals(a);
      }
      if (at.isAfter(b)) {
        return false;
      }
    }
  }

  private Rational over(Rational top, Rational bottom) {
    return keep.apply(top.over(bottom));
  }

  private static Rational days(LocalDate from, LocalDate to) {
    return Rational.of(to.toEpochDay() - from.toEpochDay());
  }
}
