package io.loanwright.borrower;

import io.loanwright.access.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Borrowers for tests. */
public final class BorrowerFixtures {

  private BorrowerFixtures() {}

  /** Registers somebody of whom only the name is known, in a branch or in the main one. */
  public static Borrower somebody(Borrowers borrowers, String name, @Nullable UUID branchId) {
    var wanted = new NewBorrower(Particulars.ofPerson(name), branchId, null);
    BorrowerOutcome outcome = borrowers.create(Caller.system("test"), wanted);
    if (outcome instanceof BorrowerOutcome.Kept kept) {
      return kept.borrower();
    }
    throw new AssertionError(outcome);
  }
}
