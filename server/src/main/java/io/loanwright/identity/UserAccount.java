package io.loanwright.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param email unique, whatever the case of its letters
 * @param username a second name to sign in with; unique, without an @
 * @param role the code of the role
 * @param branchId the branch to which the user belongs
 * @param borrowerId the borrower whom the user is; only with the role BORROWER
 * @param version counts the changes
 */
public record UserAccount(
    UUID id,
    String name,
    String email,
    @Nullable String username,
    @Nullable String phone,
    String role,
    @Nullable UUID branchId,
    @Nullable UUID borrowerId,
    Status status,
    @Nullable Instant lastSignInAt,
    Instant createdAt,
    long version) {

  /** Where the address of an account ends that was erased; no mail can be sent there. */
  static final String ERASED = "@erased.invalid";

  /** Returns whether what was known of the user was erased. */
  public boolean isErased() {
    return email.endsWith(ERASED);
  }

  /** Whether a user may come in. */
  public enum Status {
    /** May sign in. */
    ACTIVE,
    /** May not; what he did stays his. */
    DISABLED
  }
}
