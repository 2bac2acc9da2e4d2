package io.loanwright.borrower;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or a firm that borrows, or has applied.
 *
 * @param number what people call it by, like {@code BR-000123}
 * @param branchId the branch that it belongs to
 * @param officerId who of the staff looks after it, if anybody does
 * @param userId the user who is this borrower, if it has an account
 * @param version counts the changes
 */
public record Borrower(
    UUID id,
    String number,
    Particulars particulars,
    UUID branchId,
    @Nullable UUID officerId,
    @Nullable UUID userId,
    Status status,
    Instant createdAt,
    long version) {

  /** How far a borrower is trusted. */
  public enum Status {
    /** Registered over the network; nobody of the staff has checked who it is. */
    UNVERIFIED,
    /** Known to the staff. */
    ACTIVE,
    /** Gets no new loans; what was lent goes on. */
    BLOCKED
  }

  /** Returns the name to show. */
  public String name() {
    return particulars.name();
  }

  /** Returns whether it may not get new loans. */
  public boolean isBlocked() {
    return status == Status.BLOCKED;
  }
}
