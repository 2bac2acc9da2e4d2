package io.loanwright.identity.session;

import static io.loanwright.identity.AccountWarnings.Kind.PASSWORD_GUESSED;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.audit.AuditTrail;
import io.loanwright.identity.AccountWarnings;
import io.loanwright.identity.factor.CodeOutcome;
import io.loanwright.identity.factor.SecondFactors;
import io.loanwright.identity.passkey.Assertion;
import io.loanwright.identity.passkey.RelyingParty;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lets people in by login and password, and the second factor of who has one, or by a passkey.
 *
 * <p>An unknown login, a wrong password and a disabled user get the same answer after the same
 * work. Every failure is in the trail, without what was typed for a login that is nobody's: people
 * type passwords there.
 */
@Component
public class SignIn {

  private final Logins logins;
  private final Entrance entrance;
  private final SignInThrottle throttle;
  private final Challenges challenges;
  private final SecondFactors factors;
  private final AccountWarnings warnings;
  private final AuditTrail trail;

  SignIn(
      Logins logins,
      Entrance entrance,
      SignInThrottle throttle,
      Challenges challenges,
      SecondFactors factors,
      AccountWarnings warnings,
      AuditTrail trail) {
    this.logins = logins;
    this.entrance = entrance;
    this.throttle = throttle;
    this.challenges = challenges;
    this.factors = factors;
    this.warnings = warnings;
    this.trail = trail;
  }

  /**
   * Tries to sign in.
   *
   * @param login an e-mail address or a username, in whatever case, or a borrower's phone number
   */
  public SignInOutcome attempt(String login, String password, Origin origin) {
    String name = logins.named(login.strip());
    Optional<Duration> wait = throttle.admit(name, origin.network());
    if (wait.isPresent()) {
      return new SignInOutcome.TooMany(wait.get());
    }
    Optional<SessionRows.Candidate> candidate = logins.candidate(name);
    if (!logins.isPassword(password, candidate)
        || candidate.filter(SessionRows.Candidate::active).isEmpty()) {
      refuse(candidate, "user.sign_in", "wrong-login", origin);
      if (throttle.isSlowed(name, origin.network())) {
        refuse(candidate, "user.slow_down", "too-many-attempts", origin);
        candidate.ifPresent(user -> warnings.tellLater(user.userId(), PASSWORD_GUESSED, origin));
      }
      return new SignInOutcome.Refused();
    }
    throttle.succeeded(name, origin.network());
    SignInOutcome outcome = enter(name, candidate.get(), password, origin);
    if (outcome instanceof SignInOutcome.Refused) {
      refuse(candidate, "user.sign_in", "wrong-login", origin);
    }
    return outcome;
  }

  /**
   * Keeps the password in the form of today once it has let somebody in. Who signs in twice at once
   * may find it in another form than the one that was compared, and compares again.
   */
  private SignInOutcome enter(
      String name, SessionRows.Candidate user, String password, Origin origin) {
    SignInOutcome outcome = entrance.byPassword(user, origin);
    if (outcome instanceof SignInOutcome.Refused) {
      return logins
          .candidate(name)
          .filter(now -> now.active() && !now.passwordHash().equals(user.passwordHash()))
          .filter(now -> logins.isPassword(password, Optional.of(now)))
          .map(now -> entrance.byPassword(now, origin))
          .orElse(outcome);
    }
    logins.renew(user, password);
    return outcome;
  }

  /**
   * Finishes a sign-in with the second factor.
   *
   * @param challenge what the right password was answered with
   * @param code of the app, or one from paper
   */
  public SignInOutcome finish(String challenge, String code, Origin origin) {
    Optional<Challenges.Challenged> found = challenges.find(challenge);
    if (found.isEmpty()) {
      return new SignInOutcome.Over();
    }
    Challenges.Challenged user = found.get();
    return switch (factors.take(user.id(), code, origin)) {
      case CodeOutcome.Right _ -> entrance.byChallenge(user, challenge, origin);
      case CodeOutcome.Wrong _ -> new SignInOutcome.WrongCode();
      case CodeOutcome.None _ -> new SignInOutcome.Over();
      case CodeOutcome.TooMany tooMany -> new SignInOutcome.TooMany(tooMany.retryAfter());
    };
  }

  /**
   * Signs in by a passkey alone, which is password and second factor in one.
   *
   * @param party what passkeys are bound to where the program is reached
   */
  public SignInOutcome byPasskey(RelyingParty party, Assertion sent, Origin origin) {
    return entrance.byPasskey(party, sent, origin);
  }

  private void refuse(
      Optional<SessionRows.Candidate> candidate, String action, String reason, Origin origin) {
    UUID id = candidate.map(SessionRows.Candidate::userId).orElse(Caller.SYSTEM_ID);
    String name = candidate.map(SessionRows.Candidate::name).orElse("unknown login");
    trail.refused(
        Sessions.person(id, name, origin), action, Sessions.subject(id, name), null, reason);
  }
}
