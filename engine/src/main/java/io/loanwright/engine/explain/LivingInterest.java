package io.loanwright.engine.explain;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.explain.InterestCount.Span;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.DownPayment;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Interest of a schedule that changed since the money went out, counted on the balance of each day.
 *
 * <p>Money lent raises the balance. Principal lowers it on its due date, or where interest follows
 * payments on the day it was paid; what is past due bears interest until it is paid, where that was
 * agreed.
 */
final class LivingInterest implements Bearing {

  private final Facts facts;
  private final Amounts amounts;
  private final InterestCount count;
  private final List<InstallmentPosition> rows;
  private final NavigableMap<LocalDate, Long> changes = new TreeMap<>();
  private final NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();

  LivingInterest(Facts facts) {
    this.facts = facts;
    this.amounts = facts.amounts();
    this.rows = facts.regularRows();
    LocalDate start = rows.getFirst().installment().fromOn();
    this.count = new InterestCount(facts.terms(), start);
    rates.put(LocalDate.MIN, facts.terms().interest().annualRatePercent());
    for (LoanEvent event : facts.events()) {
      if (event instanceof LoanEvent.RateChanged change) {
        rates.put(change.from().minusDays(1), change.annualRatePercent());
      }
    }
    for (LoanEvent.Disbursed out : facts.disbursements()) {
      long lent = out.amount().minor() - DownPayment.minor(facts.terms(), out.amount().minor());
      changes.merge(dayThatCounts(out.on()), lent, Long::sum);
    }
    if (!count.isFlat()) {
      rows.forEach(this::lower);
    }
  }

  private LocalDate dayThatCounts(LocalDate day) {
    InterestTerms interest = facts.terms().interest();
    boolean whole =
        interest.period() == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
            && interest.partialPeriod() == PartialPeriod.WHOLE_PERIOD;
    LocalDate start = rows.getFirst().installment().fromOn();
    for (InstallmentPosition row : rows) {
      if (whole && row.installment().dueOn().isAfter(day)) {
        return row.installment().fromOn();
      }
    }
    return day.isBefore(start) ? start : day;
  }

  /** Lets principal of an installment lower the balance. */
  private void lower(InstallmentPosition row) {
    Installment installment = row.installment();
    LocalDate due = installment.dueOn();
    long open = installment.principal().minor();
    if (facts.follows()) {
      for (Allocation allocation : facts.position().allocations()) {
        long paid = principalOf(allocation, installment.number());
        changes.merge(counts(allocation.on(), due), -paid, Long::sum);
        open -= paid;
      }
    }
    boolean late = facts.follows() && chargesOverdue() && due.isBefore(facts.asOf());
    changes.merge(late ? facts.asOf() : due, -open, Long::sum);
  }

  private boolean chargesOverdue() {
    return facts.terms().recalculation().overdue() == OverdueInterest.CHARGED;
  }

  private LocalDate counts(LocalDate paidOn, LocalDate due) {
    if (paidOn.isAfter(due)) {
      return chargesOverdue() ? paidOn : due;
    }
    if (facts.terms().recalculation().rest() == Rest.DAILY) {
      return paidOn;
    }
    return rows.stream()
        .map(row -> row.installment().dueOn())
        .filter(day -> !day.isBefore(paidOn))
        .findFirst()
        .orElse(due);
  }

  private static long principalOf(Allocation allocation, int number) {
    return allocation.shares().stream()
        .filter(share -> share.installment() == number)
        .mapToLong(share -> share.split().principal().minor())
        .sum();
  }

  @Override
  public Borne borne(int period) {
    return until(period, rows.get(period).installment().dueOn());
  }

  /** Returns what a period bore until a day in it. */
  Borne until(int period, LocalDate day) {
    Installment row = rows.get(period).installment();
    if (period < facts.terms().grace().interestFree()) {
      Why free = new Why.InterestFree(row.fromOn(), row.dueOn());
      return new Borne(0, List.of(amounts.leaf(free, 0)));
    }
    List<Explanation> leaves = new ArrayList<>();
    BigDecimal exact = BigDecimal.ZERO;
    for (Span span : spans(row, day)) {
      exact = exact.add(count.exact(span));
      leaves.add(count.leaf(span));
    }
    amounts.addRounding(leaves, exact, RoundingMode.HALF_EVEN);
    return new Borne(Arithmetic.toMinor(exact, RoundingMode.HALF_EVEN), leaves);
  }

  private List<Span> spans(Installment row, LocalDate until) {
    Period period = new Period(row.fromOn(), row.dueOn());
    List<Span> spans = new ArrayList<>();
    LocalDate from = row.fromOn();
    while (from.isBefore(until)) {
      LocalDate to = nextChange(from, until);
      long base = 0;
      for (long change : changes.headMap(from, true).values()) {
        base += change;
      }
      if (base > 0) {
        spans.add(new Span(base, rates.floorEntry(from).getValue(), period, from, to));
      }
      from = to;
    }
    return spans;
  }

  private LocalDate nextChange(LocalDate from, LocalDate until) {
    LocalDate next = until;
    for (var entry : changes.tailMap(from, false).entrySet()) {
      if (entry.getValue() != 0) {
        next = entry.getKey().isBefore(next) ? entry.getKey() : next;
        break;
      }
    }
    LocalDate rate = rates.higherKey(from);
    return rate != null && rate.isBefore(next) ? rate : next;
  }

  @Override
  public long asked(int period) {
    return rows.get(period).installment().interest().minor();
  }

  @Override
  public boolean isFull(int period) {
    InstallmentPosition row = rows.get(period);
    boolean settled = row.completedOn() != null && row.paid().interest().minor() == asked(period);
    return period < rows.size() - 1 && (settled || row.installment().principal().isZero());
  }

  @Override
  public int number(int period) {
    return rows.get(period).installment().number();
  }

  @Override
  public Why name(int period) {
    Installment row = rows.get(period).installment();
    return new Why.OfInstallment(InstallmentFigure.INTEREST, row.number(), row.dueOn());
  }
}
