package io.loanwright.loan;

import java.util.UUID;

/**
 * The money of a loan has gone out and its contractual schedule is frozen. Published in the
 * transaction that did it; not of loans that are taken over from another system.
 */
public record LoanPaidOut(UUID loanId) {}
