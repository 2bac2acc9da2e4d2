package io.loanwright.engine.schedule;

import io.loanwright.engine.date.DueDay;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.engine.terms.WorkdayTerms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How due dates go on after one of them that moved, and after the last one.
 *
 * <p>A date here is <em>planned</em>: as if every day were a working day. The next one is counted
 * from it, by the day of the month, the list or the working days that were agreed. The installment
 * falls {@link #due} on the working day that the planned one moves to.
 *
 * <p>A due date that moves to a day which the rule gives too keeps the rule: the last Friday of
 * February moved to the last Friday of March is followed by the last Friday of April. Moved to
 * another day, those after it fall on that day of the month. Listed dates stay: those that come
 * after the new day are the next ones, and where none is left others follow at equal distances.
 *
 * @param every how many units lie between two due dates
 * @param anchorDay the day of the month that is kept where the month has it, 1 to 31
 * @param dueDay the day of the month that was agreed; null for the anchor day
 * @param listed the due dates that were agreed; null where they follow a rule
 * @param workdays what happens to due dates that are no working days; null to leave them
 * @param movedTo the planned date of the installment that moved; null while none has
 */
public record DueDateRule(
    int every,
    PeriodUnit unit,
    int anchorDay,
    @Nullable DueDay dueDay,
    @Nullable List<LocalDate> listed,
    @Nullable WorkdayTerms workdays,
    @Nullable LocalDate movedTo) {

  /**
   * Returns the rule that was agreed.
   *
   * @param anchorDay the day of the month of the first due date or else of the start
   */
  public static DueDateRule of(CalendarTerms terms, int anchorDay) {
    List<LocalDate> listed = terms.dueDates();
    return new DueDateRule(
        terms.every(),
        terms.unit(),
        listed == null ? anchorDay : listed.getLast().getDayOfMonth(),
        terms.dueDay(),
        listed,
        terms.workdays(),
        null);
  }

  /** Returns a rule of equal distances, whatever days those are. */
  public static DueDateRule ofDistances(int every, PeriodUnit unit, int anchorDay) {
    return new DueDateRule(every, unit, anchorDay, null, null, null, null);
  }

  /** Returns the planned date after another one. */
  LocalDate next(LocalDate planned) {
    if (listed != null) {
      for (LocalDate date : listed) {
        if (date.isAfter(planned) && due(date).isAfter(due(planned))) {
          return date;
        }
      }
    }
    if (dueDay != null) {
      return dueDay.in(YearMonth.from(planned).plusMonths(every));
    }
    if (workdays != null && unit == PeriodUnit.DAYS) {
      return workdays.workdays().plus(planned, every);
    }
    return DueDates.next(planned, every, unit, anchorDay);
  }

  /** Returns the day on which an installment planned for a day falls due. */
  private LocalDate due(LocalDate planned) {
    return workdays == null ? planned : workdays.shift().shift(planned, workdays.workdays());
  }

  /** Returns the day until which an installment planned for a day bears interest. */
  private LocalDate bearing(LocalDate planned) {
    return workdays != null && workdays.interest() == ShiftedInterest.AS_PLANNED
        ? planned
        : due(planned);
  }

  /**
   * Returns the rule for the due dates after one that moved.
   *
   * @param newDue the day that it moved to
   */
  public DueDateRule movedTo(LocalDate newDue) {
    LocalDate planned = plannedFor(newDue);
    if (planned != null) {
      return new DueDateRule(every, unit, anchorDay, dueDay, listed, workdays, planned);
    }
    boolean goesOnByList = listed != null && newDue.isBefore(listed.getLast());
    int day = goesOnByList ? anchorDay : newDue.getDayOfMonth();
    return new DueDateRule(every, unit, day, null, listed, workdays, newDue);
  }

  /** Returns the date that the rule gives for a due date; null where it gives none. */
  private @Nullable LocalDate plannedFor(LocalDate due) {
    YearMonth month = YearMonth.from(due);
    if (listed != null || unit != PeriodUnit.MONTHS) {
      return null;
    }
    for (YearMonth in : List.of(month, month.minusMonths(1), month.plusMonths(1))) {
      LocalDate planned =
          dueDay == null ? in.atDay(Math.min(anchorDay, in.lengthOfMonth())) : dueDay.in(in);
      boolean agreed = dueDay != null && planned.equals(due);
      boolean shifted = !planned.equals(due) && due(planned).equals(due);
      if (agreed || shifted) {
        return planned;
      }
    }
    return null;
  }

  /**
   * Returns the periods between due dates after one of them.
   *
   * @param last the due date before
   * @param count how many
   */
  public List<Period> after(LocalDate last, int count) {
    return periods(last, plannedAfter(last, count).stream().map(this::due).toList());
  }

  /**
   * Returns the periods that interest is counted over, one for each of those after a due date.
   *
   * @param last the due date before
   * @param bearingUntil the day until which interest of the installment due then is counted
   * @param count how many
   */
  public List<Period> bearingAfter(LocalDate last, LocalDate bearingUntil, int count) {
    return periods(bearingUntil, plannedAfter(last, count).stream().map(this::bearing).toList());
  }

  /**
   * Returns the day until which interest of the installment that moved is counted.
   *
   * @param from the day from which it is counted
   * @param newDue the day that its due date moved to
   */
  public LocalDate bearingOfMoved(LocalDate from, LocalDate newDue) {
    LocalDate until = movedTo == null || !due(movedTo).equals(newDue) ? newDue : bearing(movedTo);
    return until.isAfter(from) ? until : newDue;
  }

  private static List<Period> periods(LocalDate start, List<LocalDate> ends) {
    List<Period> periods = new ArrayList<>(ends.size());
    LocalDate from = start;
    for (LocalDate to : ends) {
      periods.add(new Period(from, to));
      from = to;
    }
    return periods;
  }

  private List<LocalDate> plannedAfter(LocalDate last, int count) {
    List<LocalDate> dates = new ArrayList<>(count);
    LocalDate planned = plannedBefore(last);
    while (dates.size() < count) {
      planned = next(planned);
      if (!due(planned).isBefore(last)) {
        dates.add(planned);
      }
    }
    return dates;
  }

  /**
   * Returns the planned date of a due date: counted from the one that moved, or else the one that
   * the rule gives for it, or that day itself.
   */
  private LocalDate plannedBefore(LocalDate last) {
    LocalDate planned = movedTo;
    if (planned != null) {
      if (planned.equals(last)) {
        return planned;
      }
      while (due(planned).isBefore(last)) {
        planned = next(planned);
      }
      if (due(planned).equals(last)) {
        return planned;
      }
    }
    LocalDate given = workdays == null ? null : plannedFor(last);
    return given == null ? last : given;
  }
}
