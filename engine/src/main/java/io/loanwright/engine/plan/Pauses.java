package io.loanwright.engine.plan;

import io.loanwright.engine.schedule.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days that bear no interest, which stay where they are when due dates move over them. */
final class Pauses {

  private final Plan plan;

  Pauses(Plan plan) {
    this.plan = plan;
  }

  /** Lets days bear no interest, in a period that holds some of them. */
  void lay(PlanPeriod period, Period days) {
    LocalDate after = days.from();
    LocalDate start = after.isBefore(period.from) ? period.from : after;
    LocalDate end = days.to().isAfter(period.due) ? period.due : days.to();
    if (period.stretches().stream().noneMatch(s -> s.from.equals(start))) {
      plan.stretchEnding(period, start);
    }
    if (period.stretches().stream().noneMatch(s -> s.to.equals(end))) {
      plan.stretchEnding(period, end);
    }
    for (Stretch stretch : period.ownStretches()) {
      if (!stretch.from.isBefore(start) && !stretch.to.isAfter(end)) {
        stretch.paused = true;
      }
    }
    period.changed();
  }

  /** Tells whether a period holds some of the days. */
  static boolean reach(Period days, PlanPeriod period) {
    return period.from.isBefore(days.to()) && period.due.isAfter(days.from());
  }

  /** Lets all days of a period and of later ones bear interest, until they are laid anew. */
  void lift(PlanPeriod first) {
    for (PlanPeriod period = first; period != null; period = period.next) {
      if (period.stretches().stream().anyMatch(stretch -> stretch.paused)) {
        period.ownStretches().forEach(stretch -> stretch.paused = false);
        period.changed();
      }
    }
  }

  /** Lays all days anew in a period and in later ones. */
  void layAnew(PlanPeriod first) {
    for (PlanPeriod period = first; period != null; period = period.next) {
      for (Period days : plan.pauses) {
        if (reach(days, period)) {
          lay(period, days);
        }
      }
    }
  }

  /** Begins a period on another day, without stretches of it that would end before. */
  void beginOn(PlanPeriod period, LocalDate day) {
    List<Stretch> stretches = period.ownStretches();
    while (!plan.pauses.isEmpty()
        && stretches.size() > 1
        && !stretches.getFirst().to.isAfter(day)
        && stretches.getFirst().bringsNothing()) {
      stretches.removeFirst();
    }
    period.beginOn(day);
  }

  /** Ends a period on another day, without stretches of it that would begin after. */
  void endOn(PlanPeriod period, LocalDate day) {
    List<Stretch> stretches = period.ownStretches();
    while (!plan.pauses.isEmpty()
        && stretches.size() > 1
        && !stretches.getLast().from.isBefore(day)
        && stretches.get(stretches.size() - 2).bringsNothing()
        && stretches.getLast().bringsNothing()) {
      stretches.removeLast();
    }
    period.endOn(day);
  }

  /** Returns the last of the days without interest that begin by a day and go on after it. */
  @Nullable LocalDate lastAfter(LocalDate day) {
    LocalDate last = null;
    for (Period days : plan.pauses) {
      boolean goesOn = !days.from().isAfter(day) && days.to().isAfter(day);
      if (goesOn && (last == null || days.to().isAfter(last))) {
        last = days.to();
      }
    }
    return last;
  }
}
