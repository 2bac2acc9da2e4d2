package io.loanwright.engine.replay;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Dueness;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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

  Allocator(Book book, AllocationRule rule, Counter counter) {
    this.accounts = book.accounts;
    this.direction = book.terms.allocation().direction();
    this.rule = rule;
    this.counter = counter;
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
    Dueness dueness = duenessOf(account, money.on);
    for (AllocationStep step : rule.order()) {
      if (step.dueness() == dueness) {
        counter.pay(money, account, step, money.left());
      }
    }
  }

  private void installmentsFirst(Posting money) {
    for (List<AllocationStep> group : groups()) {
      if (counter instanceof FollowingCounter following) {
        following.startOver();
      }
      Dueness dueness = group.getFirst().dueness();
      boolean goesOn = true;
      for (int round = 0; goesOn && round < accounts.size() * MOST_ROUNDS_EACH; round++) {
        goesOn = !money.isEmpty() && anyOpen() && serve(money, group, dueness);
      }
    }
  }

  private boolean anyOpen() {
    return accounts.stream().anyMatch(account -> !account.isSettled());
  }

  private boolean serve(Posting money, List<AllocationStep> group, Dueness dueness) {
    List<InstallmentAccount> targets = targets(dueness, money.on, a -> !a.isSettled());
    for (AllocationStep step : group) {
      pay(money, targets, step);
    }
    return !targets.isEmpty();
  }

  private void partsFirst(Posting money) {
    for (AllocationStep step : rule.order()) {
      boolean goesOn = true;
      for (int round = 0; goesOn && round < accounts.size() * MOST_ROUNDS_EACH; round++) {
        List<InstallmentAccount> targets =
            targets(step.dueness(), money.on, a -> a.owed(step.part()) > 0);
        goesOn = pay(money, targets, step) > 0 && !money.isEmpty();
      }
    }
  }

  /** Gives every target the same share; the last one takes what division leaves. */
  private long pay(Posting money, List<InstallmentAccount> targets, AllocationStep step) {
    if (targets.isEmpty() || money.isEmpty()) {
      return 0;
    }
    long before = money.left();
    long share = evenShare(before, targets.size());
    for (InstallmentAccount account : targets) {
      long last = before - share * (targets.size() - 1);
      counter.pay(money, account, step, account == targets.getLast() ? last : share);
    }
    return before - money.left();
  }

  private static long evenShare(long minor, int parts) {
    long share =
        Arithmetic.toMinor(
            BigDecimal.valueOf(minor).divide(BigDecimal.valueOf(parts), PRECISION),
            RoundingMode.HALF_EVEN);
    return minor - share * (parts - 1) < 0 ? minor / parts : share;
  }

  private List<List<AllocationStep>> groups() {
    List<List<AllocationStep>> groups = new ArrayList<>();
    for (Dueness dueness : rule.order().stream().map(AllocationStep::dueness).distinct().toList()) {
      groups.add(rule.order().stream().filter(step -> step.dueness() == dueness).toList());
    }
    return groups;
  }

  private List<InstallmentAccount> targets(
      Dueness dueness, LocalDate on, Predicate<InstallmentAccount> open) {
    List<InstallmentAccount> ofDueness =
        accounts.stream().filter(account -> duenessOf(account, on) == dueness).toList();
    List<InstallmentAccount> unpaid = ofDueness.stream().filter(open).toList();
    if (dueness != Dueness.IN_ADVANCE) {
      return unpaid.stream().limit(1).toList();
    }
    return switch (rule.advance()) {
      case REAMORTIZE -> unpaid;
      case NEXT_INSTALLMENT -> unpaid.stream().limit(1).toList();
      case LAST_INSTALLMENT -> last(ofDueness, open);
      case NEXT_LAST_INSTALLMENT -> {
        List<InstallmentAccount> begun =
            unpaid.stream().filter(account -> !on.isBefore(account.fromOn)).toList();
        yield begun.isEmpty() ? last(ofDueness, open) : begun;
      }
    };
  }

  private List<InstallmentAccount> last(
      List<InstallmentAccount> accounts, Predicate<InstallmentAccount> open) {
    return accounts.reversed().stream().filter(open.or(counter::mayAskForMore)).limit(1).toList();
  }

  private static Dueness duenessOf(InstallmentAccount account, LocalDate on) {
    if (account.dueOn.isBefore(on)) {
      return Dueness.PAST_DUE;
    }
    return account.dueOn.equals(on) ? Dueness.DUE : Dueness.IN_ADVANCE;
  }
}
