package io.loanwright.integration;

/** What the rows of a file are. */
public enum Part {
  /** A row is a loan with its borrower. */
  LOANS,
  /** A row is a payment. */
  PAYMENTS
}
