package io.loanwright.ledger;

import java.util.UUID;

/**
 * An answer that names a borrower, in {@code borrowerName}. It is kept for whoever repeats the
 * command, and the name is taken out of it when the borrower is erased.
 */
public interface NamesBorrower {

  /** Returns whom it names. */
  UUID borrowerId();
}
