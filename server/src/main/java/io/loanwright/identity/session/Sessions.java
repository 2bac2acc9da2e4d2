package io.loanwright.identity.session;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.identity.Roles;
import io.loanwright.identity.SecretToken;
import io.loanwright.web.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in, where, and for how long. */
@Component
public class Sessions {

  /** How long a session lasts without being used. */
  public static final Duration IDLE_MAX = Duration.ofDays(14);

  /** How long a session lasts at most. */
  public static final Duration LIFE_MAX = Duration.ofDays(90);

  /** How long a session that is over stays known, for whoever asks what happened. */
  static final Duration KEPT = Duration.ofDays(30);

  private final SessionRows rows;
  private final AccessTokens accessTokens;
  private final Roles roles;
  private final AuditTrail trail;
  private final Clock clock;

  Sessions(
      SessionRows rows, AccessTokens accessTokens, Roles roles, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.accessTokens = accessTokens;
    this.roles = roles;
    this.trail = trail;
    this.clock = clock;
  }

  /** Opens a session for a user who has shown that it is he. */
  @Transactional
  public Tokens open(UUID userId, String name, Origin origin) {
    Instant now = clock.instant();
    UUID session = Ids.next();
    Instant end = now.plus(LIFE_MAX);
    rows.open(session, userId, origin, now, end);
    trail.record(
        person(userId, name, origin), "user.sign_in", subject(userId, name), null, null, null);
    return next(session, userId, now, end);
  }

  /**
   * Exchanges a refresh token for the next pair.
   *
   * <p>A token that was used before ends its session, for then two have it and one of them is a
   * thief.
   */
  @Transactional
  public RefreshOutcome refresh(String refreshToken, Origin origin) {
    Instant now = clock.instant();
    byte[] hash = SecretToken.hash(refreshToken);
    Optional<SessionRows.Known> known = rows.lockToken(hash, now);
    if (known.isEmpty()) {
      return new RefreshOutcome.Refused();
    }
    SessionRows.Known token = known.get();
    if (token.used()) {
      endReused(token, origin, now);
      return new RefreshOutcome.Reused();
    }
    if (!token.alive()) {
      return new RefreshOutcome.Refused();
    }
    rows.use(hash, token.sessionId(), now);
    return new RefreshOutcome.Refreshed(
        next(token.sessionId(), token.userId(), now, token.expiresAt().toInstant()));
  }

  /** Ends the session of a refresh token; one that is not known ends nothing. */
  @Transactional
  public void endOf(String refreshToken) {
    Instant now = clock.instant();
    rows.lockToken(SecretToken.hash(refreshToken), now)
        .ifPresent(token -> rows.end(token.sessionId(), "LOGOUT", now));
  }

  /** Ends a session because its user wants it. */
  @Transactional
  public void end(UUID sessionId) {
    rows.end(sessionId, "LOGOUT", clock.instant());
  }

  /** Ends all sessions of a user who may no longer come in. */
  @Transactional
  public void endAllOfDisabled(UUID userId) {
    rows.endAll(userId, null, "DISABLED", clock.instant());
  }

  /** Ends all sessions of a user but one, because the password is another now. */
  @Transactional
  public void endOthers(UUID userId, @Nullable UUID except) {
    rows.endAll(userId, except, "PASSWORD", clock.instant());
  }

  /** Forgets sessions that were over long ago, and refresh tokens that nobody could use since. */
  @Transactional
  public void forgetOld() {
    rows.deleteOver(clock.instant().minus(KEPT));
  }

  /**
   * Returns the caller whom an access token names, as he is now; nothing if the session has ended
   * or he is disabled.
   */
  public Optional<Caller> caller(AccessTokens.Named named, Origin origin) {
    return rows.who(named.userId(), named.sessionId(), clock.instant())
        .map(who ->
            new Caller(
                who.id(),
                who.name(),
                who.role(),
                roles.grants(who.grants()),
                who.branchId(),
                who.borrowerId(),
                origin));
  }

  private Tokens next(UUID session, UUID userId, Instant now, Instant sessionEnd) {
    String refreshToken = SecretToken.next();
    Instant idleEnd = now.plus(IDLE_MAX);
    rows.addToken(
        SecretToken.hash(refreshToken),
        session,
        idleEnd.isBefore(sessionEnd) ? idleEnd : sessionEnd);
    return new Tokens(accessTokens.issue(userId, session), refreshToken, AccessTokens.LIFE);
  }

  private void endReused(SessionRows.Known token, Origin origin, Instant now) {
    if (rows.end(token.sessionId(), "REUSE", now)) {
      trail.record(
          person(token.userId(), "refresh token", origin),
          "user.session_reuse",
          subject(token.userId(), "session"),
          null,
          null,
          "refresh-token-reused");
    }
  }

  static Caller person(UUID userId, String name, Origin origin) {
    return new Caller(userId, name, "", Map.of(), null, null, origin);
  }

  static Subject subject(UUID userId, String label) {
    return new Subject("user", userId, label);
  }
}
