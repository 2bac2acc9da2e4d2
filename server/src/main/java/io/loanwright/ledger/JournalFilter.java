package io.loanwright.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the journal are asked for; what is absent does not narrow.
 *
 * @param from the first value date
 * @param to the last value date
 * @param accountCode an account that a line of the entry is on
 * @param loanId a loan that a line of the entry is about
 * @param branchId the branch in whose books it is
 */
public record JournalFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String accountCode,
    @Nullable UUID loanId,
    @Nullable UUID branchId) {}
