package io.loanwright.identity.web;

import io.loanwright.identity.UserAccount;
import io.loanwright.web.ETag;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A user as clients see him. */
@Schema(name = "User")
record UserView(
    UUID id,
    String name,
    String email,
    @Nullable String username,
    @Nullable String phone,
    @Schema(description = "The code of the role", example = "LOAN_OFFICER") String role,
    @Nullable UUID branchId,
    @Nullable UUID borrowerId,
    UserAccount.Status status,
    @Nullable Instant lastSignInAt,
    Instant createdAt) {

  static UserView of(UserAccount user) {
    return new UserView(
        user.id(),
        user.name(),
        user.email(),
        user.username(),
        user.phone(),
        user.role(),
        user.branchId(),
        user.borrowerId(),
        user.status(),
        user.lastSignInAt(),
        user.createdAt());
  }

  static ResponseEntity<UserView> answer(UserAccount user, HttpStatus status) {
    return ResponseEntity.status(status).eTag(new ETag(user.version()).value()).body(of(user));
  }
}
