package io.loanwright.engine.explain;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.DownPayment;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Why an installment repays its principal. */
final class PrincipalOfInstallment {

  private final Facts facts;
  private final Amounts amounts;
  private final LoanTerms terms;

  PrincipalOfInstallment(Facts facts) {
    this.facts = facts;
    this.amounts = facts.amounts();
    this.terms = facts.terms();
  }

  List<Explanation> parts(InstallmentPosition row) {
    return switch (row.installment().kind()) {
      case DOWN_PAYMENT -> downPayment(row.installment());
      case ADDITIONAL -> List.of();
      case REGULAR -> regular(row);
    };
  }

  private List<Explanation> downPayment(Installment row) {
    List<Explanation> parts = new ArrayList<>();
    for (LoanEvent.Disbursed out : facts.disbursements()) {
      if (out.on().equals(row.dueOn()) && parts.isEmpty()) {
        parts.addAll(downPayment(out.amount().minor()));
      }
    }
    return parts;
  }

  private List<Explanation> downPayment(long lent) {
    BigDecimal percent = terms.repayment().downPaymentPercent();
    BigDecimal exact = Arithmetic.fraction(percent).multiply(BigDecimal.valueOf(lent), PRECISION);
    Why why = new Why.DownPayment(percent, amounts.of(lent));
    List<Explanation> parts = amounts.rounded(why, exact, RoundingMode.HALF_EVEN);
    long share = Arithmetic.toMinor(exact, RoundingMode.HALF_EVEN);
    if (DownPayment.minor(terms, lent) != share) {
      BigDecimal multiple = terms.repayment().installment().multipleOf();
      amounts.addMultiple(parts, share, multiple, RoundingMode.HALF_EVEN);
    }
    return parts;
  }

  private List<Explanation> regular(InstallmentPosition row) {
    List<InstallmentPosition> rows = facts.regularRows();
    int period = rows.indexOf(row);
    if (period == rows.size() - 1) {
      return whatIsLeft(row.installment());
    }
    if (facts.standsAsPlanned()) {
      PlannedInterest planned = new PlannedInterest(facts);
      if (period < planned.first()) {
        return List.of(amounts.leaf(new Why.NothingLent(), 0));
      }
      if (period < terms.grace().onPrincipal()) {
        return List.of(amounts.leaf(new Why.GraceOnPrincipal(terms.grace().onPrincipal()), 0));
      }
    }
    return switch (terms.repayment().amortization()) {
      case EQUAL_INSTALLMENTS -> installmentLessInterest(row, period);
      case EQUAL_PRINCIPAL -> limited(equalShare(), row.installment());
      case INTEREST_ONLY -> List.of(amounts.leaf(new Why.PrincipalAtTheEnd(), 0));
      case BULLET -> whatIsLeft(row.installment());
    };
  }

  private List<Explanation> installmentLessInterest(InstallmentPosition row, int period) {
    Installment installment = row.installment();
    long size = facts.planned().installmentAmount().minor();
    Installment source = facts.standsAsPlanned() ? facts.plannedRows().get(period) : installment;
    long interest = source.interest().minor();
    Why why =
        facts.standsAsPlanned()
            ? facts.plannedInterest(source)
            : reference(InstallmentFigure.INTEREST, installment);
    List<Explanation> parts =
        List.of(
            amounts.leaf(new Why.OfLoan(LoanFigure.INSTALLMENT, facts.first().on()), size),
            amounts.leaf(why, -interest));
    boolean paidInAdvance =
        !facts.standsAsPlanned()
            && row.paid().principal().equals(installment.principal())
            && size - interest != installment.principal().minor();
    return paidInAdvance && leftBefore(installment) != installment.principal().minor()
        ? List.of(amounts.leaf(new Why.PrincipalPaid(), installment.principal().minor()))
        : limited(parts, installment);
  }

  private List<Explanation> equalShare() {
    PlannedInterest planned = new PlannedInterest(facts);
    int repaying = planned.periods() - Math.max(planned.first(), terms.grace().onPrincipal());
    BigDecimal agreed = terms.repayment().installment().fixedAmount();
    if (agreed != null) {
      return amounts.rounded(
          new Why.Agreed(),
          agreed.movePointRight(terms.currency().minorDigits()),
          RoundingMode.HALF_EVEN);
    }
    RoundingMode rounding = terms.repayment().installment().rounding().mode();
    BigDecimal exact =
        BigDecimal.valueOf(planned.lent()).divide(BigDecimal.valueOf(repaying), PRECISION);
    Why why = new Why.EqualShare(amounts.of(planned.lent()), repaying);
    List<Explanation> parts = amounts.rounded(why, exact, rounding);
    amounts.addMultiple(
        parts,
        Arithmetic.toMinor(exact, rounding),
        terms.repayment().installment().multipleOf(),
        rounding);
    return parts;
  }

  /** Returns parts, or what is left where they would repay more than that. */
  private List<Explanation> limited(List<Explanation> parts, Installment row) {
    BigDecimal wanted = Explanation.sum(new Why.Agreed(), parts).amount();
    BigDecimal asked = amounts.of(row.principal().minor());
    boolean isAllThatIsLeft = row.principal().minor() == leftBefore(row);
    return wanted.compareTo(asked) > 0 && isAllThatIsLeft ? whatIsLeft(row) : parts;
  }

  private long leftBefore(Installment row) {
    return facts.position().disbursed().minor() - repaidBefore(row);
  }

  /** Returns what was lent, less what the rows before repay. */
  private List<Explanation> whatIsLeft(Installment row) {
    List<Explanation> parts = new ArrayList<>();
    for (LoanEvent.Disbursed out : facts.disbursements()) {
      parts.add(amounts.leaf(new Why.Lent(out.on()), out.amount().minor()));
    }
    long before = repaidBefore(row);
    if (before != 0) {
      parts.add(amounts.leaf(new Why.RepaidBefore(row.number() - 1), -before));
    }
    return parts;
  }

  private long repaidBefore(Installment row) {
    return facts.position().installments().stream()
        .map(InstallmentPosition::installment)
        .filter(other -> other.number() < row.number())
        .filter(other -> other.kind() != InstallmentKind.ADDITIONAL)
        .mapToLong(other -> other.principal().minor())
        .sum();
  }

  static Why reference(InstallmentFigure figure, Installment row) {
    return new Why.OfInstallment(figure, row.number(), row.dueOn());
  }
}
