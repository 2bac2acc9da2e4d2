package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.DayCount;
import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The price of the money.
 *
 * @param annualRatePercent nominal rate in percent a year, 0 to 10,000, at most 12 decimals
 * @param method what the rate is applied to
 * @param period whether interest follows days or installments
 * @param partialPeriod interest of a period in whose middle money goes out
 * @param daysInYear how many days make a year
 * @param daysInMonth how many days make a month
 * @param yearBoundary where years with their own length meet, for {@link DaysInYear#ACTUAL}
 * @param dayCount a market convention that counts days instead of {@code daysInYear} and {@code
 *     daysInMonth}; null for those
 */
public record InterestTerms(
    BigDecimal annualRatePercent,
    InterestMethod method,
    InterestPeriod period,
    PartialPeriod partialPeriod,
    DaysInYear daysInYear,
    DaysInMonth daysInMonth,
    YearBoundary yearBoundary,
    @Nullable DayCount dayCount) {

  /** The highest rate, in percent a year. */
  public static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(10_000);

  /**
   * Checks the rate.
   *
   * @throws Refused {@link Rule#OUT_OF_RANGE} if the rate is not between 0 and 10,000 percent,
   *     {@link Rule#TERMS_CONTRADICT} if the day count needs coupon periods, which loans have not
   */
  public InterestTerms {
    Ranges.require("annualRate", annualRatePercent, BigDecimal.ZERO, HIGHEST_RATE);
    if (dayCount != null && dayCount.needsPeriods()) {
      throw new Refused(
          Rule.TERMS_CONTRADICT, "dayCount", dayCount + " is a day count of bonds, not of loans.");
    }
  }

  /** Makes terms that count days by the length of year and month. */
  public InterestTerms(
      BigDecimal annualRatePercent,
      InterestMethod method,
      InterestPeriod period,
      PartialPeriod partialPeriod,
      DaysInYear daysInYear,
      DaysInMonth daysInMonth,
      YearBoundary yearBoundary) {
    this(
        annualRatePercent,
        method,
        period,
        partialPeriod,
        daysInYear,
        daysInMonth,
        yearBoundary,
        null);
  }

  /**
   * Returns the usual terms: declining balance, by days, the calendar as it is.
   *
   * @param annualRatePercent nominal rate in percent a year
   */
  public static InterestTerms of(BigDecimal annualRatePercent) {
    return new InterestTerms(
        annualRatePercent,
        InterestMethod.DECLINING_BALANCE,
        InterestPeriod.DAILY,
        PartialPeriod.BY_DAYS,
        DaysInYear.ACTUAL,
        DaysInMonth.ACTUAL,
        YearBoundary.DECEMBER_31);
  }

  /** Tells whether money bears interest for the whole of the period in which it goes out. */
  public boolean countsForWholePeriods() {
    return period == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
        && partialPeriod == PartialPeriod.WHOLE_PERIOD;
  }

  /** Returns the same terms with another rate. */
  public InterestTerms withRate(BigDecimal percent) {
    return new InterestTerms(
        percent, method, period, partialPeriod, daysInYear, daysInMonth, yearBoundary, dayCount);
  }

  /** Returns the same terms with another method. */
  public InterestTerms withMethod(InterestMethod other) {
    return new InterestTerms(
        annualRatePercent,
        other,
        period,
        partialPeriod,
        daysInYear,
        daysInMonth,
        yearBoundary,
        dayCount);
  }

  /** Returns the same terms with another division of time; partial periods count whole by it. */
  public InterestTerms withPeriod(InterestPeriod other, PartialPeriod partial) {
    return new InterestTerms(
        annualRatePercent, method, other, partial, daysInYear, daysInMonth, yearBoundary, dayCount);
  }

  /** Returns the same terms with another count of days. */
  public InterestTerms withDays(DaysInYear year, DaysInMonth month) {
    return new InterestTerms(
        annualRatePercent, method, period, partialPeriod, year, month, yearBoundary, null);
  }

  /** Returns the same terms with a market convention that counts days; interest goes by days. */
  public InterestTerms withDayCount(DayCount convention) {
    return new InterestTerms(
        annualRatePercent,
        method,
        InterestPeriod.DAILY,
        PartialPeriod.BY_DAYS,
        daysInYear,
        daysInMonth,
        yearBoundary,
        convention);
  }
}
