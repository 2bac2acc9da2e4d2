package io.loanwright.loan;

/**
 * Commands whose loans have so many installments that they would not fit into memory together:
 * fewer at a time do. Nothing of them is kept.
 */
public final class TooManyTogether extends RuntimeException {

  TooManyTogether(long installments) {
    super("Installments to work out together: " + installments);
  }
}
