package io.loanwright.engine.explain;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.explain.InterestCount.Span;
import io.loanwright.engine.explain.PeriodDays.Days;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.DownPayment;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Period;
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
 * agreed. Days without interest bear none.
 */
final class LivingInterest implements Bearing {

  private final Facts facts;
  private final Amounts amounts;
  private final InterestCount count;
  private final List<InstallmentPosition> rows;
  private final PeriodDays days;
  private final NavigableMap<LocalDate, Long> changes = new TreeMap<>();
  private long lent;

  LivingInterest(Facts facts) {
    this.facts = facts;
    this.amounts = facts.amounts();
    this.rows = facts.regularRows();
    this.days = new PeriodDays(facts);
    this.count = new InterestCount(facts.terms(), days.start());
    for (LoanEvent event : facts.events()) {
      if (event instanceof LoanEvent.Disbursed out) {
        long minor = out.amount().minor();
        raise(days.dayThatCounts(out.on()), minor - DownPayment.minor(facts.terms(), minor));
      } else if (event instanceof LoanEvent.Capitalized income) {
        raise(income.on(), income.amount().minor());
      }
    }
    if (!count.isFlat() && rows.size() == days.count()) {
      for (int i = 0; i < rows.size(); i++) {
        lower(rows.get(i).installment(), days.get(i).to());
      }
    }
    changes.forEach(this::cut);
  }

  private void raise(LocalDate day, long minor) {
    changes.merge(day, minor, Long::sum);
    lent = Math.addExact(lent, minor);
  }

  private void cut(LocalDate day, long change) {
    if (change != 0) {
      days.cutAt(day);
    }
  }

  /** Lets principal of an installment lower the balance. */
  private void lower(Installment installment, LocalDate due) {
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

  /** Returns the days of the periods. */
  PeriodDays days() {
    return days;
  }

  InterestCount count() {
    return count;
  }

  /** Returns all that is lent beyond down payments, in minor units. */
  long lent() {
    return lent;
  }

  /** Returns by how much the balance changes, by the day after which it counts. */
  NavigableMap<LocalDate, Long> changes() {
    return changes;
  }

  /** Bullet: the interest of all periods, rounded once. */
  @Override
  public Borne borne(int period) {
    if (rows.size() == days.count()) {
      return until(period, days.get(period).to());
    }
    List<Explanation> leaves = new ArrayList<>();
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < days.count(); i++) {
      exact = exact.add(addBorne(leaves, i, days.get(i).to()));
    }
    return rounded(leaves, exact);
  }

  /** Returns what a period bore until a day in it. */
  Borne until(int period, LocalDate day) {
    List<Explanation> leaves = new ArrayList<>();
    return rounded(leaves, addBorne(leaves, period, day));
  }

  private Borne rounded(List<Explanation> leaves, BigDecimal exact) {
    amounts.addRounding(leaves, exact, RoundingMode.HALF_EVEN);
    return new Borne(Arithmetic.toMinor(exact, RoundingMode.HALF_EVEN), leaves);
  }

  private BigDecimal addBorne(List<Explanation> leaves, int period, LocalDate until) {
    Period whole = days.get(period);
    if (period < facts.terms().grace().interestFree()) {
      leaves.add(amounts.leaf(new Why.InterestFree(whole.from(), whole.to()), 0));
      return BigDecimal.ZERO;
    }
    BigDecimal exact = BigDecimal.ZERO;
    for (Days some : days.of(period, until)) {
      long base = balanceAfter(some.from(), changes);
      if (base > 0 && some.isFree()) {
        leaves.add(amounts.leaf(new Why.InterestFree(some.from(), some.to()), 0));
      } else if (base > 0) {
        Span span = new Span(base, some.ratePercent(), whole, some.from(), some.to());
        exact = exact.add(count.exact(span));
        leaves.add(count.leaf(span));
      }
    }
    return exact;
  }

  private static long balanceAfter(LocalDate day, NavigableMap<LocalDate, Long> changes) {
    long balance = 0;
    for (long change : changes.headMap(day, true).values()) {
      balance += change;
    }
    return balance;
  }

  /** Returns the interest of a period, rounded, if the balance changed otherwise. */
  long borneOn(NavigableMap<LocalDate, Long> otherChanges, int period) {
    if (period < facts.terms().grace().interestFree()) {
      return 0;
    }
    Period whole = days.get(period);
    BigDecimal exact = BigDecimal.ZERO;
    for (Days some : days.of(period, whole.to())) {
      long base = balanceAfter(some.from(), otherChanges);
      if (base > 0 && !some.isFree()) {
        Span span = new Span(base, some.ratePercent(), whole, some.from(), some.to());
        exact = exact.add(count.exact(span));
      }
    }
    return Arithmetic.toMinor(exact, RoundingMode.HALF_EVEN);
  }

  @Override
  public long asked(int period) {
    return rows.get(period).installment().interest().minor();
  }

  @Override
  public boolean isFull(int period) {
    boolean isSettledOrFull =
        isSettled(period) || rows.get(period).installment().principal().isZero();
    return period < rows.size() - 1 && isSettledOrFull;
  }

  private boolean isSettled(int period) {
    InstallmentPosition row = rows.get(period);
    return row.completedOn() != null && row.paid().interest().minor() == asked(period);
  }

  @Override
  public boolean isSettledForLess(int period) {
    return !facts.follows()
        && period >= facts.terms().grace().onInterestPayment()
        && rows.get(period).installment().principal().isPositive()
        && isSettled(period)
        && asked(period) < borne(period).minor();
  }

  @Override
  public int number(int period) {
    return rows.get(period).installment().number();
  }

  @Override
  public Why name(int period) {
    return facts.nameOfInterest(rows.get(period).installment());
  }
}
