package io.loanwright.engine.plan;

import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.schedule.DueDates;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.GraceTerms;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts what is owed in a plan on new installments.
 *
 * <p>The plan ends on the day of the change: the period in progress is cut short, later ones fall
 * away, and every open installment is closed at what was paid of it. What was paid of installments
 * that fall away is kept in the period that was cut short. The new installments follow.
 */
final class ReAge {

  private final Plan plan;
  private final LocalDate on;

  ReAge(Plan plan, LocalDate on) {
    this.plan = plan;
    this.on = on;
  }

  /** Lends what is owed anew on the new schedule: installments of one size, new interest. */
  void recompute(NewSchedule schedule) {
    long principal = plan.unpaidPrincipal();
    Owed paidAhead = paidFromTheDayOn();
    long credited = endOnTheDay();
    new PlanPayments(plan).credit(on, credited, 0);
    closeOpenPeriods(schedule.interest());
    collapseEmptyPeriods();
    Plan fresh = lendAnew(schedule, principal);
    if (paidAhead.principal() != 0 || paidAhead.interest() != 0) {
      holdEarlyPayments(paidAhead);
    }
    attach(fresh, schedule);
    List<PlanPeriod> reAged = new ArrayList<>();
    for (PlanPeriod period : plan.periods) {
      boolean first = period.from.equals(on) && period.due.equals(schedule.firstDueOn());
      if (first || !period.from.isBefore(schedule.firstDueOn())) {
        reAged.add(period);
      }
    }
    plan.rebalance();
    new LeftOver(plan).settle(on);
    if (!reAged.isEmpty()) {
      new Sizing(plan).level(reAged);
    }
  }

  private Owed paidFromTheDayOn() {
    long principal = 0;
    long interest = 0;
    for (PlanPeriod period : plan.periods) {
      if (!period.due.isBefore(on)) {
        principal += period.paidPrincipal();
        interest += period.paidInterest();
      }
    }
    return new Owed(principal, interest);
  }

  /** Ends the plan on the day; returns what was credited to periods that fall away. */
  private long endOnTheDay() {
    long credited = 0;
    for (PlanPeriod period : plan.periods) {
      if (!period.from.isBefore(on) && period.due.isAfter(on)) {
        credited += period.creditedPrincipal();
      }
    }
    PlanPeriod current = plan.holding(on);
    if (current != null) {
      current.earlyPaymentHolder = true;
      if (!current.due.equals(on)) {
        current.endOn(on);
        Plan.forgetFactors(current);
      }
      if (current != plan.last()) {
        plan.remove(plan.periods.stream().filter(p -> p.due.isAfter(on)).toList());
      }
    }
    return credited;
  }

  /**
   * Closes periods that began before the day at what was paid, and takes overdue balances back.
   *
   * @param interest what becomes of unpaid interest: it moves on to the next period, or is given up
   */
  void closeOpenPeriods(MovedInterest interest) {
    List<PlanPeriod> open =
        plan.periods.stream()
            .filter(period -> !period.from.isAfter(on) && !period.isFullyPaid())
            .toList();
    for (PlanPeriod period : open) {
      for (Stretch stretch : period.ownStretches()) {
        if (stretch.to.equals(on)) {
          stretch.correction = 0;
        }
      }
      Stretch last = period.ownStretches().getLast();
      if (last.correction != 0) {
        last.correction -= period.unpaidPrincipal();
      }
      period.changed();
      period.closeAtPaid();
      if (interest == MovedInterest.WAIVED) {
        period.giveUpInterest();
      }
    }
  }

  private void collapseEmptyPeriods() {
    List<PlanPeriod> gone = new ArrayList<>();
    PlanPeriod stub = null;
    for (PlanPeriod period : plan.periods) {
      boolean empty =
          period.earlyPaymentHolder
              && period.size() == 0
              && period.principal() == 0
              && period.interest() == 0;
      if (empty && stub != null) {
        stub.endOn(period.due);
        Plan.forgetFactors(stub);
        gone.add(period);
      } else {
        stub = empty ? period : null;
      }
    }
    if (!gone.isEmpty()) {
      plan.remove(gone);
    }
  }

  private Plan lendAnew(NewSchedule schedule, long principal) {
    LocalDate start =
        schedule.firstDueOn().equals(plan.first().from)
            ? schedule.firstDueOn()
            : schedule.unit().add(schedule.firstDueOn(), -schedule.every());
    CalendarTerms calendar =
        CalendarTerms.of(schedule.installments(), schedule.every(), schedule.unit());
    LoanTerms terms = plan.terms;
    InterestTerms interest =
        terms.interest().withPeriod(InterestPeriod.DAILY, terms.interest().partialPeriod());
    LoanTerms fresh =
        terms
            .withInterest(interest)
            .withGrace(GraceTerms.NONE)
            .withRepayment(
                new RepaymentTerms(
                    calendar,
                    Amortization.EQUAL_INSTALLMENTS,
                    InstallmentTerms.of(terms.repayment().installment().rounding()),
                    BigDecimal.ZERO));
    List<Period> spans = new ArrayList<>();
    LocalDate from = start;
    int anchor = schedule.firstDueOn().getDayOfMonth();
    for (int i = 0; i < schedule.installments(); i++) {
      LocalDate due = DueDates.next(from, schedule.every(), schedule.unit(), anchor);
      due = i == 0 && !start.equals(schedule.firstDueOn()) ? schedule.firstDueOn() : due;
      spans.add(new Period(from, due));
      from = due;
    }
    Plan lent = Plan.empty(fresh, spans);
    new PlanChanges(lent).lend(start, principal);
    return lent;
  }

  private void holdEarlyPayments(Owed paid) {
    PlanPeriod holder = plan.last();
    holder.pay(paid.principal() - holder.paidPrincipal(), paid.interest() - holder.paidInterest());
    holder.setSize(holder.paid());
    holder.earlyPaymentHolder = true;
    Plan.forgetFactors(holder);
  }

  private void attach(Plan fresh, NewSchedule schedule) {
    long lent = plan.first().lentBefore();
    for (PlanPeriod added : fresh.periods) {
      long size = added.principal() + added.interest();
      if (added == fresh.first() && schedule.firstDueOn().equals(plan.first().from)) {
        PlanPeriod first = plan.first();
        first.endOn(added.due);
        Plan.forgetFactors(first);
        first.setSize(size);
      } else {
        LocalDate from = added == fresh.first() ? plan.maturity() : added.from;
        PlanPeriod period = plan.append(from, added.due);
        period.setAgreedSize(size);
        period.setLentBefore(lent);
      }
    }
  }

  /**
   * Spreads principal and interest evenly over the new installments; no more interest is born.
   *
   * @param owed what is spread
   * @param charges fees and penalties that are spread beside it, in all
   * @param chargesEach what of them every installment but the last one gets
   */
  void spread(NewSchedule schedule, Owed owed, long charges, long chargesEach) {
    LocalDate maturity = plan.maturity();
    Owed paidAhead = paidFromTheDayOn();
    long credited = endOnTheDay();
    new PlanPayments(plan).credit(on, credited, 0);
    for (PlanPeriod period : plan.periods) {
      Stretch last = period.ownStretches().getLast();
      last.creditedInterest -= Math.min(period.unpaidInterest(), period.creditedInterest());
      period.changed();
      period.closeAtPaid();
      period.moveInterestDown();
    }
    if (!maturity.isBefore(on)) {
      holdEarlyPayments(paidAhead);
      plan.last().reAged = true;
    }
    collapseEmptyPeriods();
    List<PlanPeriod> added = append(schedule);
    sizeEvenly(added, owed, charges, chargesEach);
    plan.rebalance();
    plan.changeRate(on.isBefore(maturity) ? on : maturity, BigDecimal.ZERO);
    new LeftOver(plan).settle(on);
  }

  private List<PlanPeriod> append(NewSchedule schedule) {
    List<PlanPeriod> added = new ArrayList<>();
    long lent = plan.last().lentBefore();
    LocalDate due = schedule.firstDueOn();
    int anchor = due.getDayOfMonth();
    for (int i = 0; i < schedule.installments(); i++) {
      PlanPeriod period = plan.append(plan.maturity(), due);
      period.setLentBefore(lent);
      period.reAged = true;
      added.add(period);
      due = DueDates.next(due, schedule.every(), schedule.unit(), anchor);
    }
    return added;
  }

  private static void sizeEvenly(
      List<PlanPeriod> periods, Owed owed, long charges, long chargesEach) {
    int count = periods.size();
    long interestEach = Sizing.share(owed.interest(), count);
    long all = owed.principal() + owed.interest() + charges;
    long principalEach = Sizing.share(all, count) - interestEach - chargesEach;
    for (PlanPeriod period : periods) {
      boolean last = period == periods.getLast();
      long interest = last ? owed.interest() - interestEach * (count - 1) : interestEach;
      long principal = last ? owed.principal() - principalEach * (count - 1) : principalEach;
      period.setFixedInterest(interest);
      period.setAgreedSize(interest + principal);
    }
  }
}
