package io.loanwright.engine.explain;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers why a figure of a loan is what it is.
 *
 * <p>Derivations are worked out when they are asked for, one by one. A figure that rests on another
 * one names it in a leaf; ask for that one next.
 */
public final class Explain {

  private final Facts facts;
  private final Amounts amounts;

  private Explain(Facts facts) {
    this.facts = facts;
    this.amounts = facts.amounts();
  }

  /**
   * Prepares answers about a loan as it is on a date.
   *
   * @param terms what was agreed
   * @param events everything that happened, in any order
   * @param asOf the date
   * @throws Refused {@link Rule#BEFORE_DISBURSEMENT} if no money had gone out by then, and as
   *     {@link io.loanwright.engine.replay.Replay#position} does
   */
  public static Explain of(LoanTerms terms, List<LoanEvent> events, LocalDate asOf) {
    return new Explain(Facts.of(terms, events, asOf));
  }

  /** Explains a figure of an installment; empty if there is none with the number. */
  public Optional<Explanation> installment(InstallmentFigure figure, int number) {
    List<InstallmentPosition> rows = facts.position().installments();
    return number < 1 || number > rows.size()
        ? Optional.empty()
        : Optional.of(installment(figure, rows.get(number - 1)));
  }

  /** Explains a figure of a payment's split; empty if no payment that counts has the id. */
  public Optional<Explanation> payment(PaymentFigure figure, UUID event) {
    return facts
        .position()
        .allocationOf(event)
        .map(allocation -> new PaymentSplit(facts, allocation).explain(figure));
  }

  /** Explains a figure of the loan; empty if there is none, such as a rate that nothing solves. */
  public Optional<Explanation> loan(LoanFigure figure) {
    return switch (figure) {
      case INSTALLMENT -> Optional.of(new EqualInstallment(facts).explain());
      case PAYOFF -> Optional.of(new OwedOnDay(facts).payoff());
      case ARREARS -> Optional.of(new OwedOnDay(facts).arrears());
      case APR -> new YearlyRate(facts).nominal();
      case EFFECTIVE_RATE -> new YearlyRate(facts).effective();
    };
  }

  private Explanation installment(InstallmentFigure figure, InstallmentPosition row) {
    List<Explanation> parts =
        switch (figure) {
          case PRINCIPAL -> new PrincipalOfInstallment(facts).parts(row);
          case INTEREST -> new InterestOfInstallment(facts).parts(row);
          case FEES -> new ChargesOfInstallment(facts, ChargeKind.FEE).parts(row);
          case PENALTIES -> new ChargesOfInstallment(facts, ChargeKind.PENALTY).parts(row);
          case DUE -> due(row.installment());
          case PAID -> paid(row.installment().number());
          case OUTSTANDING -> outstanding(row);
          case BALANCE -> balance(row.installment());
        };
    return Explanation.of(
        PrincipalOfInstallment.reference(figure, row.installment()),
        amounts.of(minor(figure, row)),
        parts);
  }

  private static long minor(InstallmentFigure figure, InstallmentPosition row) {
    Installment installment = row.installment();
    return switch (figure) {
      case PRINCIPAL -> installment.principal().minor();
      case INTEREST -> installment.interest().minor();
      case FEES -> installment.fees().minor();
      case PENALTIES -> installment.penalties().minor();
      case DUE -> installment.due().minor();
      case PAID -> row.paid().total().minor();
      case OUTSTANDING -> row.outstanding().total().minor();
      case BALANCE -> installment.balanceAfter().minor();
    };
  }

  private List<Explanation> due(Installment row) {
    List<Explanation> parts = new ArrayList<>();
    for (Part part : Part.values()) {
      long asked = PaymentSplit.of(row.asked(), part);
      if (asked != 0) {
        parts.add(amounts.leaf(PrincipalOfInstallment.reference(figureOf(part), row), asked));
      }
    }
    return parts.reversed();
  }

  private static InstallmentFigure figureOf(Part part) {
    return switch (part) {
      case PRINCIPAL -> InstallmentFigure.PRINCIPAL;
      case INTEREST -> InstallmentFigure.INTEREST;
      case FEE -> InstallmentFigure.FEES;
      case PENALTY -> InstallmentFigure.PENALTIES;
    };
  }

  private List<Explanation> paid(int number) {
    List<Explanation> parts = new ArrayList<>();
    for (Allocation allocation : facts.position().allocations()) {
      for (Allocation.Share share : allocation.shares()) {
        if (share.installment() == number) {
          parts.add(
              amounts.leaf(
                  new Why.PaidOn(allocation.on(), allocation.event()),
                  share.split().total().minor()));
        }
      }
    }
    return parts;
  }

  private List<Explanation> outstanding(InstallmentPosition row) {
    Installment installment = row.installment();
    List<Explanation> parts = new ArrayList<>();
    parts.add(
        amounts.leaf(
            PrincipalOfInstallment.reference(InstallmentFigure.DUE, installment),
            installment.due().minor()));
    addLess(parts, InstallmentFigure.PAID, row);
    Split waived = row.waived();
    if (!waived.isZero()) {
      parts.add(amounts.leaf(new Why.Waived(), -waived.total().minor()));
    }
    return parts;
  }

  private void addLess(List<Explanation> parts, InstallmentFigure figure, InstallmentPosition row) {
    long minor = minor(figure, row);
    if (minor != 0) {
      parts.add(amounts.leaf(PrincipalOfInstallment.reference(figure, row.installment()), -minor));
    }
  }

  /** Lent until the due date, less the principal of this installment and the ones before. */
  private List<Explanation> balance(Installment row) {
    List<Explanation> parts = new ArrayList<>();
    for (LoanEvent.Disbursed out : facts.disbursements()) {
      if (isOutBy(row, out.on())) {
        parts.add(amounts.leaf(new Why.Lent(out.on()), out.amount().minor()));
      }
    }
    if (parts.isEmpty()) {
      parts.add(amounts.leaf(new Why.NothingLent(), 0));
    }
    long before = 0;
    for (InstallmentPosition other : facts.position().installments()) {
      if (other.installment().number() < row.number()) {
        before += other.installment().principal().minor();
      }
    }
    if (before != 0) {
      parts.add(amounts.leaf(new Why.RepaidBefore(row.number() - 1), -before));
    }
    if (!row.principal().isZero()) {
      parts.add(
          Explanation.leaf(
              PrincipalOfInstallment.reference(InstallmentFigure.PRINCIPAL, row),
              BigDecimal.ZERO.subtract(amounts.of(row.principal().minor()))));
    }
    return parts;
  }

  /** Tells whether money of a day was out when an installment, or one before it, fell due. */
  private boolean isOutBy(Installment row, LocalDate day) {
    return facts.position().installments().stream()
        .map(InstallmentPosition::installment)
        .filter(other -> other.number() <= row.number())
        .anyMatch(other ->
            day.isBefore(other.dueOn())
                || (other.kind() == InstallmentKind.DOWN_PAYMENT && day.equals(other.dueOn())));
  }
}
