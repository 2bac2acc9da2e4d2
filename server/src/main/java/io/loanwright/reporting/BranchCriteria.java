package io.loanwright.reporting;

import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.web.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which branch a report is of that somebody asks for, as far as he reaches. */
public final class BranchCriteria {

  private BranchCriteria() {}

  /**
   * Returns the branch whose figures are meant: the one that is asked for, or without one the
   * caller's own, or all.
   *
   * @param reach how far the caller sees such reports
   * @return null for all branches
   * @throws ProblemException 403 for whoever sees his own records only, 404 for a branch that the
   *     caller does not reach
   */
  public static @Nullable UUID of(Reach reach, @Nullable UUID asked) {
    if (reach.scope() == Scope.ORGANIZATION) {
      return asked;
    }
    UUID own = reach.branchId();
    if (reach.scope() != Scope.BRANCH || own == null) {
      throw ProblemException.forbidden("Your role does not see the money of a branch.");
    }
    if (asked != null && !asked.equals(own)) {
      throw ProblemException.notFound("A branch");
    }
    return own;
  }
}
