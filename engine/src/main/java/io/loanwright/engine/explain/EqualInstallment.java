package io.loanwright.engine.explain;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.schedule.RateFactors;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why installments have the size that they have. */
final class EqualInstallment {

  private static final int LEVELLING_PASSES = 3;
  private static final long CENTS = 100;

  private final Facts facts;
  private final Amounts amounts;
  private final LoanTerms terms;
  private final PlannedInterest planned;
  private final int firstRepaying;
  private final int repaying;
  private final RoundingMode rounding;
  private final @Nullable BigDecimal multiple;

  EqualInstallment(Facts facts) {
    this.facts = facts;
    this.amounts = facts.amounts();
    this.terms = facts.terms();
    this.planned = new PlannedInterest(facts);
    this.firstRepaying = Math.max(planned.first(), terms.grace().onPrincipal());
    this.repaying = planned.periods() - firstRepaying;
    this.rounding = terms.repayment().installment().rounding().mode();
    this.multiple = terms.repayment().installment().multipleOf();
  }

  Explanation explain() {
    return Explanation.of(
        new Why.OfLoan(LoanFigure.INSTALLMENT, facts.first().on()),
        amounts.of(facts.planned().installmentAmount().minor()),
        parts());
  }

  private List<Explanation> parts() {
    if (terms.repayment().amortization() != Amortization.EQUAL_INSTALLMENTS) {
      return ofFirstRow();
    }
    BigDecimal agreed = terms.repayment().installment().fixedAmount();
    if (agreed != null) {
      return amounts.rounded(
          new Why.Agreed(),
          agreed.movePointRight(terms.currency().minorDigits()),
          RoundingMode.HALF_EVEN);
    }
    boolean flat = terms.interest().method() == InterestMethod.FLAT;
    List<Explanation> parts = new ArrayList<>();
    BigDecimal exact = flat ? flat(parts) : annuity(parts);
    amounts.addRounding(parts, exact, rounding);
    long size = amounts.addMultiple(parts, Arithmetic.toMinor(exact, rounding), multiple, rounding);
    if (!flat && terms.repayment().installment().rounding().levels()) {
      level(parts, size);
    }
    return parts;
  }

  private List<Explanation> ofFirstRow() {
    int index = terms.repayment().amortization() == Amortization.BULLET ? 0 : planned.first();
    Installment row = facts.plannedRows().get(index);
    return List.of(
        amounts.leaf(
            PrincipalOfInstallment.reference(InstallmentFigure.PRINCIPAL, row),
            row.principal().minor()),
        amounts.leaf(facts.nameOfInterest(row), row.interest().minor()));
  }

  private BigDecimal flat(List<Explanation> parts) {
    long interest = 0;
    for (int i = firstRepaying; i < planned.periods(); i++) {
      interest = Math.addExact(interest, planned.borne(i).minor());
    }
    BigDecimal exact =
        BigDecimal.valueOf(Math.addExact(planned.lent(), interest))
            .divide(BigDecimal.valueOf(repaying), PRECISION);
    Why why = new Why.FlatShare(amounts.of(planned.lent()), amounts.of(interest), repaying);
    parts.add(amounts.leaf(why, exact));
    return exact;
  }

  private BigDecimal annuity(List<Explanation> parts) {
    BigDecimal product = BigDecimal.ONE;
    BigDecimal divisor = BigDecimal.ONE;
    for (int i = firstRepaying; i < planned.periods(); i++) {
      BigDecimal growth = growth(i);
      product = product.multiply(growth, PRECISION);
      if (i > firstRepaying) {
        divisor = BigDecimal.ONE.add(divisor.multiply(growth, PRECISION), PRECISION);
      }
    }
    BigDecimal exact =
        product.multiply(BigDecimal.valueOf(planned.lent()), PRECISION).divide(divisor, PRECISION);
    Why why =
        new Why.Annuity(
            amounts.of(planned.lent()),
            terms.interest().annualRatePercent(),
            repaying,
            product,
            divisor);
    parts.add(amounts.leaf(why, exact));
    return exact;
  }

  private BigDecimal growth(int period) {
    BigDecimal rate = Arithmetic.fraction(terms.interest().annualRatePercent());
    if (!planned.bears(period) || period < terms.grace().onInterestPayment()) {
      return BigDecimal.ONE;
    }
    RateFactors rates =
        new RateFactors(terms.interest(), terms.repayment().calendar(), planned.period(0).from());
    return BigDecimal.ONE.add(
        rates.forInstallment(
            rate, planned.period(period), planned.lentFrom(period), planned.period(period).to()));
  }

  /** Adds what levelling did, pass by pass, while the last installment stood out. */
  private void level(List<Explanation> parts, long start) {
    long size = start;
    for (int pass = 0; pass < LEVELLING_PASSES && repaying >= 2 && size > 0; pass++) {
      long differs = lastDiffersBy(size);
      if (isLevelEnough(differs)) {
        return;
      }
      BigDecimal share =
          BigDecimal.valueOf(differs).divide(BigDecimal.valueOf(repaying), PRECISION);
      List<Explanation> tried =
          amounts.rounded(
              new Why.Levelled(amounts.of(differs), repaying), share, RoundingMode.HALF_EVEN);
      long wanted = Math.addExact(size, Arithmetic.toMinor(share, RoundingMode.HALF_EVEN));
      long next = amounts.addMultiple(tried, wanted, multiple, rounding);
      if (next == size || Math.abs(lastDiffersBy(next)) >= Math.abs(differs)) {
        return;
      }
      parts.addAll(tried);
      size = next;
    }
  }

  private boolean isLevelEnough(long difference) {
    long halfCents =
        BigDecimal.valueOf(planned.periods() / 2)
            .movePointRight(terms.currency().minorDigits())
            .longValueExact();
    return Math.abs(difference) <= halfCents / CENTS;
  }

  /** Returns by how much the last installment differs if the others have a size. */
  private long lastDiffersBy(long size) {
    if (size <= 0) {
      return Long.MAX_VALUE;
    }
    InstallmentTerms agreed =
        new InstallmentTerms(
            terms.repayment().installment().rounding(), multiple, amounts.of(size));
    LoanTerms tried =
        terms.withRepayment(terms.repayment().withInstallment(agreed)).withCharges(List.of());
    Installment last =
        Schedule.of(tried, facts.first().on(), facts.first().amount()).installments().stream()
            .filter(row -> row.kind() == InstallmentKind.REGULAR)
            .toList()
            .getLast();
    return last.due().minor() - size;
  }
}
