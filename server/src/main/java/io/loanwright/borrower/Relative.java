package io.loanwright.borrower;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was declared of a user of the staff and a borrower.
 *
 * @param userId who does not decide about the borrower's loans
 * @param borrowerId the borrower
 * @param relation what the borrower is to the user
 * @param reason what was said when it was declared
 * @param declared who declared it, and when
 * @param ended who ended it, when and why; null while it is in force
 */
public record Relative(
    UUID id,
    UUID userId,
    UUID borrowerId,
    Relation relation,
    String reason,
    Signature declared,
    @Nullable Ending ended) {

  /** What the borrower is to the user. */
  public enum Relation {
    /** The same person; or a firm of his. */
    ONESELF,
    SPOUSE,
    PARENT,
    CHILD,
    SIBLING,
    /** Another relative, or somebody as close. */
    OTHER
  }

  /** Who did it, under the name of that time. */
  public record Signature(UUID userId, String name, Instant at) {}

  /** The end of a declaration. */
  public record Ending(Signature by, String reason) {}

  /** Returns whether it counts. */
  public boolean isInForce() {
    return ended == null;
  }
}
