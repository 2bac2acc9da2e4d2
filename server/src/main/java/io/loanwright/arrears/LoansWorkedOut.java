package io.loanwright.arrears;

import java.time.LocalDate;

/**
 * All loans that change by themselves are worked out as of a business date, with the penalties that
 * they owe by then. Told before the close is done, so it may be told again of the same day.
 *
 * @param businessDate the day that has begun
 */
public record LoansWorkedOut(LocalDate businessDate) {}
