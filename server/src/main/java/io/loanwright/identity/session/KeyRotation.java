package io.loanwright.identity.session;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Renews the keys of access tokens when they are due, and says so in the trail. */
@Component
class KeyRotation {

  private final SigningKeys keys;
  private final AuditTrail trail;

  KeyRotation(SigningKeys keys, AuditTrail trail) {
    this.keys = keys;
    this.trail = trail;
  }

  @Transactional
  void rotate() {
    keys.rotate()
        .ifPresent(id ->
            trail.record(
                Caller.system("keys"),
                "signing_key.create",
                new Subject("signing-key", id, "Key of access tokens"),
                null,
                null,
                null));
  }
}
