package io.loanwright.loan;

/**
 * Commands that cannot be carried out together, since what one of them does hangs on what the
 * database says meanwhile: they are carried out one after the other. Nothing of them is kept.
 */
public final class NotTogether extends RuntimeException {

  NotTogether(String message) {
    super(message);
  }
}
