package io.loanwright.engine.replay;

import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Dueness;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * Hands the money of a payment out to installments in the order of the terms.
 *
 * <p>Across installments, steps of the same dueness are served together, one installment after the
 * other; within parts, each step serves all its installments before the next step. Money in advance
 * goes to installments in the order of the {@link AdvanceRule}.
 *
 * <p>Source: conformance rules, "Payment allocation".
 */
final class Allocator {

  /** Rounds for one installment; more cannot be needed, so that a mistake ends. */
  private static final int MOST_ROUNDS_EACH = 100;

  private final List<InstallmentAccount> accounts;
  private final AllocationDirection direction;
  private final AllocationRule rule;
  private final Counter counter;
  private final Targets targets;

  /**
   * Prepares to hand out money.
   *
   * @param on the day of payment
   */
  Allocator(Book book, AllocationRule rule, Counter counter, LocalDate on) {
    this.accounts = book.accounts;
    this.direction = book.terms.allocation().direction();
    this.rule = rule;
    this.counter = counter;
    this.targets = new Targets(accounts, rule.advance(), counter, on);
  }

  /** Hands out as much of the money as is owed. */
  void handOut(Posting money) {
    switch (direction) {
      case HORIZONTAL -> installmentsFirst(money);
      case VERTICAL -> partsFirst(money);
    }
  }

  /** Pays one installment first, part by part in the order that its dueness has. */
  void payInstallment(Posting money, InstallmentAccount account) {
    Dueness dueness = account.duenessOn(money.on);
    for (AllocationStep step : rule.order()) {
      if (step.dueness() == dueness) {
        counter.pay(money, account, step, money.left());
      }
    }
  }

  private void installmentsFirst(Posting money) {
    List<AllocationStep> order = rule.order();
    for (int i = 0; i < order.size() && !money.isEmpty(); i++) {
      Dueness dueness = order.get(i).dueness();
      if (isFirstOf(dueness, i)) {
        counter.startOver();
        finishInstallments(money, dueness);
      }
    }
  }

  private boolean isFirstOf(Dueness dueness, int index) {
    for (int i = 0; i < index; i++) {
      if (rule.order().get(i).dueness() == dueness) {
        return false;
      }
    }
    return true;
  }

  private void finishInstallments(Posting money, Dueness dueness) {
    boolean goesOn = true;
    for (int round = 0; goesOn && round < accounts.size() * MOST_ROUNDS_EACH; round++) {
      goesOn = !money.isEmpty() && anyOpen() && serve(money, dueness);
    }
  }

  private boolean anyOpen() {
    for (int i = accounts.size() - 1; i >= 0; i--) {
      if (!accounts.get(i).isSettled()) {
        return true;
      }
    }
    return false;
  }

  private boolean serve(Posting money, Dueness dueness) {
    List<InstallmentAccount> open = targets.of(dueness, null);
    for (AllocationStep step : rule.order()) {
      if (step.dueness() == dueness) {
        pay(money, open, step);
      }
    }
    return !open.isEmpty();
  }

  private void partsFirst(Posting money) {
    for (AllocationStep step : rule.order()) {
      boolean goesOn = true;
      for (int round = 0; goesOn && round < accounts.size() * MOST_ROUNDS_EACH; round++) {
        List<InstallmentAccount> open = targets.of(step.dueness(), step.part());
        goesOn = pay(money, open, step) > 0 && !money.isEmpty();
      }
    }
  }

  /** Gives every target the same share; the last one takes what division leaves. */
  private long pay(Posting money, List<InstallmentAccount> targets, AllocationStep step) {
    if (targets.isEmpty() || money.isEmpty()) {
      return 0;
    }
    long before = money.left();
    int others = targets.size() - 1;
    long share = others == 0 ? before : evenShare(before, targets.size());
    for (int i = 0; i < others; i++) {
      counter.pay(money, targets.get(i), step, share);
    }
    counter.pay(money, targets.get(others), step, before - share * others);
    return before - money.left();
  }

  private static long evenShare(long minor, int parts) {
    long share = Arithmetic.quotient(minor, parts, RoundingMode.HALF_EVEN);
    return minor - share * (parts - 1) < 0 ? minor / parts : share;
  }
}
