package io.loanwright.engine.date;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which a lender works.
 *
 * @param weekend weekdays on which nobody works; not all seven
 * @param holidays further days on which nobody works, in order
 */
public record Workdays(Set<DayOfWeek> weekend, Set<LocalDate> holidays) {

  /** Saturday and Sunday are free and nothing else. */
  public static final Workdays MONDAY_TO_FRIDAY =
      of(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of());

  /** Most holidays of a calendar. */
  public static final int MOST_HOLIDAYS = 5_000;

  private static final int DAYS_IN_WEEK = 7;

  /**
   * Keeps its own copies, in order.
   *
   * @throws Refused {@link Rule#OUT_OF_RANGE} if nobody ever works or there are too many holidays
   */
  public Workdays {
    if (weekend.size() >= DAYS_IN_WEEK) {
      throw new Refused(
          Rule.OUT_OF_RANGE,
          "workdays.weekend",
          "At least one day of the week must be a working day.");
    }
    if (holidays.size() > MOST_HOLIDAYS) {
      throw new Refused(
          Rule.OUT_OF_RANGE,
          "workdays.holidays",
          "A calendar has at most %d holidays.".formatted(MOST_HOLIDAYS));
    }
    weekend =
        Collections.unmodifiableSet(
            weekend.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(weekend));
    NavigableSet<LocalDate> sorted = new TreeSet<>(holidays);
    holidays = Collections.unmodifiableNavigableSet(sorted);
  }

  /** Returns a calendar. */
  public static Workdays of(Set<DayOfWeek> weekend, Collection<LocalDate> holidays) {
    return new Workdays(weekend, new TreeSet<>(holidays));
  }

  /** Tells whether somebody works on a day. */
  public boolean isWorkday(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /** Returns a day itself if it is a working day, else the next one. */
  public LocalDate sameOrNext(LocalDate day) {
    LocalDate at = day;
    while (!isWorkday(at)) {
      at = at.plusDays(1);
    }
    return at;
  }

  /** Returns a day itself if it is a working day, else the one before. */
  public LocalDate sameOrPrevious(LocalDate day) {
    LocalDate at = day;
    while (!isWorkday(at)) {
      at = at.minusDays(1);
    }
    return at;
  }

  /**
   * Returns the day a number of working days later.
   *
   * @param day the day to count from, working or not
   * @param workdays how many; negative counts back, none returns the day itself
   */
  public LocalDate plus(LocalDate day, int workdays) {
    int step = workdays < 0 ? -1 : 1;
    LocalDate at = day;
    for (int left = Math.abs(workdays); left > 0; ) {
      at = at.plusDays(step);
      left -= isWorkday(at) ? 1 : 0;
    }
    return at;
  }

  /**
   * Counts working days, both ends included.
   *
   * @return how many; negative if the second day is before the first
   */
  public int between(LocalDate first, LocalDate second) {
    if (second.isBefore(first)) {
      return -between(second, first);
    }
    int count = 0;
    for (LocalDate at = first; !at.isAfter(second); at = at.plusDays(1)) {
      count += isWorkday(at) ? 1 : 0;
    }
    return count;
  }

  /** Returns the last working day of a month. */
  public LocalDate lastOf(YearMonth month) {
    return sameOrPrevious(month.atEndOfMonth());
  }

  /** Tells whether no working day of its month comes after a day. */
  public boolean isLastOfMonth(LocalDate day) {
    return !day.isBefore(lastOf(YearMonth.from(day)));
  }
}
