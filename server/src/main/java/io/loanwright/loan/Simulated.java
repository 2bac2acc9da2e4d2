package io.loanwright.loan;

import io.loanwright.engine.replay.LoanPosition;

/**
 * What a supposition would make of a loan.
 *
 * @param before the loan as it is, on the day on which the supposition would begin to count
 * @param after the loan with it, on the same day
 */
public record Simulated(LoanPosition before, LoanPosition after) {}
