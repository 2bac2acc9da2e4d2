package io.loanwright.engine.explain;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.LatePenalty;
import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.LatePenaltyTerms;
import io.loanwright.engine.terms.PenaltyBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an installment asks for its fees or penalties, charge by charge. */
final class ChargesOfInstallment {

  private final Facts facts;
  private final Amounts amounts;
  private final ChargeKind kind;

  ChargesOfInstallment(Facts facts, ChargeKind kind) {
    this.facts = facts;
    this.amounts = facts.amounts();
    this.kind = kind;
  }

  List<Explanation> parts(InstallmentPosition row) {
    Installment installment = row.installment();
    long asked =
        kind == ChargeKind.FEE ? installment.fees().minor() : installment.penalties().minor();
    List<Explanation> parts = agreed(installment, facts.planned().installments());
    parts.addAll(added(installment));
    BigDecimal sum = sum(parts);
    if (sum.compareTo(amounts.of(asked)) != 0 && !facts.standsAsPlanned()) {
      List<Explanation> anew = agreed(installment, List.of(installment));
      anew.addAll(added(installment));
      return sum(anew).compareTo(amounts.of(asked)) == 0 ? anew : parts;
    }
    LocalDate paidOff = fallsAway(row, sum, asked);
    if (paidOff != null) {
      parts.add(Explanation.leaf(new Why.FallenAway(paidOff), amounts.of(asked).subtract(sum)));
    }
    return parts;
  }

  /** Returns the payoff that let charges of an installment to come fall away; null for none. */
  private @Nullable LocalDate fallsAway(InstallmentPosition row, BigDecimal sum, long asked) {
    if (sum.compareTo(amounts.of(asked)) <= 0) {
      return null;
    }
    LocalDate paidOff = new PaidOff(facts).on();
    return paidOff != null && !row.installment().fromOn().isBefore(paidOff) ? paidOff : null;
  }

  private static BigDecimal sum(List<Explanation> parts) {
    return Explanation.sum(new Why.Agreed(), parts).amount();
  }

  /** Returns charges of the terms, with percentages taken of the rows given. */
  private List<Explanation> agreed(Installment row, List<Installment> rows) {
    List<Explanation> parts = new ArrayList<>();
    List<ChargeTerms> afterTheEnd = new ArrayList<>();
    for (ChargeTerms charge : facts.terms().charges()) {
      if (charge.timing() == ChargeTiming.EACH_INSTALLMENT) {
        if (row.kind() == InstallmentKind.REGULAR && charge.kind() == kind) {
          rows.stream()
              .filter(other -> other.number() == row.number())
              .forEach(other ->
                  parts.addAll(
                      charged(charge, other.principal().minor(), other.interest().minor())));
        }
      } else if (charge.on() != null) {
        addDated(charge, charge.on(), row, parts, afterTheEnd);
      }
    }
    addAfterTheEnd(afterTheEnd, row, parts);
    return parts;
  }

  private void addDated(
      ChargeTerms charge,
      LocalDate on,
      Installment row,
      List<Explanation> parts,
      List<ChargeTerms> afterTheEnd) {
    int number =
        facts.plannedRows().stream()
            .filter(other -> !on.isAfter(other.dueOn()))
            .mapToInt(Installment::number)
            .findFirst()
            .orElse(0);
    if (number == 0) {
      afterTheEnd.add(charge);
    } else if (number == row.number() && charge.kind() == kind) {
      parts.addAll(wholeLoan(charge));
    }
  }

  /** Charges after the last installment have rows of their own, in their order. */
  private void addAfterTheEnd(List<ChargeTerms> charges, Installment row, List<Explanation> parts) {
    int ordinary =
        (int)
            facts.planned().installments().stream()
                .filter(other -> other.kind() != InstallmentKind.ADDITIONAL)
                .count();
    int index = row.number() - ordinary - 1;
    if (index >= 0 && index < charges.size() && charges.get(index).kind() == kind) {
      parts.addAll(wholeLoan(charges.get(index)));
    }
  }

  private List<Explanation> wholeLoan(ChargeTerms charge) {
    long interest =
        facts.planned().installments().stream().mapToLong(row -> row.interest().minor()).sum();
    return charged(charge, facts.first().amount().minor(), interest);
  }

  private List<Explanation> charged(ChargeTerms charge, long principal, long interest) {
    if (charge.basis() == ChargeBasis.FIXED) {
      return amounts.rounded(
          new Why.FixedCharge(charge.name(), charge.kind()),
          charge.value().movePointRight(facts.terms().currency().minorDigits()),
          RoundingMode.HALF_EVEN);
    }
    long base =
        switch (charge.basis()) {
          case FIXED -> 0;
          case PERCENT_OF_PRINCIPAL -> principal;
          case PERCENT_OF_INTEREST -> interest;
          case PERCENT_OF_PRINCIPAL_AND_INTEREST -> Math.addExact(principal, interest);
        };
    BigDecimal exact =
        Arithmetic.fraction(charge.value()).multiply(BigDecimal.valueOf(base), PRECISION);
    Why why =
        new Why.PercentCharge(
            charge.name(), charge.kind(), charge.value(), charge.basis(), amounts.of(base));
    return amounts.rounded(why, exact, RoundingMode.HALF_EVEN);
  }

  /** Returns charges that were laid on the loan later and went to this row. */
  private List<Explanation> added(Installment row) {
    List<Explanation> parts = new ArrayList<>();
    for (LoanEvent event : facts.events()) {
      if (event instanceof LoanEvent.ChargeAdded charge
          && charge.kind() == kind
          && numberOf(charge.dueOn()) == row.number()) {
        parts.add(
            amounts.leaf(
                new Why.AddedCharge(kind, charge.on(), charge.dueOn()), charge.amount().minor()));
      }
    }
    LatePenaltyTerms lateness = facts.terms().latePenalty();
    if (kind == ChargeKind.PENALTY && lateness != null) {
      parts.addAll(late(row, lateness));
    }
    return parts;
  }

  /**
   * Returns penalties for lateness: the percentage or amount, its rounding, and what a cap took.
   */
  private List<Explanation> late(Installment row, LatePenaltyTerms agreed) {
    List<Explanation> parts = new ArrayList<>();
    for (LatePenalty penalty : facts.position().latePenalties()) {
      Integer number = penalty.installment();
      if (number != null && number == row.number()) {
        long overdue = penalty.overdue().minor();
        BigDecimal exact =
            agreed.basis() == PenaltyBasis.FIXED
                ? agreed.value().movePointRight(facts.terms().currency().minorDigits())
                : Arithmetic.fraction(agreed.value())
                    .multiply(BigDecimal.valueOf(overdue), PRECISION);
        Why why =
            new Why.PenaltyForLateness(
                penalty.on(),
                penalty.dueOn(),
                agreed.toleranceDays(),
                agreed.basis(),
                agreed.value(),
                amounts.of(overdue));
        parts.addAll(amounts.rounded(why, exact, RoundingMode.HALF_EVEN));
        long beyond = Arithmetic.toMinor(exact, RoundingMode.HALF_EVEN) - penalty.amount().minor();
        if (beyond != 0) {
          Why cap = new Why.PenaltyCap(agreed.capPerInstallment(), agreed.capPercentOfPrincipal());
          parts.add(amounts.leaf(cap, -beyond));
        }
      }
    }
    return parts;
  }

  /** Returns the row whose period holds a day: the first one before all, an extra one after. */
  private int numberOf(LocalDate day) {
    int extra = 0;
    for (InstallmentPosition position : facts.position().installments()) {
      Installment row = position.installment();
      if (row.kind() == InstallmentKind.REGULAR && !day.isAfter(row.dueOn())) {
        return row.number();
      }
      if (row.kind() == InstallmentKind.ADDITIONAL && (extra == 0 || holds(row, day))) {
        extra = row.number();
      }
    }
    return extra;
  }

  private static boolean holds(Installment row, LocalDate day) {
    return day.isAfter(row.fromOn()) && !day.isAfter(row.dueOn());
  }
}
