package io.loanwright.product;

import io.loanwright.engine.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A step of a product's approval policy; whoever takes it is never the one who applied.
 *
 * @param role the code of the role that decides it; absent: an administrator or a manager
 * @param limit the most that it may approve; absent: no limit
 */
public record ApprovalRule(@Nullable String role, @Nullable Money limit) {

  /** The policy of a product that states none: one step, no limit. */
  public static final ApprovalRule USUAL = new ApprovalRule(null, null);
}
