package io.loanwright.borrower;

import io.loanwright.access.Caller;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Borrowers for tests. */
public final class BorrowerFixtures {

  private static final AtomicLong PHONES = new AtomicLong(254_700_000_000L);

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

  /** Returns an e-mail address that nobody has. */
  public static String email() {
    return UUID.randomUUID() + "@borrower.test";
  }

  /** Returns a phone number that nobody has: a plus and twelve digits. */
  public static String phone() {
    return "+" + PHONES.incrementAndGet();
  }
}
