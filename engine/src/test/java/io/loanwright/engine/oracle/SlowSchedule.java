package io.loanwright.engine.oracle;

import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.ShiftedInterest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A schedule, one step after the other.
 *
 * <p>With {@code digits} zero nothing is rounded between terms and money: what then differs from
 * the definition, which keeps 19 digits, must hang on a tie; {@link #closeCalls} counts those.
 */
final class SlowSchedule {

  /** How near a tie must be for 19 digits to decide it: a part of the figure itself. */
  private static final Rational NEAR = new Rational(BigInteger.ONE, BigInteger.TEN.pow(16));

  private final LoanTerms terms;
  private final LocalDate disbursedOn;
  private final int digits;
  private final int count;
  private final List<Rational> factors = new ArrayList<>();
  private final List<Rational> growth = new ArrayList<>();
  private final List<Rational> days = new ArrayList<>();
  private int first;
  private long lent;
  private int closeCalls;

  /**
   * One row.
   *
   * @param dueOn when it is due
   * @param principal in minor units
   * @param interest in minor units
   * @param fees in minor units
   */
  record Row(LocalDate dueOn, long principal, long interest, long fees) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Plan(long[] principal, long[] interest, long size) {

    long lastIsOffBy() {
      int last = principal.length - 1;
      return principal[last] + interest[last] - size;
    }
  }

  SlowSchedule(LoanTerms terms, LocalDate disbursedOn, int digits) {
    this.terms = terms;
    this.disbursedOn = disbursedOn;
    this.digits = digits;
    this.count = terms.repayment().calendar().repayments();
  }

  /** Returns how many roundings came so close to a tie that 19 digits may have decided them. */
  int closeCalls() {
    return closeCalls;
  }

  List<Row> rows(long principal) {
    List<Row> rows = new ArrayList<>();
    long down = 0;
    BigDecimal percent = terms.repayment().downPaymentPercent();
    if (percent.signum() > 0) {
      long exact = toMinor(percent(percent, principal), RoundingMode.HALF_EVEN);
      down = toMultiple(exact, RoundingMode.HALF_EVEN);
      down = down > principal ? exact : down;
      rows.add(new Row(disbursedOn, down, 0, 0));
    }
    lent = principal - down;
    List<LocalDate> due = SlowCalendar.due(terms.repayment().calendar(), disbursedOn);
    measurePeriods(due);
    if (terms.repayment().amortization() == Amortization.BULLET) {
      rows.add(bullet(due.getLast()));
      return rows;
    }
    Plan plan =
        terms.repayment().amortization() == Amortization.EQUAL_INSTALLMENTS
            ? equalInstallments()
            : equalPrincipal();
    for (int i = 0; i < count; i++) {
      long fees = fees(plan.principal()[i], plan.interest()[i]);
      rows.add(new Row(due.get(i + 1), plan.principal()[i], plan.interest()[i], fees));
    }
    return rows;
  }

  private void measurePeriods(List<LocalDate> due) {
    boolean asPlanned =
        terms.repayment().calendar().workdays() != null
            && terms.repayment().calendar().workdays().interest() == ShiftedInterest.AS_PLANNED;
    List<LocalDate> dates =
        asPlanned ? SlowCalendar.planned(terms.repayment().calendar(), disbursedOn) : due;
    while (first < count - 1
        && !(disbursedOn.isBefore(dates.get(first + 1))
            && disbursedOn.isBefore(due.get(first + 1)))) {
      first++;
    }
    boolean wholePeriods =
        terms.interest().period() == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
            && terms.interest().partialPeriod() == PartialPeriod.WHOLE_PERIOD;
    SlowFactor factor =
        new SlowFactor(
            this::keep, terms.interest(), terms.repayment().calendar(), dates.getFirst());
    for (int i = 0; i < count; i++) {
      LocalDate a = dates.get(i);
      LocalDate b = dates.get(i + 1);
      boolean late = i == first && disbursedOn.isAfter(a) && !wholePeriods;
      LocalDate from = late ? disbursedOn : a;
      boolean bears = i >= first && i >= terms.grace().interestFree();
      factors.add(bears ? decimals(factor.of(a, b, from, false)) : Rational.ZERO);
      growth.add(Rational.ONE.plus(bears ? decimals(factor.of(a, b, from, true)) : Rational.ZERO));
      days.add(Rational.of(b.toEpochDay() - from.toEpochDay()));
    }
  }

  /** Balance x factor / days x days. */
  private Rational interest(long balance, int period) {
    if (days.get(period).isZero()) {
      return Rational.ZERO;
    }
    Rational whole = keep(Rational.of(balance).times(factors.get(period)));
    return keep(keep(whole.over(days.get(period))).times(days.get(period)));
  }

  private long rounded(long balance, int period) {
    return toMinor(interest(balance, period), RoundingMode.HALF_EVEN);
  }

  private Row bullet(LocalDate dueOn) {
    Rational sum = Rational.ZERO;
    for (int i = first; i < count; i++) {
      sum = sum.plus(interest(lent, i));
    }
    long interest = toMinor(sum, RoundingMode.HALF_EVEN);
    return new Row(dueOn, lent, interest, fees(lent, interest));
  }

  private Plan equalInstallments() {
    BigDecimal agreed = terms.repayment().installment().fixedAmount();
    if (agreed != null) {
      return split(inMinor(agreed, RoundingMode.HALF_EVEN));
    }
    boolean flat = terms.interest().method() == InterestMethod.FLAT;
    RoundingMode rounding = terms.repayment().installment().rounding().mode();
    long size = toMinor(flat ? flatSize() : annuity(), rounding);
    Plan plan = split(toMultiple(size, rounding));
    boolean levels = terms.repayment().installment().rounding() == InstallmentRounding.HALF_EVEN;
    return levels && !flat ? levelled(plan) : plan;
  }

  private int repaying() {
    return Math.max(first, terms.grace().onPrincipal());
  }

  /** P x product of (1 + f) / F; periods that pay no interest count as bearing none. */
  private Rational annuity() {
    Rational product = Rational.ONE;
    Rational f = Rational.ONE;
    for (int i = repaying(); i < count; i++) {
      boolean pays = i >= terms.grace().onInterestPayment();
      Rational each = pays ? growth.get(i) : Rational.ONE;
      product = keep(product.times(each));
      f = i == repaying() ? Rational.ONE : keep(Rational.ONE.plus(keep(f.times(each))));
    }
    return keep(keep(product.times(Rational.of(lent))).over(f));
  }

  private Rational flatSize() {
    Rational sum = Rational.of(lent);
    for (int i = repaying(); i < count; i++) {
      sum = sum.plus(Rational.of(rounded(lent, i)));
    }
    return keep(sum.over(Rational.of(count - repaying())));
  }

  private Plan split(long size) {
    long[] principal = new long[count];
    long[] interest = new long[count];
    long balance = lent;
    long waiting = 0;
    for (int i = first; i < count; i++) {
      boolean flat = terms.interest().method() == InterestMethod.FLAT;
      waiting += rounded(flat ? lent : balance, i);
      if (i == count - 1) {
        interest[i] = waiting;
        principal[i] = balance;
      } else {
        boolean deferred = i < terms.grace().onInterestPayment();
        boolean repays = i >= repaying();
        interest[i] = deferred ? 0 : repays ? Math.min(waiting, size) : waiting;
        principal[i] = repays ? Math.min(balance, size - interest[i]) : 0;
      }
      waiting -= interest[i];
      balance -= principal[i];
    }
    return new Plan(principal, interest, size);
  }

  /** At most three times: spreads what the last installment is off, while that gets smaller. */
  private Plan levelled(Plan start) {
    RoundingMode rounding = terms.repayment().installment().rounding().mode();
    int spread = count - repaying();
    Plan plan = start;
    for (int pass = 1; pass <= 3 && spread >= 2; pass++) {
      long off = plan.lastIsOffBy();
      Rational hundredths =
          Rational.of(Math.abs(off))
              .over(Rational.of(BigDecimal.TEN.pow(terms.currency().minorDigits())))
              .times(Rational.of(100));
      if (hundredths.compareTo(Rational.of(count / 2)) <= 0) {
        return plan;
      }
      long share =
          keep(Rational.of(off).over(Rational.of(spread)))
              .toWhole(RoundingMode.HALF_EVEN)
              .longValueExact();
      Plan next = split(toMultiple(plan.size() + share, rounding));
      if (Math.abs(next.lastIsOffBy()) >= Math.abs(off)) {
        return plan;
      }
      plan = next;
    }
    return plan;
  }

  private Plan equalPrincipal() {
    RoundingMode rounding = terms.repayment().installment().rounding().mode();
    BigDecimal agreed = terms.repayment().installment().fixedAmount();
    long each = 0;
    if (terms.repayment().amortization() == Amortization.EQUAL_PRINCIPAL) {
      Rational share = keep(Rational.of(lent).over(Rational.of(count - repaying())));
      each =
          agreed == null
              ? toMultiple(toMinor(share, rounding), rounding)
              : inMinor(agreed, RoundingMode.HALF_EVEN);
    }
    long[] principal = new long[count];
    long[] interest = new long[count];
    long balance = lent;
    long waiting = 0;
    for (int i = first; i < count; i++) {
      boolean flat = terms.interest().method() == InterestMethod.FLAT;
      waiting += rounded(flat ? lent : balance, i);
      boolean last = i == count - 1;
      interest[i] = last || i >= terms.grace().onInterestPayment() ? waiting : 0;
      principal[i] = last ? balance : i < repaying() ? 0 : Math.min(each, balance);
      waiting -= interest[i];
      balance -= principal[i];
    }
    return new Plan(principal, interest, each);
  }

  private long fees(long principal, long interest) {
    long sum = 0;
    for (ChargeTerms charge : terms.charges()) {
      if (charge.timing() == ChargeTiming.EACH_INSTALLMENT) {
        long base =
            switch (charge.basis()) {
              case FIXED -> 0;
              case PERCENT_OF_PRINCIPAL -> principal;
              case PERCENT_OF_INTEREST -> interest;
              case PERCENT_OF_PRINCIPAL_AND_INTEREST -> principal + interest;
            };
        sum +=
            charge.basis() == ChargeBasis.FIXED
                ? inMinor(charge.value(), RoundingMode.HALF_EVEN)
                : toMinor(percent(charge.value(), base), RoundingMode.HALF_EVEN);
      }
    }
    return sum;
  }

  private Rational percent(BigDecimal percent, long of) {
    return keep(keep(Rational.of(percent).over(Rational.of(100))).times(Rational.of(of)));
  }

  private long inMinor(BigDecimal major, RoundingMode rounding) {
    return Rational.of(major.movePointRight(terms.currency().minorDigits()))
        .toWhole(rounding)
        .longValueExact();
  }

  private long toMultiple(long minor, RoundingMode rounding) {
    BigDecimal multiple = terms.repayment().installment().multipleOf();
    if (multiple == null) {
      return minor;
    }
    Rational step = Rational.of(inMinor(multiple, RoundingMode.UP));
    BigInteger times = Rational.of(minor).over(step).toWhole(rounding);
    long result = times.multiply(step.top()).longValueExact();
    return result == 0 ? minor : result;
  }

  private long toMinor(Rational minor, RoundingMode rounding) {
    if (digits == 0 && minor.isNear(minor.plus(Rational.ONE).times(NEAR), rounding)) {
      closeCalls++;
    }
    return minor.toWhole(rounding).longValueExact();
  }

  private Rational keep(Rational value) {
    return digits == 0 ? value : value.toDigits(digits);
  }

  private Rational decimals(Rational factor) {
    return digits == 0 ? factor : factor.toDecimals(digits);
  }
}
