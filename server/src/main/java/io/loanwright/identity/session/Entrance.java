package io.loanwright.identity.session;

import io.loanwright.access.Origin;
import io.loanwright.audit.AuditTrail;
import io.loanwright.identity.passkey.Assertion;
import io.loanwright.identity.passkey.PasskeyProof;
import io.loanwright.identity.passkey.RelyingParty;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last step of a sign-in, with the user locked.
 *
 * <p>Comparing a password takes a tenth of a second. Whoever changes the password, disables the
 * user or gives him a second factor in the meantime locks him too, and ends his sessions; so either
 * that came first and is seen here, or the session is there to be ended.
 */
@Component
class Entrance {

  private final SessionRows rows;
  private final Sessions sessions;
  private final Challenges challenges;
  private final PasskeyProof passkeys;
  private final AuditTrail trail;

  Entrance(
      SessionRows rows,
      Sessions sessions,
      Challenges challenges,
      PasskeyProof passkeys,
      AuditTrail trail) {
    this.rows = rows;
    this.sessions = sessions;
    this.challenges = challenges;
    this.passkeys = passkeys;
    this.trail = trail;
  }

  /** Lets a user in whose password was compared, or asks for the second factor if he has one. */
  @Transactional
  SignInOutcome byPassword(SessionRows.Candidate user, Origin origin) {
    Optional<String> kept = rows.lockUser(user.userId());
    if (kept.filter(user.passwordHash()::equals).isEmpty()) {
      return new SignInOutcome.Refused();
    }
    if (!rows.hasFactor(user.userId())) {
      return new SignInOutcome.SignedIn(sessions.open(user.userId(), user.name(), null, origin));
    }
    trail.record(
        Sessions.person(user.userId(), user.name(), origin),
        "user.begin_sign_in",
        Sessions.subject(user.userId(), user.name()),
        null,
        null,
        null);
    return new SignInOutcome.FactorDue(challenges.issue(user.userId()));
  }

  /** Lets a user in who showed his second factor; of two at once with one challenge, one. */
  @Transactional
  SignInOutcome byChallenge(Challenges.Challenged user, String challenge, Origin origin) {
    if (rows.lockUser(user.id()).isEmpty() || !challenges.use(challenge)) {
      return new SignInOutcome.Over();
    }
    return new SignInOutcome.SignedIn(sessions.open(user.id(), user.name(), "code", origin));
  }

  /** Lets a user in who shows a passkey; whoever takes it away ends the session too. */
  @Transactional
  SignInOutcome byPasskey(RelyingParty party, Assertion sent, Origin origin) {
    return passkeys
        .signIn(party, sent, origin)
        .<SignInOutcome>map(shown ->
            new SignInOutcome.SignedIn(
                sessions.open(shown.userId(), shown.name(), "passkey", origin)))
        .orElseGet(SignInOutcome.Refused::new);
  }
}
