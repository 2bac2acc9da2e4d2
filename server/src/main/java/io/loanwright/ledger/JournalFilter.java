package io.loanwright.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the journal are asked for; what is absent does not narrow.
 *
 * @param from the first day
 * @param to the last day
 * @param basis by which of its dates an entry is in the days, and in order
 * @param accountCode an account that a line of the entry is on
 * @param loanId a loan that a line of the entry is about
 * @param branchId the branch in whose books it is
 * @param movesMoney only entries that move money at hand
 */
public record JournalFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String accountCode,
    @Nullable UUID loanId,
    @Nullable UUID branchId,
    Basis basis,
    boolean movesMoney) {}
