package io.loanwright.identity.session;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.audit.AuditTrail;
import io.loanwright.identity.Passwords;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lets people in by login and password.
 *
 * <p>An unknown login, a wrong password and a disabled user get the same answer after the same
 * work. Every failure is in the trail, without what was typed for a login that is nobody's: people
 * type passwords there.
 */
@Component
public class SignIn {

  private final SessionRows rows;
  private final Sessions sessions;
  private final Passwords passwords;
  private final SignInThrottle throttle;
  private final AuditTrail trail;

  SignIn(
      SessionRows rows,
      Sessions sessions,
      Passwords passwords,
      SignInThrottle throttle,
      AuditTrail trail) {
    this.rows = rows;
    this.sessions = sessions;
    this.passwords = passwords;
    this.throttle = throttle;
    this.trail = trail;
  }

  /**
   * Tries to sign in.
   *
   * @param login an e-mail address or a username, in whatever case
   */
  public SignInOutcome attempt(String login, String password, Origin origin) {
    String name = login.strip();
    Optional<Duration> wait = throttle.admit(name, origin.network());
    if (wait.isPresent()) {
      return new SignInOutcome.TooMany(wait.get());
    }
    Optional<SessionRows.Candidate> candidate = rows.candidate(name);
    boolean matches =
        passwords.matches(
            password, candidate.map(SessionRows.Candidate::passwordHash).orElse(null));
    if (!matches || candidate.filter(SessionRows.Candidate::active).isEmpty()) {
      refuse(candidate, origin);
      return new SignInOutcome.Refused();
    }
    throttle.succeeded(name, origin.network());
    SessionRows.Candidate user = candidate.get();
    return new SignInOutcome.SignedIn(sessions.open(user.userId(), user.name(), origin));
  }

  private void refuse(Optional<SessionRows.Candidate> candidate, Origin origin) {
    UUID id = candidate.map(SessionRows.Candidate::userId).orElse(Caller.SYSTEM_ID);
    String name = candidate.map(SessionRows.Candidate::name).orElse("unknown login");
    trail.refused(
        Sessions.person(id, name, origin),
        "user.sign_in",
        Sessions.subject(id, name),
        null,
        "wrong-login");
  }
}
