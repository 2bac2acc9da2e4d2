package io.loanwright.loan;

import java.time.LocalDate;

/**
 * A repayment that was taken back.
 *
 * @param loan the loan without it
 * @param on the value date from which it counts no more
 */
public record TakenBack(Loan loan, LocalDate on) {}
