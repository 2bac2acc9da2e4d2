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
      case ADDITIONAL -> row.installment().principal().isZero() ? List.of() : lentAfterTheEnd();
      case REGULAR -> regular(row);
    };
  }

  /** Money that went out after the last due date is due in an installment of its own. */
  private List<Explanation> lentAfterTheEnd() {
    return lent(facts.disbursements().stream().filter(this::isAfterTheEnd).toList());
  }

  private boolean isAfterTheEnd(LoanEvent.Disbursed out) {
    return !out.equals(facts.first())
        && out.on().isAfter(facts.regularRows().getLast().installment().dueOn());
  }

  private List<Explanation> lent(List<LoanEvent.Disbursed> disbursements) {
    List<Explanation> parts = new ArrayList<>();
    for (LoanEvent.Disbursed out : disbursements) {
      parts.add(amounts.leaf(new Why.Lent(out.on()), out.amount().minor()));
    }
    return parts;
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
      return planned(row, period);
    }
    Facts made = new LastMade(facts).ofPrincipal(period);
    InstallmentPosition then = made.regularRows().get(period);
    PrincipalOfInstallment of = new PrincipalOfInstallment(made);
    return made.standsAsPlanned() ? of.planned(then, period) : of.changed(then, period);
  }

  private List<Explanation> planned(InstallmentPosition row, int period) {
    PlannedInterest planned = new PlannedInterest(facts);
    if (period == planned.periods() - 1) {
      return whatIsLeft(row.installment());
    }
    if (period < planned.first()) {
      return List.of(amounts.leaf(new Why.NothingLent(), 0));
    }
    if (period < terms.grace().onPrincipal()) {
      return noneYet();
    }
    return switch (terms.repayment().amortization()) {
      case EQUAL_INSTALLMENTS ->
          limited(lessInterest(plannedSize(), facts.plannedRows().get(period)), row.installment());
      case EQUAL_PRINCIPAL -> limited(equalShare(), row.installment());
      case INTEREST_ONLY -> List.of(amounts.leaf(new Why.PrincipalAtTheEnd(), 0));
      case BULLET -> whatIsLeft(row.installment());
    };
  }

  private List<Explanation> noneYet() {
    return List.of(amounts.leaf(new Why.GraceOnPrincipal(terms.grace().onPrincipal()), 0));
  }

  private Explanation plannedSize() {
    return amounts.leaf(
        new Why.OfLoan(LoanFigure.INSTALLMENT, facts.first().on()),
        facts.planned().installmentAmount().minor());
  }

  private List<Explanation> lessInterest(Explanation size, Installment row) {
    return List.of(size, amounts.leaf(facts.nameOfInterest(row), -row.interest().minor()));
  }

  /** Returns why an installment repays its principal after the loan was changed. */
  private List<Explanation> changed(InstallmentPosition row, int period) {
    Installment installment = row.installment();
    if (installment.principal().isZero()) {
      if (period < terms.grace().onPrincipal()) {
        return noneYet();
      }
      if (!installment.dueOn().isAfter(facts.first().on())) {
        return List.of(amounts.leaf(new Why.NothingLent(), 0));
      }
    }
    if (period == facts.regularRows().size() - 1) {
      return whatIsLeft(installment);
    }
    return fitting(
        switch (terms.repayment().amortization()) {
          case EQUAL_INSTALLMENTS -> lessInterest(size(installment, period), installment);
          case EQUAL_PRINCIPAL -> share(period);
          case INTEREST_ONLY -> List.of(amounts.leaf(new Why.PrincipalAtTheEnd(), 0));
          case BULLET -> whatIsLeft(installment);
        },
        row,
        period);
  }

  private Explanation size(Installment row, int period) {
    SizeAnew anew = SizeAnew.of(facts, period);
    return anew == null
        ? plannedSize()
        : anew.equalInstallment(row.principal().minor() + row.interest().minor());
  }

  private List<Explanation> share(int period) {
    SizeAnew anew = SizeAnew.of(facts, period);
    return anew == null ? equalShare() : List.of(anew.equalPrincipal(period));
  }

  /**
   * Returns parts, if they give what the installment asks for, or else what it does ask for: what
   * was paid of it in advance, or what the others leave where it is the last one that is open.
   */
  private List<Explanation> fitting(List<Explanation> parts, InstallmentPosition row, int period) {
    Installment installment = row.installment();
    BigDecimal wanted = Explanation.sum(new Why.Agreed(), parts).amount();
    if (wanted.compareTo(amounts.of(installment.principal().minor())) == 0) {
      return parts;
    }
    if (leftBefore(installment) == installment.principal().minor()) {
      return whatIsLeft(installment);
    }
    if (row.paid().principal().equals(installment.principal())) {
      return List.of(amounts.leaf(new Why.PrincipalPaid(), installment.principal().minor()));
    }
    return isLastOpen(period) ? whatOthersLeave(installment) : parts;
  }

  private boolean isLastOpen(int period) {
    List<InstallmentPosition> rows = facts.regularRows();
    return rows.subList(period + 1, rows.size()).stream()
        .allMatch(later -> later.outstanding().principal().isZero());
  }

  /** Returns what was lent, less what all other installments repay. */
  private List<Explanation> whatOthersLeave(Installment row) {
    List<Explanation> parts = whatIsLeft(row);
    int later = 0;
    long repaid = 0;
    for (InstallmentPosition position : facts.regularRows()) {
      Installment other = position.installment();
      if (other.number() > row.number() && other.principal().isPositive()) {
        later++;
        repaid += other.principal().minor();
      }
    }
    if (later > 0) {
      parts.add(amounts.leaf(new Why.RepaidAfter(later), -repaid));
    }
    return parts;
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
    long left = facts.position().disbursed().minor() - repaidBefore(row);
    for (LoanEvent.Disbursed out : facts.disbursements()) {
      left -= isAfterTheEnd(out) ? out.amount().minor() : 0;
    }
    return left;
  }

  /** Returns what was lent, less what the rows before repay. */
  private List<Explanation> whatIsLeft(Installment row) {
    List<Explanation> parts =
        lent(facts.disbursements().stream().filter(out -> !isAfterTheEnd(out)).toList());
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
