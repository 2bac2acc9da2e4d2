package io.loanwright.identity;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.engine.money.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Over how much a role decides. A role without a limit for a permission decides about any amount;
 * one with limits does in their currencies only, and up to them.
 */
@Component
public class RoleLimits {

  /** What can be limited by amount. */
  public static final Set<Permission> LIMITED =
      Set.copyOf(
          EnumSet.of(
              Permission.LOAN_APPROVE,
              Permission.LOAN_WRITE_OFF,
              Permission.CHARGE_WAIVE,
              Permission.INTEREST_WAIVE));

  private final RoleRows rows;

  RoleLimits(RoleRows rows) {
    this.rows = rows;
  }

  /** Returns the limits of the caller's role that an amount is above; nothing if it is not. */
  public Optional<List<Money>> above(Caller caller, Permission permission, Money amount) {
    List<Money> most =
        rows.limits(caller.role()).stream()
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
