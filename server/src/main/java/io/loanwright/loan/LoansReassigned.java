package io.loanwright.loan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Loans went to another branch or officer with their borrower; published in the transaction that
 * did it.
 *
 * @param loanIds the loans, at least one
 * @param branchId the branch that they belong to now
 * @param officerId who looks after them now, if anybody does
 */
public record LoansReassigned(List<UUID> loanIds, UUID branchId, @Nullable UUID officerId) {}
