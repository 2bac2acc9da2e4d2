package io.loanwright.loan;

import io.loanwright.borrower.Borrower;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a loan belongs to, which decides who may see it.
 *
 * @param borrowerId who borrows
 * @param branchId the branch in whose books it is
 * @param officerId who looks after it, if anybody does
 */
public record Parties(UUID borrowerId, UUID branchId, @Nullable UUID officerId) {

  /** Returns whose the loans are that a borrower gets now. */
  static Parties of(Borrower borrower) {
    return new Parties(borrower.id(), borrower.branchId(), borrower.officerId());
  }
}
