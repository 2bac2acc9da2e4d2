package io.loanwright.engine.schedule;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Installments of one size: what is not interest repays principal, and the last one takes the rest.
 *
 * <p>On a declining balance the size is
 *
 * <pre>principal x (1+f1)(1+f2)...(1+fn) / F, with F = 1 and then F = 1 + F(1+fi) for i = 2...n
 * </pre>
 *
 * which is the annuity formula for periods of unequal length. Where the last installment would
 * stand out by more than half a cent an installment, the difference is spread over all of them, up
 * to three times and only while it gets smaller.
 *
 * <p>Source: conformance rules, "EMI" and "Levelling".
 */
final class EqualInstallments {

  private static final int LEVELLING_PASSES = 3;
  private static final long CENTS = 100;
  private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000};

  /**
   * What each installment adds to the doubt about the size, as a part of it: eleven steps of binary
   * floating point, each off by 2^-53 at most, and the 19 digits of the definition.
   */
  private static final double DOUBT_OF_STEP = 12 * 0x1p-53;

  /** What the last product and quotient add to the doubt. */
  private static final double DOUBT_OF_END = 10 * 0x1p-53;

  private final Lending lending;
  private final LoanTerms terms;
  private final int firstRepaying;
  private final int amortizing;
  private final @Nullable Long multiple;
  private final RoundingMode rounding;

  private EqualInstallments(Lending lending) {
    this.lending = lending;
    this.terms = lending.terms();
    this.firstRepaying = Math.max(lending.first(), terms.grace().onPrincipal());
    this.amortizing = lending.count() - firstRepaying;
    this.multiple = ScheduleMaker.multipleInMinor(terms);
    this.rounding = terms.repayment().installment().rounding().mode();
  }

  static Portions of(Lending lending) {
    return new EqualInstallments(lending).portions();
  }

  private Portions portions() {
    BigDecimal agreed = terms.repayment().installment().fixedAmount();
    if (agreed != null) {
      return split(
          Arithmetic.toMinor(
              agreed.movePointRight(terms.currency().minorDigits()), RoundingMode.HALF_EVEN));
    }
    Portions portions = split(Arithmetic.toMultiple(size(), multiple, rounding));
    InstallmentRounding named = terms.repayment().installment().rounding();
    boolean level = named.levels() && terms.interest().method() != InterestMethod.FLAT;
    return level ? levelled(portions) : portions;
  }

  private long size() {
    return terms.interest().method() == InterestMethod.FLAT ? flatSize() : annuity();
  }

  private long annuity() {
    double product = 1;
    double sum = 1;
    for (int i = firstRepaying; i < lending.count(); i++) {
      double growth = defersInterest(i) ? 1 : lending.fastGrowth(i);
      product *= growth;
      sum = i == firstRepaying ? 1 : 1 + sum * growth;
    }
    double size = product * lending.principal() / sum;
    double doubt = size * (DOUBT_OF_STEP * amortizing + DOUBT_OF_END);
    long known = Estimate.rounded(size, doubt, rounding);
    return known == Estimate.UNKNOWN ? annuityByDefinition() : known;
  }

  private long annuityByDefinition() {
    BigDecimal product = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int i = firstRepaying; i < lending.count(); i++) {
      BigDecimal growth = defersInterest(i) ? BigDecimal.ONE : lending.growth(i);
      product = product.multiply(growth, PRECISION);
      if (i > firstRepaying) {
        sum = BigDecimal.ONE.add(sum.multiply(growth, PRECISION), PRECISION);
      }
    }
    BigDecimal size =
        product.multiply(BigDecimal.valueOf(lending.principal()), PRECISION).divide(sum, PRECISION);
    return Arithmetic.toMinor(size, rounding);
  }

  private long flatSize() {
    long total = lending.principal();
    for (int i = firstRepaying; i < lending.count(); i++) {
      total = Math.addExact(total, lending.roundedInterestOn(lending.principal(), i));
    }
    return Arithmetic.quotient(total, amortizing, rounding);
  }

  /** Parts installments of one size; interest that finds no room moves on to the next one. */
  private Portions split(long size) {
    int count = lending.count();
    boolean flat = terms.interest().method() == InterestMethod.FLAT;
    long[] principal = new long[count];
    long[] interest = new long[count];
    long balance = lending.principal();
    long carried = 0;
    for (int i = lending.first(); i < count; i++) {
      long borne =
          Math.addExact(
              carried, lending.roundedInterestOn(flat ? lending.principal() : balance, i));
      boolean last = i == count - 1;
      long room = i < firstRepaying ? borne : Math.min(borne, size);
      interest[i] = last ? borne : defersInterest(i) ? 0 : room;
      principal[i] = last ? balance : i < firstRepaying ? 0 : Math.min(size - interest[i], balance);
      carried = borne - interest[i];
      balance -= principal[i];
    }
    return new Portions(principal, interest, size);
  }

  private boolean defersInterest(int installment) {
    return installment < terms.grace().onInterestPayment();
  }

  private Portions levelled(Portions start) {
    Portions best = start;
    for (int pass = 0; pass < LEVELLING_PASSES && amortizing >= 2; pass++) {
      long difference = lastStandsOutBy(best);
      if (isLevelEnough(difference)) {
        return best;
      }
      long share = Arithmetic.quotient(difference, amortizing, RoundingMode.HALF_EVEN);
      long size =
          Arithmetic.toMultiple(Math.addExact(best.installment(), share), multiple, rounding);
      if (size == best.installment()) {
        return best;
      }
      Portions next = split(size);
      if (Math.abs(lastStandsOutBy(next)) >= Math.abs(difference)) {
        return best;
      }
      best = next;
    }
    return best;
  }

  private static long lastStandsOutBy(Portions portions) {
    return Math.subtractExact(portions.last(), portions.installment());
  }

  /** Tells whether the last installment differs by at most half a cent for each installment. */
  private boolean isLevelEnough(long difference) {
    long halfCents = lending.count() / 2 * POWERS_OF_TEN[terms.currency().minorDigits()];
    return Math.abs(difference) <= halfCents / CENTS;
  }
}
