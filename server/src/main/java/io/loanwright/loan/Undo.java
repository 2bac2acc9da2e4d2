package io.loanwright.loan;

import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Keeps the promise that a refused command has changed nothing. */
final class Undo {

  private Undo() {}

  /**
   * Takes back what the current transaction has written, if a late step of it was refused.
   *
   * <p>Commands that need this are nested: within a caller's transaction only they are undone.
   */
  static <T> Outcome<T> ifRefused(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Refused<T>) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
    return outcome;
  }
}
