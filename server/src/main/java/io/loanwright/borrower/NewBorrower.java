package io.loanwright.borrower;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A borrower to be registered by the staff.
 *
 * @param branchId the branch that it shall belong to; null for the caller's own, or the main one
 *     where the caller has none
 * @param officerId who shall look after it; null for the caller, if he looks after borrowers of his
 *     own, and nobody otherwise
 */
public record NewBorrower(
    Particulars particulars, @Nullable UUID branchId, @Nullable UUID officerId) {

  /** Leaves the choice of branch and officer to who the caller is. */
  public NewBorrower(Particulars particulars) {
    this(particulars, null, null);
  }
}
