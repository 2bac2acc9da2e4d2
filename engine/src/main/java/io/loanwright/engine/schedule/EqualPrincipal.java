package io.loanwright.engine.schedule;

import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Installments that repay a set principal with the interest of their period on top.
 *
 * <p>With equal principal each installment repays principal / n, rounded, or what was agreed;
 * interest-only is the case where that is nothing until the last one. The last installment takes
 * the rest. Interest that the first installments may defer is paid with the first one that may not.
 */
public final class EqualPrincipal {

  private EqualPrincipal() {}

  static Portions of(Lending lending) {
    LoanTerms terms = lending.terms();
    int firstRepaying = Math.max(lending.first(), terms.grace().onPrincipal());
    long share = each(terms, lending.principal(), lending.count() - firstRepaying);
    boolean flat = terms.interest().method() == InterestMethod.FLAT;
    long[] principal = new long[lending.count()];
    long[] interest = new long[lending.count()];
    long balance = lending.principal();
    long deferred = 0;
    for (int i = lending.first(); i < lending.count(); i++) {
      boolean last = i == lending.count() - 1;
      long base = flat ? lending.principal() : balance;
      long borne = Math.addExact(deferred, lending.roundedInterestOn(base, i));
      interest[i] = !last && i < terms.grace().onInterestPayment() ? 0 : borne;
      principal[i] = last ? balance : i < firstRepaying ? 0 : Math.min(share, balance);
      deferred = borne - interest[i];
      balance -= principal[i];
    }
    int first = lending.first();
    return new Portions(principal, interest, Math.addExact(principal[first], interest[first]));
  }

  /**
   * Returns what each installment but the last one repays, in minor units.
   *
   * @param terms what was agreed
   * @param principal what they repay together
   * @param installments how many repay it, at least 1
   */
  public static long each(LoanTerms terms, long principal, int installments) {
    if (terms.repayment().amortization() == Amortization.INTEREST_ONLY) {
      return 0;
    }
    BigDecimal agreed = terms.repayment().installment().fixedAmount();
    if (agreed != null) {
      return Arithmetic.toMinor(
          agreed.movePointRight(terms.currency().minorDigits()), RoundingMode.HALF_EVEN);
    }
    RoundingMode rounding = terms.repayment().installment().rounding().mode();
    return Arithmetic.toMultiple(
        Arithmetic.quotient(principal, installments, rounding),
        ScheduleMaker.multipleInMinor(terms),
        rounding);
  }
}
