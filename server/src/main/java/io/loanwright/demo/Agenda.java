package io.loanwright.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What will be done on which day; nobody works on Sundays. */
final class Agenda {

  private final TreeMap<LocalDate, List<Runnable>> days = new TreeMap<>();

  /** Puts something on a day, or on the Monday after it. */
  void add(LocalDate day, Runnable deed) {
    LocalDate working = day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    days.computeIfAbsent(working, _ -> new ArrayList<>()).add(deed);
  }

  /** Takes what is to be done on a day, in the order in which it was put there. */
  List<Runnable> take(LocalDate day) {
    List<Runnable> deeds = days.remove(day);
    return deeds == null ? List.of() : deeds;
  }
}
