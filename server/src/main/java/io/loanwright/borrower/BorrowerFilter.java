package io.loanwright.borrower;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a list of borrowers; null leaves it as wide as it is.
 *
 * @param search something like the name, phone number, e-mail address or number, with slips of the
 *     keyboard
 */
public record BorrowerFilter(
    @Nullable String search,
    Borrower.@Nullable Status status,
    @Nullable UUID branchId,
    @Nullable UUID officerId) {}
