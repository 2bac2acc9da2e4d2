package io.loanwright.engine.oracle;

import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A second opinion on what a schedule is after a change, written from "What a change of terms does"
 * in docs/concepts/schedules.md: for installments of every way but flat ones, without grace,
 * multiples, agreed amounts, charges and working days.
 *
 * <p>Nothing is rounded between terms and money. A figure that lies so close to a tie that the 19
 * digits of the definition may decide it is counted in {@link #closeCalls}.
 */
final class SlowPlan {

  private static final Rational NEAR = new Rational(BigInteger.ONE, BigInteger.TEN.pow(15));

  private final LoanTerms terms;
  private final LocalDate start;
  private final List<SlowChange.Rate> rates = new ArrayList<>();
  private final List<SlowChange.Money> money = new ArrayList<>();
  private final List<SlowChange.Pause> pauses = new ArrayList<>();
  private final List<Late> late = new ArrayList<>();
  private List<LocalDate> due;
  private long[] principal = new long[0];
  private long[] interest = new long[0];
  private long[] sizes = new long[0];
  private int closeCalls;

  /** Principal that was owed from one day to another though it was due before. */
  private record Late(LocalDate from, LocalDate to, long minor) {}

  SlowPlan(LoanTerms terms, LocalDate start, long lent) {
    this.terms = terms;
    this.start = start;
    this.due = SlowCalendar.due(terms.repayment().calendar(), start);
    rates.add(new SlowChange.Rate(start, terms.interest().annualRatePercent()));
    money.add(new SlowChange.Money(start, lent));
    sizeFrom(0);
  }

  int closeCalls() {
    return closeCalls;
  }

  List<SlowSchedule.Row> rows() {
    List<SlowSchedule.Row> rows = new ArrayList<>();
    if (terms.repayment().amortization() == Amortization.BULLET) {
      rows.add(
          new SlowSchedule.Row(due.getLast(), principal[count() - 1], interest[count() - 1], 0));
      return rows;
    }
    for (int i = 0; i < count(); i++) {
      rows.add(new SlowSchedule.Row(due.get(i + 1), principal[i], interest[i], 0));
    }
    return rows;
  }

  /** Agrees something. */
  void change(SlowChange change) {
    switch (change) {
      case SlowChange.Rate rate -> {
        rates.add(rate);
        int first = periodOf(nightBefore(rate.on()));
        if (terms.repayment().amortization() == Amortization.EQUAL_INSTALLMENTS) {
          sizeFrom(first);
        } else {
          workOut(first, principal);
        }
      }
      case SlowChange.Time time -> {
        int first = periodOf(nightBefore(time.on()));
        lengthen(count() + time.installments());
        sizeFrom(first);
      }
      case SlowChange.Money more -> {
        money.add(more);
        sizeFrom(periodOf(more.on()));
      }
      case SlowChange.Pause pause -> {
        pauses.add(pause);
        int first = periodOf(nightBefore(pause.on()));
        if (terms.repayment().amortization() == Amortization.EQUAL_INSTALLMENTS) {
          keep(split(first, sizes));
        } else {
          workOut(first, principal);
        }
      }
    }
  }

  /** Lets principal that is late bear interest for the night before a day. */
  void bear(LocalDate day, long minor) {
    LocalDate from = day.minusDays(1);
    if (minor == 0 || !from.isBefore(due.getLast())) {
      return;
    }
    Late last = late.isEmpty() ? null : late.getLast();
    if (last != null && last.to().equals(from) && last.minor() == minor) {
      late.set(late.size() - 1, new Late(last.from(), day, minor));
    } else {
      late.add(new Late(from, day, minor));
    }
  }

  /** Works the installments from the one on whose period a day lies out anew. */
  void followUntil(LocalDate day) {
    if (day.isAfter(start) && !day.isAfter(due.getLast())) {
      keep(split(periodOf(day.minusDays(1)), sizes));
    }
  }

  /** Returns the interest of the period that a day lies in, until that day. */
  long interestUntil(LocalDate day) {
    int period = periodOf(day.minusDays(1));
    return rounded(interestIn(period, owedBefore(period), day));
  }

  private int count() {
    return due.size() - 1;
  }

  private LocalDate nightBefore(LocalDate day) {
    return day.isAfter(start) ? day.minusDays(1) : start;
  }

  /** Returns the period that holds a day; a due date is the first day of the next one. */
  private int periodOf(LocalDate day) {
    int i = 0;
    while (!day.isBefore(due.get(i + 1))) {
      i++;
    }
    return i;
  }

  private void lengthen(int installments) {
    CalendarTerms calendar = terms.repayment().calendar();
    due =
        SlowCalendar.due(
            new CalendarTerms(
                installments,
                calendar.every(),
                calendar.unit(),
                calendar.startOn(),
                calendar.firstDueOn(),
                null),
            start);
  }

  /** Sizes the installments from one on over what is owed then, the ones before stay. */
  private void sizeFrom(int first) {
    long owed = owedBefore(first) + lentIn(first, count());
    switch (terms.repayment().amortization()) {
      case EQUAL_INSTALLMENTS -> {
        sizes = levelled(first, rounded(annuity(first, owed)));
        keep(split(first, sizes));
      }
      case EQUAL_PRINCIPAL -> {
        long each = rounded(Rational.of(owed).over(Rational.of(count() - first)));
        workOut(first, equalParts(first, owed, each));
      }
      case INTEREST_ONLY, BULLET -> workOut(first, equalParts(first, owed, 0));
    }
  }

  /** At most three times: spreads what the last installment is off, while that gets smaller. */
  private long[] levelled(int first, long start) {
    long size = start;
    int left = count() - first;
    for (int pass = 1; pass <= 3 && left >= 2; pass++) {
      long off = lastIsOffBy(first, size);
      long next = size + rounded(Rational.of(off).over(Rational.of(left)));
      if (Math.abs(off) * 100 <= left / 2 * unit()
          || Math.abs(lastIsOffBy(first, next)) >= Math.abs(off)) {
        break;
      }
      size = next;
    }
    return sizesFrom(first, size);
  }

  private long lastIsOffBy(int first, long size) {
    long[][] plan = split(first, sizesFrom(first, size));
    return plan[0][count() - 1] + plan[1][count() - 1] - size;
  }

  private long[] sizesFrom(int first, long size) {
    long[] each = Arrays.copyOf(sizes, count());
    Arrays.fill(each, first, count(), size);
    return each;
  }

  private void keep(long[][] plan) {
    principal = plan[0];
    interest = plan[1];
  }

  private long unit() {
    return BigInteger.TEN.pow(terms.currency().minorDigits()).longValueExact();
  }

  private long[] equalParts(int first, long owed, long each) {
    long[] parts = new long[count()];
    System.arraycopy(principal, 0, parts, 0, first);
    long left = owed;
    for (int i = first; i < count(); i++) {
      parts[i] = i == count() - 1 ? left : Math.min(each, left);
      left -= parts[i];
    }
    return parts;
  }

  /** Interest on top of principal that is given. */
  private void workOut(int first, long[] given) {
    long[] next = new long[count()];
    System.arraycopy(interest, 0, next, 0, Math.min(first, interest.length));
    principal = given;
    if (terms.repayment().amortization() == Amortization.BULLET) {
      Rational sum = Rational.ZERO;
      for (int i = 0; i < count(); i++) {
        sum = sum.plus(interestIn(i, lentIn(0, i)));
      }
      next[count() - 1] = rounded(sum);
    } else {
      for (int i = first; i < count(); i++) {
        next[i] = rounded(interestIn(i, owedBefore(i)));
      }
    }
    interest = next;
  }

  /** Returns principal and interest with installments of sizes; the last one takes the rest. */
  private long[][] split(int first, long[] size) {
    long[][] plan = {new long[count()], new long[count()]};
    System.arraycopy(principal, 0, plan[0], 0, first);
    System.arraycopy(interest, 0, plan[1], 0, first);
    long owed = owedBefore(first);
    long waiting = 0;
    for (int i = first; i < count(); i++) {
      waiting += rounded(interestIn(i, owed));
      owed += lentIn(i, i + 1);
      boolean isLast = i == count() - 1;
      plan[1][i] = isLast ? waiting : Math.min(waiting, size[i]);
      plan[0][i] = isLast ? owed : Math.min(owed, size[i] - plan[1][i]);
      waiting -= plan[1][i];
      owed -= plan[0][i];
    }
    return plan;
  }

  private Rational annuity(int first, long owed) {
    Rational product = Rational.ONE;
    Rational f = Rational.ZERO;
    for (int i = first; i < count(); i++) {
      Rational growth = growth(i);
      product = product.times(growth);
      f = i == first ? Rational.ONE : Rational.ONE.plus(f.times(growth));
    }
    return product.times(Rational.of(owed)).over(f);
  }

  /** Returns what is owed when a period begins, without the money that goes out on that day. */
  private long owedBefore(int period) {
    long owed = lentIn(0, period);
    for (int i = 0; i < period; i++) {
      owed -= principal[i];
    }
    return owed;
  }

  /** Returns what goes out from the first day of a period to the day before another one begins. */
  private long lentIn(int from, int before) {
    long sum = 0;
    for (SlowChange.Money one : money) {
      boolean isAfter = !one.on().isBefore(due.get(from));
      boolean isBefore = before == count() || one.on().isBefore(due.get(before));
      sum += isAfter && isBefore ? one.minor() : 0;
    }
    return sum;
  }

  private Rational interestIn(int period, long owedBefore) {
    return interestIn(period, owedBefore, due.get(period + 1));
  }

  /**
   * Adds up, from one day on which something changes to the next: what is owed x the factor until
   * the due date / days until then x days.
   */
  private Rational interestIn(int period, long owedBefore, LocalDate until) {
    LocalDate begin = due.get(period);
    LocalDate end = due.get(period + 1);
    Rational sum = Rational.ZERO;
    List<LocalDate> cuts = cuts(begin, until);
    for (int i = 0; i + 1 < cuts.size(); i++) {
      LocalDate from = cuts.get(i);
      Rational owed = Rational.of(owedBefore + alsoOwed(begin, from));
      Rational all = owed.times(untilEnd(period, from, percentOn(from)));
      sum = sum.plus(all.over(days(from, end)).times(days(from, cuts.get(i + 1))));
    }
    return sum;
  }

  /** Returns money that went out since a period began, and principal that is late. */
  private long alsoOwed(LocalDate begin, LocalDate day) {
    long sum = 0;
    for (SlowChange.Money one : money) {
      sum += one.on().isBefore(begin) || one.on().isAfter(day) ? 0 : one.minor();
    }
    for (Late one : late) {
      sum += one.from().isAfter(day) || !one.to().isAfter(day) ? 0 : one.minor();
    }
    return sum;
  }

  /** Returns two days and all between on which rate or balance change. */
  private List<LocalDate> cuts(LocalDate from, LocalDate to) {
    TreeSet<LocalDate> cuts = new TreeSet<>(List.of(from, to));
    rates.forEach(rate -> cuts.add(nightBefore(rate.on())));
    pauses.forEach(pause -> cuts.addAll(List.of(nightBefore(pause.on()), pause.until())));
    money.forEach(one -> cuts.add(one.on()));
    late.forEach(one -> cuts.addAll(List.of(one.from(), one.to())));
    return List.copyOf(cuts.subSet(from, true, to, true));
  }

  private static Rational days(LocalDate from, LocalDate to) {
    return Rational.of(to.toEpochDay() - from.toEpochDay());
  }

  /** Returns how a unit of money grows in a period, at the rates that count in it. */
  private Rational growth(int period) {
    Rational growth = Rational.ONE;
    List<LocalDate> cuts = cuts(due.get(period), due.get(period + 1));
    for (int i = 0; i + 1 < cuts.size(); i++) {
      BigDecimal percent = percentOn(cuts.get(i));
      growth =
          growth
              .plus(untilEnd(period, cuts.get(i), percent))
              .minus(untilEnd(period, cuts.get(i + 1), percent));
    }
    return growth;
  }

  /** Returns the rate of the night after a day. */
  private BigDecimal percentOn(LocalDate day) {
    for (SlowChange.Pause pause : pauses) {
      if (!day.isBefore(nightBefore(pause.on())) && day.isBefore(pause.until())) {
        return BigDecimal.ZERO;
      }
    }
    BigDecimal percent = BigDecimal.ZERO;
    for (SlowChange.Rate rate : rates) {
      percent = nightBefore(rate.on()).isAfter(day) ? percent : rate.percent();
    }
    return percent;
  }

  private Rational untilEnd(int period, LocalDate from, BigDecimal percent) {
    LocalDate end = due.get(period + 1);
    if (!from.isBefore(end)) {
      return Rational.ZERO;
    }
    InterestTerms agreed = terms.interest();
    InterestTerms interest =
        new InterestTerms(
            percent,
            agreed.method(),
            agreed.period(),
            agreed.partialPeriod(),
            agreed.daysInYear(),
            agreed.daysInMonth(),
            agreed.yearBoundary());
    return new SlowFactor(value -> value, interest, terms.repayment().calendar(), due.getFirst())
        .of(due.get(period), end, from, false);
  }

  private long rounded(Rational minor) {
    if (minor.isNear(minor.plus(Rational.ONE).times(NEAR), RoundingMode.HALF_EVEN)) {
      closeCalls++;
    }
    return minor.toWhole(RoundingMode.HALF_EVEN).longValueExact();
  }
}
