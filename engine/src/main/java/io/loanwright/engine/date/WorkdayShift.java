package io.loanwright.engine.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What happens to a date that is no working day.
 *
 * <p>Source: 2006 ISDA Definitions, section 4.12, for the first five.
 */
public enum WorkdayShift {
  /** It stays. */
  NONE {
    @Override
    public LocalDate shift(LocalDate day, Workdays workdays) {
      return day;
    }
  },
  /** The next working day. */
  FOLLOWING {
    @Override
    public LocalDate shift(LocalDate day, Workdays workdays) {
      return workdays.sameOrNext(day);
    }
  },
  /** The working day before. */
  PRECEDING {
    @Override
    public LocalDate shift(LocalDate day, Workdays workdays) {
      return workdays.sameOrPrevious(day);
    }
  },
  /** The next working day, or the one before if the next one lies in another month. */
  MODIFIED_FOLLOWING {
    @Override
    public LocalDate shift(LocalDate day, Workdays workdays) {
      LocalDate next = workdays.sameOrNext(day);
      return next.getMonth() == day.getMonth() ? next : workdays.sameOrPrevious(day);
    }
  },
  /** The working day before, or the next one if the one before lies in another month. */
  MODIFIED_PRECEDING {
    @Override
    public LocalDate shift(LocalDate day, Workdays workdays) {
      LocalDate previous = workdays.sameOrPrevious(day);
      return previous.getMonth() == day.getMonth() ? previous : workdays.sameOrNext(day);
    }
  },
  /**
   * The next working day, or the one before if the next one lies in another half of a month; the
   * first half ends with the 15th.
   */
  MODIFIED_FOLLOWING_HALF_MONTH {
    @Override
    public LocalDate shift(LocalDate day, Workdays workdays) {
      LocalDate next = workdays.sameOrNext(day);
      boolean sameHalf =
          next.getMonth() == day.getMonth()
              && next.getDayOfMonth() > MIDDLE == day.getDayOfMonth() > MIDDLE;
      return sameHalf ? next : workdays.sameOrPrevious(day);
    }
  },
  /** The next working day for a Sunday or Monday, the one before for other weekdays. */
  NEAREST_BY_WEEKDAY {
    @Override
    public LocalDate shift(LocalDate day, Workdays workdays) {
      DayOfWeek weekday = day.getDayOfWeek();
      boolean forward = weekday == DayOfWeek.SUNDAY || weekday == DayOfWeek.MONDAY;
      return forward ? workdays.sameOrNext(day) : workdays.sameOrPrevious(day);
    }
  },
  /** The working day that is fewer days away, the next one of two equally near. */
  NEAREST_BY_DISTANCE {
    @Override
    public LocalDate shift(LocalDate day, Workdays workdays) {
      LocalDate next = workdays.sameOrNext(day);
      LocalDate previous = workdays.sameOrPrevious(day);
      long forward = ChronoUnit.DAYS.between(day, next);
      return ChronoUnit.DAYS.between(previous, day) < forward ? previous : next;
    }
  };

  private static final int MIDDLE = 15;

  /** Returns the day itself if it is a working day, else the one that it moves to. */
  public abstract LocalDate shift(LocalDate day, Workdays workdays);
}
