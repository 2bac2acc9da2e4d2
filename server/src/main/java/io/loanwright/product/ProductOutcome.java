package io.loanwright.product;

import java.util.List;
import java.util.Set;

/** What came of a change of a product. */
public sealed interface ProductOutcome {

  /** The product is as it is given here. */
  record Kept(ProductVersion product) implements ProductOutcome {}

  /** Another product has the name. */
  record NameTaken(String name) implements ProductOutcome {}

  /** These accounts do not exist, are headings or out of use, or take another currency. */
  record AccountsUnusable(Set<String> codes) implements ProductOutcome {}

  /** The wallets of borrowers are kept on one account for all products, this one. */
  record WalletsElsewhere(String account) implements ProductOutcome {}

  /** What is set aside for losses is on one account for all products, this one. */
  record AllowanceElsewhere(String account) implements ProductOutcome {}

  /** Interest accrues, and what is receivable of it has the account of another role. */
  record ReceivableShared() implements ProductOutcome {}

  /**
   * A step is given to a role that may not approve, so nobody of it could ever decide it.
   *
   * @param step the place of the step, from zero
   * @param able the roles that may
   */
  record RoleCannotApprove(int step, List<String> able) implements ProductOutcome {}

  /** Somebody else changed the product first. */
  record ChangedMeanwhile() implements ProductOutcome {}
}
