package io.loanwright.loan;

import io.loanwright.engine.replay.LoanPosition;

/**
 * A loan as it is or was on a day.
 *
 * @param position what terms and events make of it then
 */
public record LoanOnDay(Loan loan, LoanPosition position) {}
