package io.loanwright.engine.replay;

import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Dueness;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands the money of a payment out to installments in the order of the terms.
 *
 * <p>Across installments, steps that follow one another with the same dueness are served together,
 * one installment after the other; within parts, each step serves all its installments before the
 * next step. Money in advance goes to installments in the order of the {@link AdvanceRule}.
 *
 * <p>Source: conformance rules, "Payment allocation".
 */
final class Allocator {

  private final List<InstallmentAccount> accounts;
  private final AllocationDirection direction;
  private final AllocationRule rule;

  Allocator(List<InstallmentAccount> accounts, AllocationDirection direction, AllocationRule rule) {
    this.accounts = accounts;
    this.direction = direction;
    this.rule = rule;
  }

  /** Hands out as much of the purse as is owed. */
  void handOut(Purse purse) {
    for (List<AllocationStep> group : groups()) {
      Dueness dueness = group.getFirst().dueness();
      List<Part> parts = group.stream().map(AllocationStep::part).toList();
      if (dueness == Dueness.IN_ADVANCE && rule.advance() == AdvanceRule.REAMORTIZE) {
        spreadEvenly(purse, parts);
      } else {
        inTurn(purse, inOrder(dueness, purse.on()), parts);
      }
    }
  }

  /** Pays one installment first, part by part in the order that its dueness has. */
  void payInstallment(Purse purse, int index) {
    InstallmentAccount account = accounts.get(index);
    Dueness dueness = duenessOf(account, purse.on());
    for (AllocationStep step : rule.order()) {
      if (step.dueness() == dueness) {
        purse.pay(index, account, step.part());
      }
    }
  }

  private List<List<AllocationStep>> groups() {
    List<List<AllocationStep>> groups = new ArrayList<>();
    for (AllocationStep step : rule.order()) {
      boolean joins =
          direction == AllocationDirection.HORIZONTAL
              && !groups.isEmpty()
              && groups.getLast().getFirst().dueness() == step.dueness();
      if (!joins) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(step);
    }
    return groups;
  }

  private void inTurn(Purse purse, List<Integer> indexes, List<Part> parts) {
    for (int index : indexes) {
      for (Part part : parts) {
        purse.pay(index, accounts.get(index), part);
      }
    }
  }

  /** Gives every installment to come the same share; the last one takes what division leaves. */
  private void spreadEvenly(Purse purse, List<Part> parts) {
    List<Integer> open = openInAdvance(purse.on());
    while (!purse.isEmpty() && !open.isEmpty()) {
      long before = purse.left();
      long share = before / open.size();
      for (int i = 0; i < open.size(); i++) {
        int index = open.get(i);
        long most = i == open.size() - 1 ? purse.left() : share;
        for (Part part : parts) {
          most -= purse.payAtMost(index, accounts.get(index), part, most);
        }
      }
      if (purse.left() == before) {
        return;
      }
      open = openInAdvance(purse.on());
    }
  }

  private List<Integer> openInAdvance(LocalDate on) {
    return ofDueness(Dueness.IN_ADVANCE, on).stream()
        .filter(i -> !accounts.get(i).isSettled())
        .toList();
  }

  private List<Integer> inOrder(Dueness dueness, LocalDate on) {
    List<Integer> indexes = ofDueness(dueness, on);
    if (dueness != Dueness.IN_ADVANCE) {
      return indexes;
    }
    return switch (rule.advance()) {
      case NEXT_INSTALLMENT, REAMORTIZE -> indexes;
      case LAST_INSTALLMENT -> indexes.reversed();
      case NEXT_LAST_INSTALLMENT -> nextThenLast(indexes);
    };
  }

  private List<Integer> nextThenLast(List<Integer> indexes) {
    List<Integer> open = indexes.stream().filter(i -> !accounts.get(i).isSettled()).toList();
    if (open.isEmpty()) {
      return open;
    }
    List<Integer> order = new ArrayList<>();
    order.add(open.getFirst());
    order.addAll(open.subList(1, open.size()).reversed());
    return order;
  }

  private List<Integer> ofDueness(Dueness dueness, LocalDate on) {
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      if (duenessOf(accounts.get(i), on) == dueness) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  private static Dueness duenessOf(InstallmentAccount account, LocalDate on) {
    if (account.dueOn.isBefore(on)) {
      return Dueness.PAST_DUE;
    }
    return account.dueOn.equals(on) ? Dueness.DUE : Dueness.IN_ADVANCE;
  }
}
