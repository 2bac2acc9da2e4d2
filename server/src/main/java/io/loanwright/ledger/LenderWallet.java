package io.loanwright.ledger;

import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money of the lender that is kept apart under a name.
 *
 * @param kind any but {@link WalletKind#BORROWER}
 * @param accountCode the account of the books that is this wallet and nothing else
 * @param balance what is in it; never negative
 * @param closed whether it takes no money any more; it is empty then
 * @param version counts the changes of its name and state
 */
public record LenderWallet(
    UUID id,
    WalletKind kind,
    String name,
    Holder holder,
    String accountCode,
    Money balance,
    boolean closed,
    long version) {

  /** The longest name. */
  public static final int MAX_NAME = 100;

  /**
   * Who has the money: the organization, a branch, or a person of a branch.
   *
   * @param branchId null for the organization
   * @param userId null unless it is somebody's own
   */
  public record Holder(@Nullable UUID branchId, @Nullable UUID userId) {}

  /** Returns its currency. */
  public Currency currency() {
    return balance.currency();
  }

  /** Returns it as the trail names it. */
  Subject subject() {
    return new Subject("wallet", id, name);
  }

  /** Returns what the trail keeps of it. */
  Map<String, Object> inTheTrail() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("kind", kind);
    shown.put("name", name);
    shown.put("account", accountCode);
    shown.put("currency", currency().code());
    if (holder.branchId() != null) {
      shown.put("branchId", holder.branchId());
    }
    if (holder.userId() != null) {
      shown.put("userId", holder.userId());
    }
    return shown;
  }
}
