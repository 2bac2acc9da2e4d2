package io.loanwright.organization;

import io.loanwright.engine.date.Workdays;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When the organization works. A loan keeps the calendar that it was applied for with, so a holiday
 * that is added later changes no contract.
 *
 * @param workingWeek the weekdays on which it works, at least one, from Monday on
 * @param holidays the days on which it does not all the same, each once, oldest first
 * @param version counts the changes
 */
public record WorkingCalendar(Set<DayOfWeek> workingWeek, List<Holiday> holidays, long version) {

  /** Keeps its own copies, in order. */
  public WorkingCalendar {
    workingWeek = Collections.unmodifiableSet(EnumSet.copyOf(workingWeek));
    holidays = List.copyOf(holidays);
  }

  /** Returns the calendar as terms take it. */
  public Workdays workdays() {
    return Workdays.of(
        EnumSet.complementOf(EnumSet.copyOf(workingWeek)),
        holidays.stream().map(Holiday::on).toList());
  }
}
