package io.loanwright.identity;

import io.loanwright.access.Permission;
import java.util.List;

/** What became of a wish to make, change or delete a role. */
public sealed interface RoleOutcome {

  /** It is as it was wanted. */
  record Kept(Role role) implements RoleOutcome {}

  /** It is deleted. */
  record Deleted() implements RoleOutcome {}

  /** There is no such role. */
  record Unknown() implements RoleOutcome {}

  /** Somebody changed it meanwhile. */
  record Stale() implements RoleOutcome {}

  /** Another role has the code. */
  record CodeTaken(String code) implements RoleOutcome {}

  /** The permissions of this role stay as they are. */
  record Fixed(String code) implements RoleOutcome {}

  /** It came with the program, so it stays. */
  record BuiltIn(String code) implements RoleOutcome {}

  /** People have it, or are invited into it. */
  record InUse(String code) implements RoleOutcome {}

  /** It decides a step of the approval of these products. */
  record Approves(String code, List<String> products) implements RoleOutcome {}

  /**
   * A permission cannot be given so.
   *
   * @param expected what its scope would have to be, as the end of a sentence
   */
  record Ungrantable(Permission permission, String expected) implements RoleOutcome {}
}
