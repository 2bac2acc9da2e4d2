package io.loanwright.identity.factor;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code identity.second_factor} and {@code identity.recovery_code}, and how many
 * passkeys are there.
 */
@Component
class FactorRows {

  /** An unfinished enrolment is begun anew; one that is confirmed stays. */
  private static final String BEGIN =
      """
      INSERT INTO identity.second_factor AS f (user_id, secret, created_at)
      VALUES (:userId, :secret, :now)
          ON CONFLICT (user_id) DO UPDATE
         SET secret = :secret, created_at = :now, last_step = 0, failures = 0, failed_at = NULL
       WHERE f.confirmed_at IS NULL
      """;

  private static final String LOCK =
      """
      SELECT encode(secret, 'hex') AS secret, confirmed_at IS NOT NULL AS confirmed, last_step, failures, failed_at
        FROM identity.second_factor
       WHERE user_id = :userId
         FOR UPDATE
      """;

  private static final String STATE =
      """
      SELECT EXISTS (SELECT FROM identity.second_factor f
                      WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS on,
             r.second_factor AS required,
             (SELECT count(*) FROM identity.recovery_code c
               WHERE c.user_id = u.id AND c.used_at IS NULL) AS recovery_codes,
             (SELECT count(*) FROM identity.passkey p WHERE p.user_id = u.id) AS passkeys
        FROM identity.user_account u
        JOIN identity.role r ON r.code = u.role
       WHERE u.id = :userId
      """;

  private static final String TAKEN =
      """
      UPDATE identity.second_factor
         SET last_step = greatest(last_step, :step), failures = 0, failed_at = NULL
       WHERE user_id = :userId
      """;

  private static final String FAILED =
      """
      UPDATE identity.second_factor
         SET failures = CASE WHEN failed_at > :forgetBefore THEN failures + 1 ELSE 1 END,
             failed_at = :now
       WHERE user_id = :userId
      """;

  private static final String USE_RECOVERY =
      """
      UPDATE identity.recovery_code
         SET used_at = :now
       WHERE user_id = :userId AND hash = :hash AND used_at IS NULL
      """;

  private static final String USED_UP =
      """
      SELECT EXISTS (SELECT FROM identity.recovery_code
                      WHERE user_id = :userId AND hash = :hash AND used_at IS NOT NULL)
      """;

  private static final String ADD_RECOVERY =
      """
      INSERT INTO identity.recovery_code (user_id, hash)
      SELECT :userId, unnest(:hashes::bytea[])
      """;

  private final JdbcClient jdbc;

  FactorRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A factor that its user has, or is about to have.
   *
   * @param secret in hexadecimal digits
   */
  record Known(
      String secret,
      boolean confirmed,
      long lastStep,
      int failures,
      @Nullable OffsetDateTime failedAt) {}

  boolean begin(UUID userId, byte[] secret, Instant now) {
    return jdbc.sql(BEGIN)
            .param("userId", userId)
            .param("secret", secret)
            .param("now", utc(now))
            .update()
        == 1;
  }

  Optional<Known> lock(UUID userId) {
    return jdbc.sql(LOCK)
        .param("userId", userId)
        .query((row, _) ->
            new Known(
                row.getString("secret"),
                row.getBoolean("confirmed"),
                row.getLong("last_step"),
                row.getInt("failures"),
                row.getObject("failed_at", OffsetDateTime.class)))
        .optional();
  }

  /** Returns whether a recovery code was one of the user's, and was used. */
  boolean isUsedUp(UUID userId, byte[] hash) {
    return jdbc.sql(USED_UP)
        .param("userId", userId)
        .param("hash", hash)
        .query(Boolean.class)
        .single();
  }

  /** Locks the user himself: what a sign-in asks for does not change while one is let in. */
  void lockUser(UUID userId) {
    jdbc.sql("SELECT id FROM identity.user_account WHERE id = :userId FOR NO KEY UPDATE")
        .param("userId", userId)
        .query(UUID.class)
        .optional();
  }

  Optional<FactorState> state(UUID userId) {
    return jdbc.sql(STATE).param("userId", userId).query(FactorState.class).optional();
  }

  void confirm(UUID userId, Instant now) {
    jdbc.sql("UPDATE identity.second_factor SET confirmed_at = :now WHERE user_id = :userId")
        .param("userId", userId)
        .param("now", utc(now))
        .update();
  }

  void taken(UUID userId, long step) {
    jdbc.sql(TAKEN).param("userId", userId).param("step", step).update();
  }

  /** Counts a wrong code; those before are forgotten if the last of them came before a moment. */
  void failed(UUID userId, Instant now, Instant forgetBefore) {
    jdbc.sql(FAILED)
        .param("userId", userId)
        .param("now", utc(now))
        .param("forgetBefore", utc(forgetBefore))
        .update();
  }

  boolean useRecovery(UUID userId, byte[] hash, Instant now) {
    return jdbc.sql(USE_RECOVERY)
            .param("userId", userId)
            .param("hash", hash)
            .param("now", utc(now))
            .update()
        == 1;
  }

  void replaceRecovery(UUID userId, List<byte[]> hashes) {
    deleteRecovery(userId);
    jdbc.sql(ADD_RECOVERY)
        .param("userId", userId)
        .param("hashes", hashes.toArray(byte[][]::new))
        .update();
  }

  void deleteApp(UUID userId) {
    jdbc.sql("DELETE FROM identity.second_factor WHERE user_id = :userId")
        .param("userId", userId)
        .update();
  }

  void deletePasskeys(UUID userId) {
    jdbc.sql("DELETE FROM identity.passkey WHERE user_id = :userId")
        .param("userId", userId)
        .update();
  }

  void deleteRecovery(UUID userId) {
    jdbc.sql("DELETE FROM identity.recovery_code WHERE user_id = :userId")
        .param("userId", userId)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
