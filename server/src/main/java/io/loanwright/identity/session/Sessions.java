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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in, where, and for how long. */
@Component
public class Sessions {

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** How exactly the last use of a session is known; each request would be one write more. */
  static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);

  /** For how long what is critical is not asked again. */
  public static final Duration CONFIRMED_FOR = Duration.ofMinutes(15);

  /** Wrong codes in a row that end the session that they came from. */
  public static final int CODES_MAX = 5;

  /** How long a session that is over stays known, for whoever asks what happened. */
  static final Duration KEPT = Duration.ofDays(30);

  private final SessionRows rows;
  private final AccessTokens accessTokens;
  private final SessionLimits limits;
  private final Roles roles;
  private final AuditTrail trail;
  private final Clock clock;

  Sessions(
      SessionRows rows,
      AccessTokens accessTokens,
      SessionLimits limits,
      Roles roles,
      AuditTrail trail,
      Clock clock) {
    this.rows = rows;
    this.accessTokens = accessTokens;
    this.limits = limits;
    this.roles = roles;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Opens a session for a user who has shown that it is he.
   *
   * @param by what he showed beside or instead of the password; null for the password alone
   */
  @Transactional
  Tokens open(UUID userId, String name, @Nullable String by, Origin origin) {
    Instant now = clock.instant();
    UUID session = Ids.next();
    Instant end = now.plus(limits.life());
    rows.open(session, userId, origin, now, end);
    trail.record(
        person(userId, name, origin),
        "user.sign_in",
        subject(userId, name),
        null,
        by == null ? null : new Shown(by),
        null);
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
    Optional<SessionRows.Known> known = rows.lockToken(hash, limits.at(now));
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
    rows.lockToken(SecretToken.hash(refreshToken), limits.at(now))
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

  /** Ends all sessions of a user but one: who else is signed in showed less than is asked now. */
  @Transactional
  public void endOthersOfFactor(UUID userId, @Nullable UUID except) {
    rows.endAll(userId, except, "FACTOR", clock.instant());
  }

  /** Forgets where a user's sessions were. */
  public void forgetPlaces(UUID userId) {
    rows.forgetPlaces(userId);
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
  public Optional<Presence> caller(AccessTokens.Named named, Origin origin) {
    Instant now = clock.instant();
    Optional<SessionRows.Who> found = rows.who(named.userId(), named.sessionId(), limits.at(now));
    found
        .filter(who -> who.lastUsedAt().toInstant().plus(TOUCHED_EVERY).isBefore(now))
        .ifPresent(_ -> touch(named.sessionId(), now));
    return found.map(who -> presence(who, origin, now));
  }

  /** That a session was used is not worth refusing the request for. */
  private void touch(UUID sessionId, Instant now) {
    try {
      rows.touch(sessionId, now);
    } catch (DataAccessException e) {
      LOG.warn("The use of a session could not be noted: {}", e.getClass().getSimpleName());
    }
  }

  private Presence presence(SessionRows.Who who, Origin origin, Instant now) {
    boolean lacksFactor = who.factorRequired() && !who.hasFactor();
    Caller caller =
        new Caller(
            who.id(),
            who.name(),
            who.role(),
            lacksFactor ? Map.of() : roles.grants(who.grants()),
            roles.limits(who.limits()),
            who.branchId(),
            who.borrowerId(),
            origin);
    boolean due =
        who.hasFactor() && who.confirmedAt().toInstant().plus(CONFIRMED_FOR).isBefore(now);
    return new Presence(caller, lacksFactor, due);
  }

  /** Notes that the person behind a session has shown once more that it is he. */
  @Transactional
  public void confirm(UUID sessionId) {
    rows.confirm(sessionId, clock.instant());
    rows.forgetCodes(sessionId);
  }

  /**
   * Counts a code that somebody who is signed in shows, before it is looked at.
   *
   * @return false if too many were wrong before
   */
  @Transactional
  public boolean admitCode(UUID sessionId) {
    return rows.claimCode(sessionId, CODES_MAX);
  }

  /** Takes back what {@link #admitCode} counted once: nobody looked at the code. */
  @Transactional
  public void takeCodeBack(UUID sessionId) {
    rows.takeCodeBack(sessionId);
  }

  /** Forgets the wrong codes of a session: a right one came. */
  @Transactional
  public void forgetCodes(UUID sessionId) {
    rows.forgetCodes(sessionId);
  }

  /** Ends a session from which too many wrong codes came. */
  @Transactional
  public void endIfGuessing(Caller caller, UUID sessionId) {
    if (rows.wrongCodes(sessionId) >= CODES_MAX && rows.end(sessionId, "CODES", clock.instant())) {
      trail.record(
          caller,
          "user.end_session",
          subject(caller.userId(), caller.name()),
          null,
          null,
          "wrong-codes");
    }
  }

  private record Shown(String by) {}

  private Tokens next(UUID session, UUID userId, Instant now, Instant sessionEnd) {
    String refreshToken = SecretToken.next();
    // The session may be used for as long as the access token lives before its idle time begins.
    Instant idleEnd = now.plus(AccessTokens.LIFE).plus(limits.idle());
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
    return new Caller(userId, name, "", Map.of(), List.of(), null, null, origin);
  }

  static Subject subject(UUID userId, String label) {
    return new Subject("user", userId, label);
  }
}
