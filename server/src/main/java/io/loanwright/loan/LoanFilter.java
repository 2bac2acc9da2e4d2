package io.loanwright.loan;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which loans a list shows; what is absent does not narrow it.
 *
 * @param statuses the statuses; empty for all
 * @param defaulted whether they are marked as in default
 * @param overdue whether an installment is past due on the business date
 * @param search a part of the number or of the borrower's name
 */
public record LoanFilter(
    Set<LoanStatus> statuses,
    @Nullable UUID borrowerId,
    @Nullable UUID productId,
    @Nullable UUID officerId,
    @Nullable Boolean defaulted,
    boolean overdue,
    @Nullable String search) {

  /** Returns the filter for all loans of a borrower. */
  public static LoanFilter ofBorrower(UUID borrowerId) {
    return new LoanFilter(Set.of(), borrowerId, null, null, null, false, null);
  }
}
