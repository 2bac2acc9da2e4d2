package io.loanwright.access;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The records that a permission covers: the one place where a scope becomes a condition.
 *
 * <p>Scoped tables carry {@code branch_id}, {@code officer_id} (may be null) and the borrower's id.
 * A query adds {@link #predicate} to its WHERE and {@link #params} to its parameters; a command
 * that has the row already asks {@link #covers}. Both say the same.
 *
 * @param scope how far; null covers nothing
 * @param branchId the caller's branch; null makes BRANCH cover nothing
 * @param userId the caller
 * @param borrowerId the borrower whom the caller is; null makes SELF cover nothing
 */
public record Reach(
    @Nullable Scope scope, @Nullable UUID branchId, UUID userId, @Nullable UUID borrowerId) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*");

  /** Returns the reach that covers every record, for the program's own work. */
  public static Reach everything() {
    return new Reach(Scope.ORGANIZATION, null, Caller.SYSTEM_ID, null);
  }

  /** Returns the same reach over what has a branch, but no officer and no borrower. */
  public Reach ofBranches() {
    boolean ofPeople = scope == Scope.OWN || scope == Scope.SELF;
    return ofPeople ? new Reach(null, branchId, userId, borrowerId) : this;
  }

  /**
   * Returns an SQL condition that holds for the covered rows of a table.
   *
   * @param alias the table's alias in the query; a constant, never input
   * @param borrowerColumn the column with the borrower's id: {@code borrower_id}, or {@code id} of
   *     the borrower table itself
   * @return a condition whose parameters are in {@link #params}; its values never become text of
   *     the statement
   */
  public String predicate(String alias, String borrowerColumn) {
    if (!NAME.matcher(alias).matches() || !NAME.matcher(borrowerColumn).matches()) {
      throw new IllegalArgumentException("Not a plain SQL name: " + alias + "." + borrowerColumn);
    }
    return switch (effective()) {
      case null -> "FALSE";
      case ORGANIZATION -> "TRUE";
      case BRANCH -> alias + ".branch_id = :reachBranch";
      case OWN -> alias + ".officer_id = :reachUser";
      case SELF -> alias + "." + borrowerColumn + " = :reachBorrower";
    };
  }

  /** Returns the values of the parameters that {@link #predicate} names. */
  public Map<String, Object> params() {
    return switch (effective()) {
      case null -> Map.of();
      case ORGANIZATION -> Map.of();
      case BRANCH -> branchId == null ? Map.of() : Map.of("reachBranch", branchId);
      case OWN -> Map.of("reachUser", userId);
      case SELF -> borrowerId == null ? Map.of() : Map.of("reachBorrower", borrowerId);
    };
  }

  /** Returns whether a record with this branch, officer and borrower is covered. */
  public boolean covers(
      @Nullable UUID recordBranch, @Nullable UUID recordOfficer, @Nullable UUID recordBorrower) {
    return switch (effective()) {
      case null -> false;
      case ORGANIZATION -> true;
      case BRANCH -> branchId != null && branchId.equals(recordBranch);
      case OWN -> userId.equals(recordOfficer);
      case SELF -> borrowerId != null && borrowerId.equals(recordBorrower);
    };
  }

  /**
   * The scope, or null where the caller lacks what it needs: no record belongs to nobody's branch.
   */
  private @Nullable Scope effective() {
    boolean lacking =
        (scope == Scope.BRANCH && branchId == null) || (scope == Scope.SELF && borrowerId == null);
    return lacking ? null : scope;
  }
}
