package io.loanwright.engine.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The time between two due dates.
 *
 * @param from the due date before, not counted
 * @param to the due date, counted
 */
public record Period(LocalDate from, LocalDate to) {

  /** Returns the days in it. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** Tells whether a day lies in it, the first one not counted and the last one counted. */
  public boolean holds(LocalDate day) {
    return day.isAfter(from) && !day.isAfter(to);
  }
}
