package io.loanwright.engine.date;

/** How many days a year of interest has. */
public enum DaysInYear {
  /** As the calendar has it, 365 or 366; a period over New Year is split between the two years. */
  ACTUAL,
  /**
   * 366 only for a period that contains 29 February, else 365.
   *
   * <p>Also known as "actual/actual, leap day in period".
   */
  ACTUAL_LEAP_DAY,
  /** Always 360, the banker's year. */
  DAYS_360,
  /** Always 364, 52 weeks. */
  DAYS_364,
  /** Always 365. */
  DAYS_365
}
