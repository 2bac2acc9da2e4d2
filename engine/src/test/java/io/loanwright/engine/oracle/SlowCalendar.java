package io.loanwright.engine.oracle;

import io.loanwright.engine.date.DueDay;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.date.Workdays;
import io.loanwright.engine.terms.CalendarTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Due dates, counted day by day where that is possible. */
final class SlowCalendar {

  private SlowCalendar() {}

  /** Returns the start and every due date as if all days were working days. */
  static List<LocalDate> planned(CalendarTerms terms, LocalDate disbursedOn) {
    LocalDate start = terms.startOn() == null ? disbursedOn : terms.startOn();
    List<LocalDate> dates = new ArrayList<>(List.of(start));
    if (terms.dueDates() != null) {
      dates.addAll(terms.dueDates());
      return dates;
    }
    LocalDate anchor = terms.firstDueOn() == null ? start : terms.firstDueOn();
    if (terms.firstDueOn() != null) {
      dates.add(anchor);
    }
    while (dates.size() <= terms.repayments()) {
      dates.add(after(terms, dates.getLast(), anchor.getDayOfMonth()));
    }
    if (terms.fixedLength() != null) {
      dates.set(dates.size() - 1, plus(start, terms.unit(), terms.fixedLength()));
    }
    return dates;
  }

  /** Returns the start and every due date, moved to working days. */
  static List<LocalDate> due(CalendarTerms terms, LocalDate disbursedOn) {
    List<LocalDate> dates = planned(terms, disbursedOn);
    if (terms.workdays() != null) {
      for (int i = 1; i < dates.size(); i++) {
        Workdays workdays = terms.workdays().workdays();
        dates.set(i, moved(dates.get(i), terms.workdays().shift(), workdays));
      }
    }
    return dates;
  }

  private static LocalDate after(CalendarTerms terms, LocalDate before, int anchorDay) {
    if (terms.dueDay() != null) {
      return inMonth(terms.dueDay(), plus(before.withDayOfMonth(1), terms.unit(), terms.every()));
    }
    if (terms.unit() == PeriodUnit.DAYS && terms.workdays() != null) {
      LocalDate at = before;
      for (int left = terms.every(); left > 0; ) {
        at = at.plusDays(1);
        left -= isFree(at, terms.workdays().workdays()) ? 0 : 1;
      }
      return at;
    }
    LocalDate next = plus(before, terms.unit(), terms.every());
    boolean keepsDay = terms.unit() == PeriodUnit.MONTHS && anchorDay > 28;
    return keepsDay && next.getDayOfMonth() >= 28
        ? next.withDayOfMonth(Math.min(anchorDay, next.lengthOfMonth()))
        : next;
  }

  private static LocalDate plus(LocalDate date, PeriodUnit unit, int count) {
    return switch (unit) {
      case DAYS -> date.plusDays(count);
      case WEEKS -> date.plusDays(7L * count);
      case MONTHS -> date.plusMonths(count);
    };
  }

  /** Walks through the month and keeps the last day that fits. */
  private static LocalDate inMonth(DueDay day, LocalDate first) {
    LocalDate found = first;
    int seen = 0;
    for (LocalDate at = first; at.getMonth() == first.getMonth(); at = at.plusDays(1)) {
      boolean weekday = day.weekday() == null || at.getDayOfWeek() == day.weekday();
      if (weekday && (day.ordinal() == null || seen < day.ordinal())) {
        found = at;
        seen++;
      }
    }
    return found;
  }

  private static LocalDate moved(LocalDate date, WorkdayShift shift, Workdays workdays) {
    LocalDate forward = date;
    while (isFree(forward, workdays)) {
      forward = forward.plusDays(1);
    }
    LocalDate back = date;
    while (isFree(back, workdays)) {
      back = back.minusDays(1);
    }
    return switch (shift) {
      case NONE -> date;
      case FOLLOWING -> forward;
      case PRECEDING -> back;
      case MODIFIED_FOLLOWING -> forward.getMonth() == date.getMonth() ? forward : back;
      case MODIFIED_PRECEDING -> back.getMonth() == date.getMonth() ? back : forward;
      case MODIFIED_FOLLOWING_HALF_MONTH, NEAREST_BY_WEEKDAY, NEAREST_BY_DISTANCE ->
          throw new IllegalArgumentException("No second opinion on " + shift);
    };
  }

  private static boolean isFree(LocalDate day, Workdays workdays) {
    return workdays.weekend().contains(day.getDayOfWeek()) || workdays.holidays().contains(day);
  }
}
