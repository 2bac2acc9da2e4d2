package io.loanwright.engine.plan;

import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a loan with their stretches: the state that the operations of this package change.
 *
 * <p>This class knows how periods and stretches hang together; {@link Sizing} makes installments,
 * {@link LeftOver} gives the last open one what is left, {@link OverdueInterest} lets late
 * principal bear interest, and {@link LivingPlan} is what the rest of the engine sees.
 */
final class Plan {

  final LoanTerms terms;
  final List<PlanPeriod> periods;
  final Rates rates;
  final Totals totals;
  final boolean flat;
  final List<Period> pauses = new ArrayList<>();
  boolean withoutPayments;
  boolean sizesStand;
  @Nullable LocalDate lastOverdueOn;

  private Plan(LoanTerms terms, Rates rates, int periods) {
    this.terms = terms;
    this.rates = rates;
    this.periods = new ArrayList<>(periods);
    this.totals = new Totals(this.periods);
    this.flat = terms.interest().method() == InterestMethod.FLAT;
  }

  /** Returns a plan without money, in which interest is counted from due date to due date. */
  static Plan empty(LoanTerms terms, List<Period> spans) {
    return empty(terms, spans, spans);
  }

  /**
   * Returns a plan without money.
   *
   * @param asked the periods between due dates
   * @param bearing the periods that interest is counted over, one for each
   */
  static Plan empty(LoanTerms terms, List<Period> asked, List<Period> bearing) {
    LocalDate start = bearing.getFirst().from();
    Rates rates = new Rates(terms.interest(), terms.repayment().calendar(), start);
    Plan plan = new Plan(terms, rates, bearing.size());
    for (int i = 0; i < bearing.size(); i++) {
      PlanPeriod period = plan.append(bearing.get(i).from(), bearing.get(i).to());
      period.askedFrom = asked.get(i).from();
      period.askedOn = asked.get(i).to();
    }
    for (int i = 0; i < plan.periods.size(); i++) {
      PlanPeriod period = plan.periods.get(i);
      period.interestFree = i < terms.grace().interestFree();
      period.interestDeferred = i < terms.grace().onInterestPayment();
    }
    return plan;
  }

  /** Returns a plan with everything in it, to try something out. */
  Plan copy() {
    Plan copy = new Plan(terms, rates.copy(), periods.size());
    for (PlanPeriod period : periods) {
      copy.add(period.copy(copy));
    }
    copy.pauses.addAll(pauses);
    copy.totals.take(totals);
    return copy;
  }

  /** Returns a copy in which nothing was paid and no balance corrected. */
  Plan copyWithoutPayments() {
    Plan copy = copy();
    copy.withoutPayments = true;
    for (PlanPeriod period : copy.periods) {
      if (period.isInterestMovedDown()) {
        period.setFixedInterest(period.paidInterest());
      }
      period.forgetPayments();
      period.forgetCorrections();
    }
    return copy;
  }

  PlanPeriod append(LocalDate from, LocalDate due) {
    return add(new PlanPeriod(this, from, due, Stretches.of(new Stretch(from, due))));
  }

  private PlanPeriod add(PlanPeriod period) {
    if (!periods.isEmpty()) {
      PlanPeriod last = periods.getLast();
      last.next = period;
      period.previous = last;
    }
    period.placeAt(periods.size());
    periods.add(period);
    return period;
  }

  /** Takes periods away and closes the gap. */
  void remove(List<PlanPeriod> gone) {
    periods.removeAll(gone);
    gone.forEach(PlanPeriod::leave);
    PlanPeriod before = null;
    int place = 0;
    for (PlanPeriod period : periods) {
      period.placeAt(place++);
      period.previous = before;
      period.next = null;
      if (before != null) {
        before.next = period;
      }
      before = period;
    }
    periods.forEach(PlanPeriod::changed);
  }

  /** Tells whether installments are a set principal with interest on top. */
  boolean setsPrincipal() {
    return terms.repayment().amortization() != Amortization.EQUAL_INSTALLMENTS;
  }

  PlanPeriod first() {
    return periods.getFirst();
  }

  PlanPeriod last() {
    return periods.getLast();
  }

  LocalDate maturity() {
    return last().due;
  }

  boolean hasNoSizes() {
    for (PlanPeriod period : periods) {
      if (period.size() != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the day as which a day counts for interest. A day between a due date as planned and the
   * working day that it moved to counts as planned: who pays by then pays on the due date.
   */
  LocalDate counted(LocalDate day) {
    for (PlanPeriod period : periods) {
      if (!period.askedOn.equals(period.due) && movesOver(period, day)) {
        return period.due;
      }
    }
    return day;
  }

  /** Tells whether a day lies between the due date as planned and the one that is asked for. */
  private static boolean movesOver(PlanPeriod period, LocalDate day) {
    return period.askedOn.isAfter(period.due)
        ? !day.isBefore(period.due) && !day.isAfter(period.askedOn)
        : !day.isBefore(period.askedOn) && !day.isAfter(period.due);
  }

  /** Returns the period of a day: after its start, which counts only for the first one. */
  @Nullable PlanPeriod holding(LocalDate day) {
    for (PlanPeriod period : periods) {
      boolean begun =
          period.previous == null ? !day.isBefore(period.from) : day.isAfter(period.from);
      if (begun && !day.isAfter(period.due)) {
        return period;
      }
    }
    return null;
  }

  /** Returns the last stretch of a period that holds a day, to be changed. */
  static @Nullable Stretch stretchHolding(PlanPeriod period, LocalDate day) {
    int place = placeOfStretchHolding(period, day);
    return place < 0 ? null : period.ownStretches().get(place);
  }

  /** Returns the place of the last stretch of a period that holds a day; -1 if none does. */
  static int placeOfStretchHolding(PlanPeriod period, LocalDate day) {
    List<Stretch> stretches = period.stretches();
    for (int i = stretches.size() - 1; i >= 0; i--) {
      Stretch stretch = stretches.get(i);
      boolean start = period.previous == null && i == 0;
      boolean begun = start ? !day.isBefore(stretch.from) : day.isAfter(stretch.from);
      if (begun && !day.isAfter(stretch.to)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the period that matches a row of the schedule, or else the one that covers it. */
  @Nullable PlanPeriod matching(LocalDate from, LocalDate due) {
    for (PlanPeriod period : periods) {
      if (period.askedFrom.equals(from) && period.askedOn.equals(due)) {
        return period;
      }
    }
    for (PlanPeriod period : periods) {
      if (!period.askedFrom.isAfter(from) && !period.askedOn.isBefore(due)) {
        return period;
      }
    }
    return null;
  }

  /** Returns the periods that fall due on a day or later. */
  List<PlanPeriod> dueFrom(LocalDate day) {
    List<PlanPeriod> from = new ArrayList<>(periods.size());
    for (PlanPeriod period : periods) {
      if (!period.due.isBefore(day)) {
        from.add(period);
      }
    }
    return from;
  }

  /**
   * Makes a stretch end on a day, so that the balance can change there.
   *
   * @return the period of the day; null where the plan has none
   */
  @Nullable PlanPeriod cutAt(LocalDate day) {
    PlanPeriod period = holding(day);
    if (period != null) {
      stretchEnding(period, day);
    }
    return period;
  }

  /** Changes the balance from a day on; null where the plan has no days for it. */
  @Nullable PlanPeriod correctBalance(LocalDate day, long minor) {
    PlanPeriod period = holding(day);
    if (period == null || period.stretches().isEmpty()) {
      return null;
    }
    stretchEnding(period, day).correction += minor;
    period.changed();
    return period;
  }

  /** Returns the stretch of a period that ends on a day; one is cut in two if need be. */
  Stretch stretchEnding(PlanPeriod period, LocalDate day) {
    if (period == last() && day.equals(period.due)) {
      Stretch end = period.ownStretches().getLast();
      return end.days() == 0 ? end : cut(period, day);
    }
    for (Stretch stretch : period.ownStretches()) {
      if (stretch.to.equals(day)) {
        return stretch;
      }
    }
    return cut(period, day);
  }

  private static Stretch cut(PlanPeriod period, LocalDate day) {
    List<Stretch> stretches = period.ownStretches();
    int place = stretches.size() - 1;
    while (place > 0 && !stretches.get(place).holds(day)) {
      place--;
    }
    Stretch before = stretches.get(place);
    LocalDate end = before.to;
    LocalDate at = day.isBefore(before.from) ? before.from : day.isAfter(end) ? end : day;
    before.endOn(at);
    Stretch after = new Stretch(at, end);
    after.paused = before.paused;
    after.balance = before.balanceAfter();
    stretches.add(place + 1, after);
    period.changed();
    return before;
  }

  /** Works out the balance of every stretch again, from the first day to the last. */
  void rebalance() {
    totals.rebalance();
  }

  void forgetFactors() {
    for (PlanPeriod period : periods) {
      forgetFactors(period);
    }
  }

  static void forgetFactors(PlanPeriod period) {
    period.ownStretches().forEach(Stretch::forgetFactors);
    period.changed();
  }

  /** Returns all principal that came into the loan: lent, capitalized and credited. */
  long principalIn() {
    return totals.principalIn();
  }

  long creditedPrincipal() {
    long sum = 0;
    for (PlanPeriod period : periods) {
      sum += period.creditedPrincipal();
    }
    return sum;
  }

  long principal() {
    return totals.principal();
  }

  long interest() {
    return totals.interest();
  }

  /** Returns the interest of all periods, rounded once, half to even. */
  long interestRoundedOnce() {
    BigDecimal sum = BigDecimal.ZERO;
    for (PlanPeriod period : periods) {
      sum = sum.add(period.borneExactly());
    }
    return Arithmetic.toMinor(sum, RoundingMode.HALF_EVEN);
  }

  long paidPrincipal() {
    return totals.paidPrincipal();
  }

  long paidInterest() {
    return totals.paidInterest();
  }

  long unpaidPrincipal() {
    return Math.max(0, principalIn() - paidPrincipal());
  }

  long notFullyPaid() {
    long count = 0;
    for (PlanPeriod period : periods) {
      count += period.isFullyPaid() ? 0 : 1;
    }
    return count;
  }

  /** Returns what a rate or a change of rate makes of it all. */
  void changeRate(LocalDate from, BigDecimal percent) {
    rates.change(from, percent);
    forgetFactors();
  }
}
