package io.loanwright.identity;

import io.loanwright.access.AmountLimit;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.engine.money.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Over how much a role decides. A role without a limit for a permission decides about any amount;
 * one with limits does in their currencies only, and up to them.
 */
public final class RoleLimits {

  /** What can be limited by amount. */
  public static final Set<Permission> LIMITED =
      Set.copyOf(
          EnumSet.of(
              Permission.LOAN_APPROVE,
              Permission.LOAN_WRITE_OFF,
              Permission.CHARGE_WAIVE,
              Permission.INTEREST_WAIVE));

  private RoleLimits() {}

  /** Returns the limits of the caller's role that an amount is above; nothing if it is not. */
  public static Optional<List<Money>> above(Caller caller, Permission permission, Money amount) {
    List<Money> most =
        caller.limits().stream()
            .filter(limit -> limit.permission() == permission)
            .map(AmountLimit::most)
            .toList();
    boolean isWithin =
        most.isEmpty()
            || most.stream()
                .anyMatch(limit ->
                    limit.currency().equals(amount.currency()) && amount.compareTo(limit) <= 0);
    return isWithin ? Optional.empty() : Optional.of(most);
  }
}
