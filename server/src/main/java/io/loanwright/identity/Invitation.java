package io.loanwright.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer to become a user, made to an e-mail address: to the staff by an administrator, to a
 * borrower by whoever keeps him.
 *
 * @param role the role that whoever accepts will have
 * @param branchId the branch to which he will belong
 * @param borrowerId the borrower who he will be; null for the staff
 * @param invitedBy the name of who invited
 */
public record Invitation(
    UUID id,
    String email,
    String role,
    @Nullable UUID branchId,
    @Nullable UUID borrowerId,
    String invitedBy,
    Instant createdAt,
    Instant expiresAt,
    Status status) {

  /** Where an invitation is. */
  public enum Status {
    /** It can be accepted. */
    OPEN,
    /** Somebody accepted it. */
    ACCEPTED,
    /** It was taken back. */
    REVOKED,
    /** Nobody accepted it in time. */
    EXPIRED
  }
}
