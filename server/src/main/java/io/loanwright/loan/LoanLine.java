package io.loanwright.loan;

/**
 * A loan as a line of a list.
 *
 * @param borrowerName who borrows
 * @param productName the product, by the name of its version
 */
public record LoanLine(Loan loan, String borrowerName, String productName) {}
