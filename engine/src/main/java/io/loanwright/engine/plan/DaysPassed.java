package io.loanwright.engine.plan;

import io.loanwright.engine.schedule.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened on days of periods that begin later since a due date that had passed moved: it
 * counts from its day on, in the period that holds that day now.
 *
 * <p>Where interest follows payments, periods keep what happened in them.
 */
final class DaysPassed {

  private final Plan plan;
  private final List<Stretch> all = new ArrayList<>();

  private DaysPassed(Plan plan) {
    this.plan = plan;
  }

  /**
   * Takes what happened out of periods that are about to move.
   *
   * @param later the periods, in their order
   * @param days the days that they will have
   */
  static DaysPassed takenOutOf(Plan plan, List<PlanPeriod> later, List<Period> days) {
    DaysPassed passed = new DaysPassed(plan);
    for (int i = 0; i < later.size() && passed.scheduleStands(); i++) {
      for (Stretch stretch : takenOutOf(later.get(i), days.get(i).from())) {
        for (int j = 0; j <= i; j++) {
          if (!stretch.to.isAfter(days.get(j).from())) {
            PlanPeriod begunAfter = later.get(j);
            begunAfter.setLentBefore(begunAfter.lentBefore() + stretch.lent + stretch.capitalized);
          }
        }
        passed.all.add(stretch);
      }
    }
    return passed;
  }

  private boolean scheduleStands() {
    return !plan.terms.interestFollowsPayments();
  }

  /** Takes out stretches that ended by a day; the last one stays, without what happened in it. */
  private static List<Stretch> takenOutOf(PlanPeriod period, LocalDate begin) {
    if (period.stretches().isEmpty() || !isPassed(period.stretches().getFirst(), begin)) {
      return List.of();
    }
    List<Stretch> taken = new ArrayList<>();
    List<Stretch> stretches = period.ownStretches();
    while (stretches.size() > 1 && isPassed(stretches.getFirst(), begin)) {
      taken.add(stretches.removeFirst());
    }
    Stretch first = stretches.getFirst();
    if (isPassed(first, begin)) {
      taken.add(first.copy());
      first.bringNothing();
    }
    period.changed();
    return taken;
  }

  private static boolean isPassed(Stretch stretch, LocalDate begin) {
    return !stretch.to.isAfter(begin)
        && stretch.creditedPrincipal == 0
        && stretch.creditedInterest == 0;
  }

  /** Puts what happened into the periods that hold its days now, and other rates too. */
  void putBack() {
    if (!scheduleStands()) {
      return;
    }
    plan.rates.days().forEach(plan::cutAt);
    for (Stretch stretch : all) {
      PlanPeriod period = plan.holding(stretch.to);
      if (period != null && !stretch.bringsNothing()) {
        plan.stretchEnding(period, stretch.to).bringWhat(stretch);
        period.changed();
      }
    }
  }
}
