package io.loanwright.engine.date;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/**
 * How the days between two dates become a part of a year.
 *
 * <p>Contracts name one of these; two lenders with one rate and two conventions ask for different
 * interest. From 28 December 2007 to 28 February 2008: 62/360, 62/365, 4/365 + 58/366 or 60/360.
 *
 * <p>The first day is not counted and the last one is. Turned round, the part is negative.
 */
public enum DayCount {
  /** Actual days over 360. Source: 2006 ISDA Definitions 4.16(e). */
  ACT_360(DayCounting.overYearOf("360")),
  /** Actual days over 364, 52 weeks. */
  ACT_364(DayCounting.overYearOf("364")),
  /** Actual days over 365, in leap years too. Source: 2006 ISDA Definitions 4.16(d). */
  ACT_365_FIXED(DayCounting.overYearOf("365")),
  /** Actual days over 365.25, as the single-payment examples of the United Kingdom count. */
  ACT_365_25(DayCounting.overYearOf("365.25")),
  /** Actual days over 366. */
  ACT_366(DayCounting.overYearOf("366")),
  /** Actual days over 366 if a 29 February is among them, else over 365. */
  ACT_365_ACTUAL(DayCounting::overLeapDayYear),
  /**
   * Actual days over 366 or 365: with one period a year by whether the period contains a 29
   * February, else by the year in which the period ends. Needs the period.
   *
   * <p>Source: 2006 ISDA Definitions 4.16(i) and ICMA rule 251.1(i) part 2.
   */
  ACT_365_L(DayCounting::overYearOfPeriodEnd),
  /**
   * Days in leap years over 366 and the others over 365, parted at New Year.
   *
   * <p>Source: 2006 ISDA Definitions 4.16(b).
   */
  ACT_ACT_ISDA(DayCounting::byCalendarYear),
  /**
   * Days over those of the reference period times its number in a year. Needs the periods.
   *
   * <p>Source: 2006 ISDA Definitions 4.16(c), ICMA rule 251.
   */
  ACT_ACT_ICMA(DayCounting::byReferencePeriod),
  /**
   * Whole years counted back from the end; the days left at the start over 366 if a 29 February is
   * among them, else over 365.
   *
   * <p>Source: the French banking federation's master agreement; where the end is at the end of
   * February, as OpenGamma reads it.
   */
  ACT_ACT_AFB(DayCounting::yearsBack),
  /** Whole years counted from the start; the days left over the length of the year after them. */
  ACT_ACT_YEAR(DayCounting::yearsForward),
  /** Actual days without any 29 February, over 360. */
  NO_LEAP_360(DayCounting.withoutLeapDaysOver("360")),
  /** Actual days without any 29 February, over 365. */
  NO_LEAP_365(DayCounting.withoutLeapDaysOver("365")),
  /**
   * Months of 30 days, "bond basis": day 31 counts as 30, at the end only where the start is at 30.
   *
   * <p>Source: 2006 ISDA Definitions 4.16(f).
   */
  THIRTY_360(ThirtyDayMonths.BOND_BASIS),
  /**
   * As {@link #THIRTY_360}, and the end of February counts as day 30: at the start always, at the
   * end where the start is one too. Also known as "30/360 US".
   */
  THIRTY_360_US(ThirtyDayMonths.UNITED_STATES),
  /** As {@link #THIRTY_360}, and the end of February counts as day 30 at the start. */
  THIRTY_360_PSA(ThirtyDayMonths.SECURITIES_ASSOCIATION),
  /** Day 31 counts as 30 at both ends. Source: 2006 ISDA Definitions 4.16(g), "Eurobond basis". */
  THIRTY_E_360(ThirtyDayMonths.EUROBOND),
  /**
   * The last day of every month counts as 30, but for a maturity at the end of February. Takes the
   * maturity from the context.
   *
   * <p>Source: 2006 ISDA Definitions 4.16(h).
   */
  THIRTY_E_360_ISDA(ThirtyDayMonths.EUROBOND_ISDA),
  /** Day 31 counts as 30 at the start and as the 1st of the next month at the end. */
  THIRTY_E_PLUS_360(ThirtyDayMonths.EUROBOND_PLUS),
  /**
   * The last day of every month counts as 30, over 365.
   *
   * <p>Readings differ at the end of February; this one is OpenGamma's, QuantLib leaves it alone.
   */
  THIRTY_E_365(ThirtyDayMonths.EUROBOND_365),
  /**
   * What spreadsheets compute by default: as {@link #THIRTY_360_US}, but day 31 stays at the end
   * where the start is the end of February.
   *
   * <p>Source: YEARFRAC with basis 0, as Excel 2010 answers.
   */
  THIRTY_360_SPREADSHEET(ThirtyDayMonths.SPREADSHEET),
  /**
   * Actual days over the mean length of the calendar years touched; up to one year, over 366 where
   * a 29 February is touched and 365 else.
   *
   * <p>Source: YEARFRAC with basis 1, as Excel 2010 answers.
   */
  ACT_ACT_SPREADSHEET(DayCounting::overMeanYear);

  /** Digits of a part of a year; the last ones carry nothing that reaches a minor unit. */
  static final MathContext PRECISION = MathContext.DECIMAL128;

  @SuppressWarnings("ImmutableEnumChecker") // rules hold numbers only
  private final Rule rule;

  DayCount(Rule rule) {
    this.rule = rule;
  }

  /** The rule of one convention for two days in order. */
  interface Rule {

    /** Returns years from the start to the end, which is not before it. */
    BigDecimal years(LocalDate start, LocalDate end, DayCountContext context);

    /** Returns the days that the convention counts. */
    default long days(LocalDate start, LocalDate end, DayCountContext context) {
      return end.toEpochDay() - start.toEpochDay();
    }
  }

  /**
   * Returns the part of a year between two days.
   *
   * @param start the first day, not counted
   * @param end the last day, counted
   * @return years with 34 digits; negative if {@code end} is before {@code start}
   * @throws IllegalArgumentException if the convention needs a period ({@link #ACT_365_L}, {@link
   *     #ACT_ACT_ICMA})
   */
  public BigDecimal yearFraction(LocalDate start, LocalDate end) {
    return yearFraction(start, end, DayCountContext.NONE);
  }

  /**
   * Returns the part of a year between two days.
   *
   * @param start the first day, not counted
   * @param end the last day, counted
   * @param context the periods that the days lie in
   * @return years with 34 digits; negative if {@code end} is before {@code start}
   * @throws IllegalArgumentException if the convention needs a period and there is none
   */
  public BigDecimal yearFraction(LocalDate start, LocalDate end, DayCountContext context) {
    return end.isBefore(start)
        ? rule.years(end, start, context).negate()
        : rule.years(start, end, context);
  }

  /**
   * Returns the days between two days as the convention counts them.
   *
   * @param start the first day, not counted
   * @param end the last day, counted
   */
  public long days(LocalDate start, LocalDate end) {
    return days(start, end, DayCountContext.NONE);
  }

  /**
   * Returns the days between two days as the convention counts them.
   *
   * @param start the first day, not counted
   * @param end the last day, counted
   * @param context the periods that the days lie in
   */
  public long days(LocalDate start, LocalDate end, DayCountContext context) {
    return end.isBefore(start) ? -rule.days(end, start, context) : rule.days(start, end, context);
  }

  /** Tells whether the convention can only be used with the periods that the days lie in. */
  public boolean needsPeriods() {
    return this == ACT_365_L || this == ACT_ACT_ICMA;
  }
}
