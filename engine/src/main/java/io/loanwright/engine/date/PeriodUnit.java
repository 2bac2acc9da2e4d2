package io.loanwright.engine.date;

import java.time.LocalDate;

/** What the distance between two due dates is counted in. */
public enum PeriodUnit {
  /** Calendar days. */
  DAYS {
    @Override
    public LocalDate add(LocalDate from, long units) {
      return from.plusDays(units);
    }
  },
  /** Weeks of seven days. */
  WEEKS {
    @Override
    public LocalDate add(LocalDate from, long units) {
      return from.plusWeeks(units);
    }
  },
  /** Calendar months; a day that the month does not have becomes its last day. */
  MONTHS {
    @Override
    public LocalDate add(LocalDate from, long units) {
      return from.plusMonths(units);
    }
  };

  /**
   * Returns the date a number of units later.
   *
   * @param from the date to count from
   * @param units how many; negative counts back
   * @throws java.time.DateTimeException if the date is out of the calendar's range
   */
  public abstract LocalDate add(LocalDate from, long units);
}
