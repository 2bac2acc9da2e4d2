package io.loanwright.identity.session;

import io.loanwright.access.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code identity.session} and {@code identity.refresh_token}. */
@Component
class SessionRows {

  /** E-mail addresses have an @ and usernames have none, so a login finds one user at most. */
  private static final String CANDIDATE =
      """
      SELECT id AS user_id, name, password_hash, status = 'ACTIVE' AS active
        FROM identity.user_account
       WHERE lower(email) = :login OR lower(username) = :login
      """;

  /** Nobody of the staff signs in by a phone number. */
  private static final String EMAILS_OF_BORROWERS =
      """
      SELECT email
        FROM identity.user_account
       WHERE id = ANY (:ids) AND role = 'BORROWER'
      """;

  /**
   * Whoever changes the password, the status or the factors of a user locks his row first: what is
   * read after this stays so until the end of the transaction.
   */
  private static final String LOCK_USER =
      """
      SELECT password_hash
        FROM identity.user_account
       WHERE id = :userId AND status = 'ACTIVE'
         FOR NO KEY UPDATE
      """;

  private static final String HAS_FACTOR =
      """
      SELECT EXISTS (SELECT FROM identity.second_factor
                      WHERE user_id = :userId AND confirmed_at IS NOT NULL)
          OR EXISTS (SELECT FROM identity.passkey WHERE user_id = :userId)
      """;

  private static final String OPEN =
      """
      INSERT INTO identity.session
             (id, user_id, address, device, created_at, last_used_at, confirmed_at, expires_at)
      VALUES (:id, :userId, :address, :device, :now, :now, :now, :expiresAt)
      """;

  private static final String SIGNED_IN =
      "UPDATE identity.user_account SET last_sign_in_at = :now WHERE id = :userId";

  private static final String ADD_TOKEN =
      """
      INSERT INTO identity.refresh_token (hash, session_id, expires_at)
      VALUES (:hash, :sessionId, :expiresAt)
      """;

  /**
   * Locks the session first, so that of two uses of one token at once the second sees the first.
   */
  private static final String TOKEN =
      """
      SELECT t.session_id, s.user_id, t.used_at IS NOT NULL AS used,
             s.ended_at IS NULL AND u.status = 'ACTIVE'
               AND least(s.expires_at, s.created_at + make_interval(secs => :life)) > :now
               AND t.expires_at > :now AND s.last_used_at > :idleSince AS alive,
             least(s.expires_at, s.created_at + make_interval(secs => :life)) AS expires_at
        FROM identity.refresh_token t
        JOIN identity.session s ON s.id = t.session_id
        JOIN identity.user_account u ON u.id = s.user_id
       WHERE t.hash = :hash
         FOR UPDATE OF s, t
      """;

  private static final String USE =
      "UPDATE identity.refresh_token SET used_at = :now WHERE hash = :hash";

  private static final String TOUCH =
      """
      UPDATE identity.session
         SET last_used_at = :now
       WHERE id = (SELECT id
                     FROM identity.session
                    WHERE id = :id AND last_used_at < :now
                      FOR UPDATE SKIP LOCKED)
      """;

  /** Counted before the code is looked at, so that many at once gain nothing. */
  private static final String CLAIM_CODE =
      """
      UPDATE identity.session
         SET wrong_codes = wrong_codes + 1
       WHERE id = :id
         AND ended_at IS NULL
         AND wrong_codes < :max
      """;

  private static final String END =
      """
      UPDATE identity.session
         SET ended_at = :now, end_reason = :reason
       WHERE id = :id
         AND ended_at IS NULL
      """;

  private static final String END_ALL =
      """
      UPDATE identity.session
         SET ended_at = :now, end_reason = :reason
       WHERE user_id = :userId
         AND ended_at IS NULL
         AND id IS DISTINCT FROM :except::uuid
      """;

  private static final String DELETE_TOKENS =
      """
      DELETE FROM identity.refresh_token t
       USING identity.session s
       WHERE s.id = t.session_id
         AND (t.expires_at < :before OR s.ended_at < :before OR s.expires_at < :before)
      """;

  private static final String DELETE_SESSIONS =
      """
      DELETE FROM identity.session
       WHERE ended_at < :before OR expires_at < :before
      """;

  private static final String CALLER =
      """
      SELECT u.id, u.name, u.role, u.branch_id, u.borrower_id, r.grants, r.limits,
             s.last_used_at, s.confirmed_at, r.second_factor AS factor_required,
             f.confirmed_at IS NOT NULL
               OR EXISTS (SELECT FROM identity.passkey p WHERE p.user_id = u.id) AS has_factor
        FROM identity.session s
        JOIN identity.user_account u ON u.id = s.user_id
        JOIN identity.role r ON r.code = u.role
        LEFT JOIN identity.second_factor f ON f.user_id = u.id
       WHERE s.id = :sessionId
         AND s.user_id = :userId
         AND s.ended_at IS NULL
         AND least(s.expires_at, s.created_at + make_interval(secs => :life)) > :now
         AND s.last_used_at > :idleSince
         AND u.status = 'ACTIVE'
      """;

  /** The same password in another form: nothing that somebody did, so the version stays. */
  private static final String KEEP_AS =
      """
      UPDATE identity.user_account
         SET password_hash = :hash
       WHERE id = :userId
         AND password_hash = :compared
      """;

  private final JdbcClient jdbc;

  SessionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody whom a login names. */
  record Candidate(UUID userId, String name, String passwordHash, boolean active) {

    /** Leaves out what is kept of the password, so that the record may be logged. */
    @Override
    public String toString() {
      return "Candidate " + userId;
    }
  }

  /** A refresh token that is known. */
  record Known(
      UUID sessionId, UUID userId, boolean used, boolean alive, OffsetDateTime expiresAt) {}

  /** What makes a caller. */
  record Who(
      UUID id,
      String name,
      String role,
      @Nullable UUID branchId,
      @Nullable UUID borrowerId,
      String grants,
      String limits,
      OffsetDateTime lastUsedAt,
      OffsetDateTime confirmedAt,
      boolean factorRequired,
      boolean hasFactor) {}

  Optional<Candidate> candidate(String login) {
    return jdbc.sql(CANDIDATE)
        .param("login", login.toLowerCase(Locale.ROOT))
        .query(Candidate.class)
        .optional();
  }

  /** Returns the e-mail addresses of those among some users who are borrowers. */
  List<String> emailsOfBorrowers(List<UUID> ids) {
    return jdbc.sql(EMAILS_OF_BORROWERS)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> row.getString("email"))
        .list();
  }

  /**
   * Locks a user who may come in until the end of the transaction, and returns what is kept of his
   * password; nothing if there is none or he is disabled.
   */
  Optional<String> lockUser(UUID userId) {
    return jdbc.sql(LOCK_USER).param("userId", userId).query(String.class).optional();
  }

  void keepAs(Candidate user, String hash) {
    jdbc.sql(KEEP_AS)
        .param("userId", user.userId())
        .param("compared", user.passwordHash())
        .param("hash", hash)
        .update();
  }

  boolean hasFactor(UUID userId) {
    return jdbc.sql(HAS_FACTOR).param("userId", userId).query(Boolean.class).single();
  }

  void open(UUID id, UUID userId, Origin origin, Instant now, Instant expiresAt) {
    jdbc.sql(OPEN)
        .param("id", id)
        .param("userId", userId)
        .param("address", origin.address())
        .param("device", origin.device())
        .param("now", utc(now))
        .param("expiresAt", utc(expiresAt))
        .update();
    jdbc.sql(SIGNED_IN).param("userId", userId).param("now", utc(now)).update();
  }

  void addToken(byte[] hash, UUID sessionId, Instant expiresAt) {
    jdbc.sql(ADD_TOKEN)
        .param("hash", hash)
        .param("sessionId", sessionId)
        .param("expiresAt", utc(expiresAt))
        .update();
  }

  Optional<Known> lockToken(byte[] hash, Bounds bounds) {
    return jdbc.sql(TOKEN)
        .param("hash", hash)
        .param("now", utc(bounds.now()))
        .param("idleSince", utc(bounds.idleSince()))
        .param("life", bounds.lifeSeconds())
        .query(Known.class)
        .optional();
  }

  void use(byte[] hash, UUID sessionId, Instant now) {
    jdbc.sql(USE).param("hash", hash).param("now", utc(now)).update();
    touch(sessionId, now);
  }

  void touch(UUID sessionId, Instant now) {
    jdbc.sql(TOUCH).param("id", sessionId).param("now", utc(now)).update();
  }

  /** Counts a code that is about to be looked at; false if too many were wrong before. */
  boolean claimCode(UUID id, int max) {
    return jdbc.sql(CLAIM_CODE).param("id", id).param("max", max).update() == 1;
  }

  int wrongCodes(UUID id) {
    return jdbc.sql("SELECT wrong_codes FROM identity.session WHERE id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  void takeCodeBack(UUID id) {
    jdbc.sql(
            """
            UPDATE identity.session
               SET wrong_codes = wrong_codes - 1
             WHERE id = :id
               AND wrong_codes > 0
            """)
        .param("id", id)
        .update();
  }

  void forgetCodes(UUID id) {
    jdbc.sql("UPDATE identity.session SET wrong_codes = 0 WHERE id = :id").param("id", id).update();
  }

  void confirm(UUID id, Instant now) {
    jdbc.sql("UPDATE identity.session SET confirmed_at = :now WHERE id = :id")
        .param("id", id)
        .param("now", utc(now))
        .update();
  }

  boolean end(UUID id, String reason, Instant now) {
    return jdbc.sql(END).param("id", id).param("reason", reason).param("now", utc(now)).update()
        == 1;
  }

  void forgetPlaces(UUID userId) {
    jdbc.sql("UPDATE identity.session SET address = '', device = '' WHERE user_id = :userId")
        .param("userId", userId)
        .update();
  }

  void endAll(UUID userId, @Nullable UUID except, String reason, Instant now) {
    jdbc.sql(END_ALL)
        .param("userId", userId)
        .param("except", except)
        .param("reason", reason)
        .param("now", utc(now))
        .update();
  }

  void deleteOver(Instant before) {
    jdbc.sql(DELETE_TOKENS).param("before", utc(before)).update();
    jdbc.sql(DELETE_SESSIONS).param("before", utc(before)).update();
  }

  Optional<Who> who(UUID userId, UUID sessionId, Bounds bounds) {
    return jdbc.sql(CALLER)
        .param("userId", userId)
        .param("sessionId", sessionId)
        .param("now", utc(bounds.now()))
        .param("idleSince", utc(bounds.idleSince()))
        .param("life", bounds.lifeSeconds())
        .query((row, _) -> who(row))
        .optional();
  }

  /** By hand: this is asked with every request, and finding a record's parts takes longer. */
  private static Who who(ResultSet row) throws SQLException {
    return new Who(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("role"),
        row.getObject("branch_id", UUID.class),
        row.getObject("borrower_id", UUID.class),
        row.getString("grants"),
        row.getString("limits"),
        row.getObject("last_used_at", OffsetDateTime.class),
        row.getObject("confirmed_at", OffsetDateTime.class),
        row.getBoolean("factor_required"),
        row.getBoolean("has_factor"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
