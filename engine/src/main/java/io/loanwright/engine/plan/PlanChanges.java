package io.loanwright.engine.plan;

import io.loanwright.engine.schedule.DueDateRule;
import io.loanwright.engine.schedule.DueDates;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.schedule.ScheduleColumns;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.TrancheTerm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of a plan that make its installments anew: money that goes out, rates, more periods. */
final class PlanChanges {

  private final Plan plan;
  private final PaidBefore kept;

  PlanChanges(Plan plan) {
    this(plan, PaidBefore.NONE);
  }

  /**
   * Begins to change a plan.
   *
   * @param kept what was paid of it, if the plan does not know; flat interest needs none of it
   */
  PlanChanges(Plan plan, PaidBefore kept) {
    this.plan = plan;
    this.kept = plan.flat ? PaidBefore.NONE : kept;
    this.kept.markIn(plan);
  }

  /** Lends more money on a day; installments from the next due date on are sized anew. */
  void lend(LocalDate day, long minor) {
    LocalDate counts = dayThatCounts(day);
    SetPrincipal set = new SetPrincipal(plan);
    raiseLent(counts, minor);
    PlanPeriod period = plan.holding(counts);
    if (period == null) {
      return;
    }
    plan.stretchEnding(period, counts).lent += minor;
    period.changed();
    LocalDate due = effectiveDue(period, counts);
    if (plan.setsPrincipal()) {
      set.spread(due, minor, kept);
    } else {
      keeping(() -> sizeAfterMoney(due, counts));
    }
  }

  /** Lends the first money; installments are those of the schedule that was made for it. */
  void lendAsScheduled(LocalDate day, long minor, ScheduleColumns schedule) {
    LocalDate counts = dayThatCounts(day);
    raiseLent(counts, minor);
    PlanPeriod lentIn = plan.holding(counts);
    if (lentIn == null) {
      return;
    }
    plan.stretchEnding(lentIn, counts).lent += minor;
    int row = schedule.firstRegular();
    boolean isBullet = plan.terms.repayment().amortization() == Amortization.BULLET;
    for (PlanPeriod period : isBullet ? List.of(plan.last()) : plan.periods) {
      period.setAgreedSize(agreedSize(period, row, schedule));
      period.setSize(schedule.principal(row) + schedule.interest(row));
      row++;
    }
    plan.periods.forEach(PlanPeriod::changed);
    plan.rebalance();
  }

  /**
   * The last installment was agreed to be as large as the others; what it takes of rounding is not
   * agreed. Where installments of several terms are added up there is no such size.
   */
  private long agreedSize(PlanPeriod period, int row, ScheduleColumns schedule) {
    boolean ofOneSize =
        !plan.flat
            && !plan.setsPrincipal()
            && plan.terms.servicing().tranche() == TrancheTerm.REMAINING;
    return ofOneSize && period == plan.last()
        ? schedule.installment()
        : schedule.principal(row) + schedule.interest(row);
  }

  /** Adds income to the principal on a day. */
  void capitalize(LocalDate day, long minor) {
    raiseLent(day, minor);
    PlanPeriod period = plan.holding(day);
    if (period != null) {
      plan.stretchEnding(period, day).capitalized += minor;
      period.changed();
      keeping(() -> sizeAfterMoney(effectiveDue(period, day), day));
    }
  }

  LocalDate dayThatCounts(LocalDate day) {
    for (PlanPeriod period : plan.periods) {
      if (!day.isBefore(period.due()) && day.isBefore(period.due)) {
        return period.due;
      }
    }
    if (!plan.terms.interest().countsForWholePeriods()) {
      return day;
    }
    for (PlanPeriod period : plan.periods) {
      if (period.due.isAfter(day)) {
        return period.from;
      }
    }
    return day;
  }

  private void raiseLent(LocalDate day, long minor) {
    for (PlanPeriod period : plan.periods) {
      if (!day.isAfter(period.from)) {
        period.setLentBefore(period.lentBefore() + minor);
      }
    }
  }

  /** Money on a due date belongs to the next period; on the last one it stays in the last. */
  private static LocalDate effectiveDue(PlanPeriod period, LocalDate day) {
    return period.due.equals(day) && period.next != null ? period.next.due : period.due;
  }

  /** Sizes installments, and again while one of them keeps more or less than its size. */
  private void keeping(Runnable sizing) {
    sizing.run();
    while (kept.holdIn(plan)) {
      sizing.run();
    }
    plan.periods.forEach(PlanPeriod::settleKept);
  }

  private void sizeAfterMoney(LocalDate due, LocalDate day) {
    List<PlanPeriod> affected = plan.dueFrom(due);
    if (plan.flat) {
      size(affected);
      return;
    }
    plan.rebalance();
    if (plan.hasNoSizes() || plan.withoutPayments) {
      sizeHere(affected, due);
      return;
    }
    Plan asScheduled = plan.copyWithoutPayments();
    asScheduled.cutAt(day);
    asScheduled.rebalance();
    PlanChanges there = new PlanChanges(asScheduled);
    there.sizeHere(asScheduled.dueFrom(due), due);
    for (PlanPeriod period : affected) {
      PlanPeriod sized = asScheduled.periods.get(plan.periods.indexOf(period));
      if (sized.size() >= period.paid()) {
        period.setAgreedSize(sized.agreedSize());
        period.setSize(sized.size());
      }
    }
    plan.rebalance();
    new LeftOver(plan).settle(due);
  }

  private void sizeHere(List<PlanPeriod> affected, LocalDate due) {
    List<PlanPeriod> repaying = size(affected);
    plan.rebalance();
    new LeftOver(plan).settle(due);
    new Sizing(plan).level(repaying, affected.size());
  }

  /** Sizes installments; returns those that repay principal. */
  private List<PlanPeriod> size(List<PlanPeriod> affected) {
    Sizing sizing = new Sizing(plan);
    sizing.size(affected);
    List<PlanPeriod> repaying = repaying(affected);
    if (repaying.size() < affected.size()) {
      sizing.size(repaying);
    }
    return repaying;
  }

  /**
   * Lets installments that repay no principal ask for their interest, unless that waits too.
   *
   * @return the others
   */
  private List<PlanPeriod> repaying(List<PlanPeriod> affected) {
    int grace = Math.min(plan.terms.grace().onPrincipal(), plan.periods.size());
    for (PlanPeriod period : affected) {
      if (period.place() < grace) {
        period.setAgreedSize(period.interestDeferred ? 0 : period.interestToAsk());
        plan.rebalance();
      }
    }
    return affected.stream().filter(period -> period.place() >= grace).toList();
  }

  /**
   * Changes the rate from a day on, in percent a year; the rate that counts already changes none.
   */
  void changeRate(LocalDate from, BigDecimal percent) {
    LocalDate counts = from.minusDays(1);
    if (plan.rates.percentOn(counts).compareTo(percent) == 0) {
      return;
    }
    SetPrincipal set = new SetPrincipal(plan);
    plan.changeRate(counts, percent);
    if (plan.setsPrincipal()) {
      plan.cutAt(counts);
      set.keep();
    } else {
      sizeFrom(counts);
    }
  }

  /**
   * Adds periods at the end and sizes installments anew from a day on.
   *
   * @param asked the new periods between due dates
   * @param bearing the new periods that interest is counted over, one for each
   */
  void extend(LocalDate from, List<Period> asked, List<Period> bearing) {
    SetPrincipal set = new SetPrincipal(plan);
    long lent = plan.last().lentBefore();
    PlanPeriod lastBefore = plan.last();
    for (int i = 0; i < asked.size(); i++) {
      PlanPeriod period = plan.append(plan.maturity(), bearing.get(i).to());
      period.askedFrom = asked.get(i).from();
      period.askedOn = asked.get(i).to();
      period.setLentBefore(lent);
    }
    new Pauses(plan).layAnew(Objects.requireNonNull(lastBefore.next));
    if (plan.setsPrincipal()) {
      set.spread(firstDueAfter(from.minusDays(1)), 0, kept);
    } else {
      sizeFrom(from.minusDays(1));
    }
  }

  private LocalDate firstDueAfter(LocalDate day) {
    for (PlanPeriod period : plan.periods) {
      if (period.due.isAfter(day)) {
        return period.due;
      }
    }
    return plan.maturity();
  }

  private void sizeFrom(LocalDate counts) {
    boolean fromTheStart = counts.isBefore(plan.first().from);
    PlanPeriod period = fromTheStart ? plan.first() : plan.cutAt(counts);
    if (period == null) {
      return;
    }
    LocalDate due = effectiveDue(period, counts);
    if (plan.flat) {
      new Sizing(plan).size(plan.dueFrom(due));
    } else {
      plan.rebalance();
      keeping(() -> sizeHere(plan.dueFrom(due), due));
    }
  }

  /**
   * Moves a due date and all later ones.
   *
   * @param rule how due dates go on after the new one
   */
  void moveDueDate(LocalDate due, LocalDate newDue, DueDateRule rule) {
    PlanPeriod target = plan.holding(due);
    if (target == null) {
      return;
    }
    SetPrincipal set = new SetPrincipal(plan);
    Pauses pauses = new Pauses(plan);
    pauses.lift(target);
    LocalDate until = rule.bearingOfMoved(target.from, newDue);
    pauses.endOn(target, until);
    target.askedOn = newDue;
    Plan.forgetFactors(target);
    List<PlanPeriod> later = plan.periods.subList(target.place() + 1, plan.periods.size());
    List<Period> asked = rule.after(newDue, later.size());
    List<Period> bearing = rule.bearingAfter(newDue, until, later.size());
    DaysPassed passed = DaysPassed.takenOutOf(plan, later, bearing);
    for (int i = 0; i < later.size(); i++) {
      PlanPeriod period = later.get(i);
      pauses.beginOn(period, bearing.get(i).from());
      pauses.endOn(period, bearing.get(i).to());
      period.askedFrom = asked.get(i).from();
      period.askedOn = asked.get(i).to();
      Plan.forgetFactors(period);
    }
    passed.putBack();
    pauses.layAnew(target);
    settle(set, due);
  }

  private void settle(SetPrincipal set, LocalDate from) {
    plan.rebalance();
    if (plan.setsPrincipal()) {
      set.keep();
    } else {
      kept.holdSettledIn(plan);
      keeping(() -> new LeftOver(plan).settle(from));
    }
  }

  /** Lets the days from one to another, both counted, bear no interest. */
  void pause(LocalDate from, LocalDate to) {
    SetPrincipal set = new SetPrincipal(plan);
    @Nullable PlanPeriod first = null;
    Period days = new Period(from.minusDays(1), to);
    plan.pauses.add(days);
    for (PlanPeriod period : plan.periods) {
      if (Pauses.reach(days, period)) {
        new Pauses(plan).lay(period, days);
        first = first == null ? period : first;
      }
    }
    if (first != null) {
      settle(set, first.from);
    }
  }

  /**
   * Lends money that gets a whole term of its own; its installments are added to those there are.
   */
  void lendForWholeTerm(LocalDate day, long minor) {
    raiseLent(day, minor);
    LocalDate start = plan.maturity();
    for (PlanPeriod period : plan.periods) {
      if (!day.isBefore(period.from) && day.isBefore(period.due)) {
        start = period.from;
        break;
      }
    }
    Plan own = ownTerm(start);
    new PlanChanges(own).lend(day, minor);
    PlanPeriod holding = plan.holding(day);
    if (holding != null) {
      plan.stretchEnding(holding, day).lent += minor;
      holding.changed();
    }
    for (PlanPeriod added : own.periods) {
      long size = added.principal() + added.interest();
      PlanPeriod there = exactly(added.from, added.due);
      if (there == null) {
        LocalDate from = added == own.first() ? plan.maturity() : added.from;
        there = plan.append(from, added.due);
        there.setLentBefore(minor);
        there.setAgreedSize(size);
      } else {
        there.setAgreedSize(there.size() + size);
      }
    }
    plan.rebalance();
    kept.holdSettledIn(plan);
    keeping(() -> new LeftOver(plan).settle(day));
  }

  private Plan ownTerm(LocalDate start) {
    LoanTerms terms = plan.terms;
    CalendarTerms calendar = terms.repayment().calendar();
    CalendarTerms own = CalendarTerms.of(calendar.repayments(), calendar.every(), calendar.unit());
    List<Period> spans = DueDates.of(own, start);
    return Plan.empty(terms, spans);
  }

  private @Nullable PlanPeriod exactly(LocalDate from, LocalDate due) {
    for (PlanPeriod period : plan.periods) {
      if (period.from.equals(from) && period.due.equals(due)) {
        return period;
      }
    }
    return null;
  }
}
