package io.loanwright.engine.date;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The day of its month on which an installment falls due, where it is not the day of the start.
 *
 * @param kind how the day is named
 * @param ordinal the day of the month, 1 to 31, or which of the weekdays, 1 to 4; null for the last
 * @param weekday the weekday; null for a day of the month
 */
public record DueDay(Kind kind, @Nullable Integer ordinal, @Nullable DayOfWeek weekday) {

  /** The last day of the month. */
  public static final DueDay MONTH_END = new DueDay(Kind.MONTH_END, null, null);

  private static final int LONGEST_MONTH = 31;
  private static final int WEEKDAYS_IN_EVERY_MONTH = 4;

  /** How a day of a month is named. */
  public enum Kind {
    /** By its number, such as the 15th; the last day where the month is shorter. */
    DAY_OF_MONTH,
    /** The last day. */
    MONTH_END,
    /** By weekday from the front, such as the second Tuesday. */
    NTH_WEEKDAY,
    /** By weekday from the back: the last Friday. */
    LAST_WEEKDAY
  }

  /**
   * Checks that the parts fit the kind.
   *
   * @throws Refused {@link Rule#OUT_OF_RANGE} if they do not
   */
  public DueDay {
    boolean fits =
        switch (kind) {
          case DAY_OF_MONTH -> isBetween(ordinal, LONGEST_MONTH) && weekday == null;
          case MONTH_END -> ordinal == null && weekday == null;
          case NTH_WEEKDAY -> isBetween(ordinal, WEEKDAYS_IN_EVERY_MONTH) && weekday != null;
          case LAST_WEEKDAY -> ordinal == null && weekday != null;
        };
    if (!fits) {
      throw new Refused(
          Rule.OUT_OF_RANGE,
          "dueDay",
          "A due day is a day 1 to 31, the month's end, or the 1st to 4th or last of a weekday.");
    }
  }

  private static boolean isBetween(@Nullable Integer value, int most) {
    return value != null && value >= 1 && value <= most;
  }

  /** Returns a day by its number, 1 to 31. */
  public static DueDay ofMonth(int day) {
    return new DueDay(Kind.DAY_OF_MONTH, day, null);
  }

  /** Returns the nth weekday of a month, 1 to 4. */
  public static DueDay nth(int ordinal, DayOfWeek weekday) {
    return new DueDay(Kind.NTH_WEEKDAY, ordinal, weekday);
  }

  /** Returns the last such weekday of a month. */
  public static DueDay last(DayOfWeek weekday) {
    return new DueDay(Kind.LAST_WEEKDAY, null, weekday);
  }

  /** Returns the date in a month. */
  public LocalDate in(YearMonth month) {
    int number = ordinal == null ? 1 : ordinal;
    DayOfWeek day = weekday == null ? DayOfWeek.MONDAY : weekday;
    LocalDate first = month.atDay(1);
    return switch (kind) {
      case DAY_OF_MONTH -> month.atDay(Math.min(number, month.lengthOfMonth()));
      case MONTH_END -> month.atEndOfMonth();
      case NTH_WEEKDAY -> first.with(TemporalAdjusters.dayOfWeekInMonth(number, day));
      case LAST_WEEKDAY -> first.with(TemporalAdjusters.lastInMonth(day));
    };
  }
}
