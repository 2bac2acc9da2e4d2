package io.loanwright.engine.date;

/** How many days of interest a month has. */
public enum DaysInMonth {
  /** As the calendar has it. */
  ACTUAL,
  /** Always 30. */
  DAYS_30
}
