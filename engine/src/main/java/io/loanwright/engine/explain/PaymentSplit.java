package io.loanwright.engine.explain;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.engine.replay.Allocation.Share;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Dueness;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.MoneyKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a payment was split as it was: what it was used for, in the order of the terms. */
final class PaymentSplit {

  private final Facts facts;
  private final Amounts amounts;
  private final Allocation allocation;
  private final AllocationRule rule;
  private final @Nullable Integer target;
  private final List<InstallmentPosition> before;

  PaymentSplit(Facts facts, Allocation allocation) {
    this.facts = facts;
    this.amounts = facts.amounts();
    this.allocation = allocation;
    MoneyKind kind = MoneyKind.REPAYMENT;
    Integer meantFor = null;
    for (LoanEvent event : facts.events()) {
      if (event.id().equals(allocation.event())) {
        kind = event instanceof LoanEvent.Credited credit ? credit.kind() : kind;
        meantFor = event instanceof LoanEvent.Repaid paid ? paid.targetInstallment() : null;
      }
    }
    this.rule = facts.terms().allocation().ruleFor(kind);
    this.target = meantFor;
    this.before = facts.before(allocation).installments();
  }

  Explanation explain(PaymentFigure figure) {
    List<Explanation> parts =
        inOrder().stream().filter(part -> belongsTo(part.why(), figure)).toList();
    Why why = new Why.OfPayment(figure, allocation.event(), allocation.on());
    return Explanation.of(why, amounts.of(amount(figure)), parts);
  }

  private long amount(PaymentFigure figure) {
    Split split = allocation.split();
    return switch (figure) {
      case AMOUNT -> allocation.amount().minor();
      case PRINCIPAL -> split.principal().minor();
      case INTEREST -> split.interest().minor();
      case FEES -> split.fees().minor();
      case PENALTIES -> split.penalties().minor();
      case EXCESS -> allocation.excess().minor();
    };
  }

  private static boolean belongsTo(Why why, PaymentFigure figure) {
    if (figure == PaymentFigure.AMOUNT) {
      return true;
    }
    return switch (why) {
      case Why.UsedFor used -> figure == figureOf(used.part());
      case Why.UsedForEarlierSchedule used -> figure == figureOf(used.part());
      default -> figure == PaymentFigure.EXCESS;
    };
  }

  private static PaymentFigure figureOf(Part part) {
    return switch (part) {
      case PRINCIPAL -> PaymentFigure.PRINCIPAL;
      case INTEREST -> PaymentFigure.INTEREST;
      case FEE -> PaymentFigure.FEES;
      case PENALTY -> PaymentFigure.PENALTIES;
    };
  }

  static long of(Split split, Part part) {
    return switch (part) {
      case PRINCIPAL -> split.principal().minor();
      case INTEREST -> split.interest().minor();
      case FEE -> split.fees().minor();
      case PENALTY -> split.penalties().minor();
    };
  }

  /** A part of an installment that the payment went to. */
  private record Use(Share share, Installment row, Part part) {

    long minor() {
      return of(share.split(), part);
    }
  }

  private List<Explanation> inOrder() {
    List<Explanation> parts = new ArrayList<>();
    long left = allocation.amount().minor();
    for (Use use : uses()) {
      if (use.minor() != 0) {
        parts.add(amounts.leaf(usedFor(use, left), use.minor()));
        left -= use.minor();
      }
    }
    for (Part part : Part.values()) {
      long elsewhere = of(allocation.split(), part) - shared(part);
      if (elsewhere != 0) {
        parts.add(amounts.leaf(new Why.UsedForEarlierSchedule(part), elsewhere));
      }
    }
    if (!allocation.excess().isZero()) {
      parts.add(amounts.leaf(new Why.Excess(), allocation.excess().minor()));
    }
    return parts;
  }

  private long shared(Part part) {
    return allocation.shares().stream().mapToLong(share -> of(share.split(), part)).sum();
  }

  private Why usedFor(Use use, long left) {
    BigDecimal owed =
        before.stream()
            .filter(row -> row.installment().dueOn().equals(use.row().dueOn()))
            .filter(row -> row.installment().kind() == use.row().kind())
            .findFirst()
            .map(row -> amounts.of(of(row.outstanding(), use.part())))
            .orElse(null);
    return new Why.UsedFor(
        use.part(), use.row().number(), use.row().dueOn(), owed, amounts.of(left));
  }

  /** Returns every part of every installment in the order in which it was served. */
  private List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    if (target != null) {
      addUses(uses, shares().stream().filter(use -> use.row().number() == target).toList());
    }
    List<Use> rest =
        shares().stream().filter(use -> target == null || use.row().number() != target).toList();
    if (facts.terms().allocation().direction() == AllocationDirection.HORIZONTAL) {
      addUses(uses, rest);
    } else {
      for (AllocationStep step : rule.order()) {
        rest.stream()
            .filter(use -> duenessOf(use.row()) == step.dueness() && use.part() == step.part())
            .forEach(uses::add);
      }
    }
    return uses;
  }

  /** Adds installments in their order, each with its parts in the order of the rule. */
  private void addUses(List<Use> uses, List<Use> from) {
    for (Dueness dueness : rule.order().stream().map(AllocationStep::dueness).distinct().toList()) {
      List<Integer> numbers =
          from.stream()
              .filter(use -> duenessOf(use.row()) == dueness)
              .map(use -> use.row().number())
              .distinct()
              .toList();
      for (int number : numbers) {
        for (AllocationStep step : rule.order()) {
          from.stream()
              .filter(use -> use.row().number() == number)
              .filter(use -> dueness == step.dueness() && use.part() == step.part())
              .forEach(uses::add);
        }
      }
    }
  }

  /** Returns what the payment was used for, installments in the order in which they are served. */
  private List<Use> shares() {
    List<Share> ordered = new ArrayList<>();
    List<Share> advance = new ArrayList<>();
    for (Share share : allocation.shares()) {
      (duenessOf(row(share)) == Dueness.IN_ADVANCE ? advance : ordered).add(share);
    }
    ordered.addAll(rule.advance() == AdvanceRule.LAST_INSTALLMENT ? advance.reversed() : advance);
    List<Use> uses = new ArrayList<>();
    for (Share share : ordered) {
      for (Part part : Part.values()) {
        uses.add(new Use(share, row(share), part));
      }
    }
    return uses;
  }

  private Installment row(Share share) {
    return facts.position().installments().get(share.installment() - 1).installment();
  }

  private Dueness duenessOf(Installment row) {
    LocalDate on = allocation.on();
    if (row.dueOn().isBefore(on)) {
      return Dueness.PAST_DUE;
    }
    return row.dueOn().equals(on) ? Dueness.DUE : Dueness.IN_ADVANCE;
  }
}
