package io.loanwright.borrower;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A borrower was handed to another branch or officer; published in the transaction that did it, for
 * those who keep whose their records are.
 *
 * @param borrowerId the borrower
 * @param branchId the branch that it belongs to now
 * @param officerId who looks after it now, if anybody does
 */
public record BorrowerReassigned(UUID borrowerId, UUID branchId, @Nullable UUID officerId) {}
