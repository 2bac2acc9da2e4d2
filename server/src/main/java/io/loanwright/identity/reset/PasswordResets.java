package io.loanwright.identity.reset;

import io.loanwright.access.Origin;
import io.loanwright.audit.AuditTrail;
import io.loanwright.identity.AccountMail;
import io.loanwright.identity.SecretToken;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.Users;
import io.loanwright.identity.session.Logins;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens that set a forgotten password anew.
 *
 * <p>A token works once, for an hour, and no longer after a password was set in whatever way. It
 * does not replace the second factor: who has one is asked for it with the next sign-in.
 */
@Component
public class PasswordResets {

  static final Duration LIFE = Duration.ofHours(1);

  /** Mails a user gets in an hour, however often and from wherever somebody asks for them. */
  static final int MAILS_AN_HOUR = 3;

  private static final Duration KEPT = Duration.ofDays(30);

  private final ResetRows rows;
  private final Users users;
  private final Logins logins;
  private final AccountMail mail;
  private final AuditTrail trail;
  private final Clock clock;

  PasswordResets(
      ResetRows rows, Users users, Logins logins, AccountMail mail, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.users = users;
    this.logins = logins;
    this.mail = mail;
    this.trail = trail;
    this.clock = clock;
  }

  /** Sends a token to whom a login names; does nothing for nobody and for a disabled user. */
  @Transactional
  public void send(String login, Origin origin) {
    Instant now = clock.instant();
    Optional<UserAccount> found =
        users
            .findByLogin(logins.named(login))
            .filter(user -> user.status() == UserAccount.Status.ACTIVE);
    if (found.isEmpty()) {
      return;
    }
    UserAccount user = found.get();
    if (rows.askedSince(user.id(), now.minus(LIFE)) >= MAILS_AN_HOUR) {
      return;
    }
    rows.deleteExpired(now.minus(KEPT));
    String token = SecretToken.next();
    rows.insert(SecretToken.hash(token), user.id(), now, now.plus(LIFE));
    trail.record(
        Users.self("not signed in", origin),
        "user.forget_password",
        Users.subject(user),
        null,
        null,
        null);
    mail.reset(user, token, LIFE, origin);
  }

  /**
   * Sets the password of whom a token was sent to.
   *
   * @return false if the token is none, too old or used, or the user is disabled by now
   */
  @Transactional
  public boolean reset(String token, String password, Origin origin) {
    Optional<UserAccount> found =
        rows.lockOpen(SecretToken.hash(token), clock.instant())
            .flatMap(users::find)
            .filter(user -> user.status() == UserAccount.Status.ACTIVE);
    found.ifPresent(user -> users.resetPassword(user, password, origin));
    return found.isPresent();
  }
}
