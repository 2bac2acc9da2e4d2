package io.loanwright.engine.explain;

import io.loanwright.engine.explain.InterestCount.Span;
import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.DownPayment;
import io.loanwright.engine.schedule.DueDates;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.PartialPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Interest of a schedule as it was when the money went out. */
final class PlannedInterest implements Bearing {

  private final Facts facts;
  private final Amounts amounts;
  private final InterestCount count;
  private final List<Period> periods;
  private final List<Installment> rows;
  private final long[] balances;
  private final long lent;
  private final int first;

  PlannedInterest(Facts facts) {
    this.facts = facts;
    this.amounts = facts.amounts();
    CalendarTerms calendar = facts.terms().repayment().calendar();
    this.periods = DueDates.forInterest(calendar, facts.first().on());
    this.count = new InterestCount(facts.terms(), periods.getFirst().from());
    this.rows = facts.plannedRows();
    long disbursed = facts.first().amount().minor();
    this.lent = disbursed - DownPayment.minor(facts.terms(), disbursed);
    this.first =
        DueDates.periodOf(facts.first().on(), DueDates.of(calendar, facts.first().on()), periods);
    this.balances = new long[rows.size()];
    long balance = lent;
    for (int i = 0; i < rows.size(); i++) {
      balances[i] = balance;
      balance -= rows.get(i).principal().minor();
    }
  }

  /** Returns what is lent beyond the down payment, in minor units. */
  long lent() {
    return lent;
  }

  /** Returns the index of the period in which the money goes out. */
  int first() {
    return first;
  }

  /** Returns how many periods bear interest. */
  int periods() {
    return periods.size();
  }

  Period period(int index) {
    return periods.get(index);
  }

  /** Returns the day from which money is lent in a period. */
  LocalDate lentFrom(int period) {
    LocalDate from = periods.get(period).from();
    InterestTerms interest = facts.terms().interest();
    boolean whole =
        interest.period() == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
            && interest.partialPeriod() == PartialPeriod.WHOLE_PERIOD;
    LocalDate on = facts.first().on();
    return period != first || whole || on.isBefore(from) ? from : on;
  }

  /** Tells whether a period bears interest. */
  boolean bears(int period) {
    return period >= first && period >= facts.terms().grace().interestFree();
  }

  private Span span(int period, long base) {
    Period whole = periods.get(period);
    BigDecimal rate = facts.terms().interest().annualRatePercent();
    return new Span(base, rate, whole, lentFrom(period), whole.to());
  }

  @Override
  public Borne borne(int period) {
    if (facts.terms().repayment().amortization() == Amortization.BULLET) {
      return borneByAll();
    }
    if (!bears(period)) {
      return new Borne(0, List.of(amounts.leaf(noInterest(period), 0)));
    }
    Span span = span(period, count.isFlat() ? lent : balances[period]);
    BigDecimal exact = count.exact(span);
    List<Explanation> leaves = new ArrayList<>();
    leaves.add(count.leaf(span));
    amounts.addRounding(leaves, exact, RoundingMode.HALF_EVEN);
    return new Borne(Arithmetic.toMinor(exact, RoundingMode.HALF_EVEN), leaves);
  }

  private Why noInterest(int period) {
    Period days = periods.get(period);
    return period < first ? new Why.NothingLent() : new Why.InterestFree(days.from(), days.to());
  }

  /** Bullet: the interest of all periods, rounded once. */
  private Borne borneByAll() {
    BigDecimal exact = BigDecimal.ZERO;
    List<Explanation> leaves = new ArrayList<>();
    for (int i = first; i < periods.size(); i++) {
      if (bears(i)) {
        Span span = span(i, lent);
        exact = exact.add(count.exact(span));
        leaves.add(count.leaf(span));
      } else {
        leaves.add(amounts.leaf(noInterest(i), 0));
      }
    }
    amounts.addRounding(leaves, exact, RoundingMode.HALF_EVEN);
    return new Borne(Arithmetic.toMinor(exact, RoundingMode.HALF_EVEN), leaves);
  }

  @Override
  public long asked(int period) {
    return rows.get(period).interest().minor();
  }

  @Override
  public boolean isFull(int period) {
    return facts.terms().repayment().amortization() == Amortization.EQUAL_INSTALLMENTS
        && period < rows.size() - 1
        && asked(period) == facts.planned().installmentAmount().minor();
  }

  @Override
  public boolean isSettledForLess(int period) {
    return false;
  }

  @Override
  public int number(int period) {
    return rows.get(period).number();
  }

  @Override
  public Why name(int period) {
    return facts.nameOfInterest(rows.get(period));
  }
}
