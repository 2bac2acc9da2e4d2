package io.loanwright.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer to become a user, made by an administrator to an e-mail address.
 *
 * @param role the role that whoever accepts will have
 * @param branchId the branch to which he will belong
 * @param invitedBy the name of who invited
 */
public record Invitation(
    UUID id,
    String email,
    String role,
    @Nullable UUID branchId,
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
