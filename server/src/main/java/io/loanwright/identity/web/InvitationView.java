package io.loanwright.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanwright.identity.Invitation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the inviter sees it.
 *
 * @param acceptUrl only where no mail server is configured, and only once: the link to hand over
 */
@Schema(name = "Invitation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationView(
    UUID id,
    String email,
    String role,
    @Nullable UUID branchId,
    String invitedBy,
    Instant createdAt,
    Instant expiresAt,
    Invitation.Status status,
    @Nullable String acceptUrl) {

  static InvitationView of(Invitation invitation, @Nullable String acceptUrl) {
    return new InvitationView(
        invitation.id(),
        invitation.email(),
        invitation.role(),
        invitation.branchId(),
        invitation.invitedBy(),
        invitation.createdAt(),
        invitation.expiresAt(),
        invitation.status(),
        acceptUrl);
  }

  /** Leaves out the link, so that the record may be logged. */
  @Override
  public String toString() {
    return "Invitation " + id;
  }
}
