package io.loanwright.identity.web;

import io.loanwright.identity.security.SignedIn;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/** The session of a request on a public route, where somebody may be signed in or not. */
final class CurrentSession {

  private CurrentSession() {}

  static Optional<UUID> id() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
        ? Optional.of(signedIn.sessionId())
        : Optional.empty();
  }
}
