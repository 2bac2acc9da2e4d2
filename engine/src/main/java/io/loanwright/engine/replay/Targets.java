package io.loanwright.engine.replay;

import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationStep.Dueness;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the installments that money goes to next.
 *
 * <p>What is past due or due goes to the first open installment. Money in advance goes where the
 * {@link AdvanceRule} says: to the first one, the last one, the one in progress, or to all.
 */
final class Targets {

  private final List<InstallmentAccount> accounts;
  private final AdvanceRule advance;
  private final Counter counter;
  private final LocalDate on;

  Targets(List<InstallmentAccount> accounts, AdvanceRule advance, Counter counter, LocalDate on) {
    this.accounts = accounts;
    this.advance = advance;
    this.counter = counter;
    this.on = on;
  }

  /**
   * Returns the next installments of a dueness.
   *
   * @param part the part that must be owed; null where any will do
   */
  List<InstallmentAccount> of(Dueness dueness, @Nullable Part part) {
    if (dueness != Dueness.IN_ADVANCE) {
      return first(dueness, part);
    }
    return switch (advance) {
      case NEXT_INSTALLMENT -> first(dueness, part);
      case LAST_INSTALLMENT -> last(part);
      case NEXT_LAST_INSTALLMENT -> {
        List<InstallmentAccount> begun =
            openToCome(part).stream().filter(account -> !on.isBefore(account.fromOn)).toList();
        yield begun.isEmpty() ? last(part) : begun;
      }
      case REAMORTIZE -> openToCome(part);
    };
  }

  private List<InstallmentAccount> first(Dueness dueness, @Nullable Part part) {
    for (int i = 0; i < accounts.size(); i++) {
      InstallmentAccount account = accounts.get(i);
      if (isOpen(account, part) && account.duenessOn(on) == dueness) {
        return List.of(account);
      }
    }
    return List.of();
  }

  private List<InstallmentAccount> last(@Nullable Part part) {
    for (int i = accounts.size() - 1; i >= 0; i--) {
      InstallmentAccount account = accounts.get(i);
      if (account.dueOn.isAfter(on) && (isOpen(account, part) || counter.mayAskForMore(account))) {
        return List.of(account);
      }
    }
    return List.of();
  }

  private List<InstallmentAccount> openToCome(@Nullable Part part) {
    List<InstallmentAccount> open = new ArrayList<>();
    for (InstallmentAccount account : accounts) {
      if (account.dueOn.isAfter(on) && isOpen(account, part)) {
        open.add(account);
      }
    }
    return open;
  }

  private static boolean isOpen(InstallmentAccount account, @Nullable Part part) {
    return part == null ? !account.isSettled() : account.owed(part) > 0;
  }
}
