package io.loanwright.identity.session;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.identity.AccountWarnings;
import io.loanwright.identity.Users;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks somebody who is signed in for his password again: whoever found his page open guesses as
 * slowly as at sign-in, and leaves a trace.
 */
@Component
public class OwnPassword {

  private final Users users;
  private final SignInThrottle throttle;
  private final AccountWarnings warnings;
  private final AuditTrail trail;

  OwnPassword(Users users, SignInThrottle throttle, AccountWarnings warnings, AuditTrail trail) {
    this.users = users;
    this.throttle = throttle;
    this.warnings = warnings;
    this.trail = trail;
  }

  /** What came of asking. */
  public sealed interface Answer {

    /** It is his password. */
    record Right() implements Answer {}

    /** It is not. */
    record Wrong() implements Answer {}

    /** There were too many wrong ones. */
    record TooMany(Duration retryAfter) implements Answer {}
  }

  /** Compares what was typed with the caller's password. */
  public Answer check(Caller caller, String typed) {
    Optional<Duration> wait = throttle.admit(caller.userId());
    if (wait.isPresent()) {
      return new Answer.TooMany(wait.get());
    }
    if (users.passwordMatches(caller.userId(), typed)) {
      throttle.succeeded(caller.userId());
      return new Answer.Right();
    }
    refuse(caller, "user.show_password", "wrong-password");
    if (throttle.isSlowed(caller.userId())) {
      refuse(caller, "user.slow_down", "too-many-attempts");
      warnings.tell(caller.userId(), AccountWarnings.Kind.PASSWORD_GUESSED, caller.origin());
    }
    return new Answer.Wrong();
  }

  private void refuse(Caller caller, String action, String reason) {
    trail.refused(caller, action, Sessions.subject(caller.userId(), caller.name()), null, reason);
  }
}
