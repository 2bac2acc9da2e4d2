package io.loanwright.identity.reset;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code identity.password_reset}. */
@Component
class ResetRows {

  private static final String INSERT =
      """
      INSERT INTO identity.password_reset (token_hash, user_id, created_at, expires_at)
      VALUES (:hash, :userId, :now, :expiresAt)
      """;

  private static final String OPEN =
      """
      SELECT user_id
        FROM identity.password_reset
       WHERE token_hash = :hash
         AND used_at IS NULL
         AND expires_at > :now
         FOR UPDATE
      """;

  private static final String SINCE =
      """
      SELECT count(*)
        FROM identity.password_reset
       WHERE user_id = :userId
         AND created_at > :since
      """;

  private final JdbcClient jdbc;

  ResetRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(byte[] hash, UUID userId, Instant now, Instant expiresAt) {
    jdbc.sql(INSERT)
        .param("hash", hash)
        .param("userId", userId)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<UUID> lockOpen(byte[] hash, Instant now) {
    return jdbc.sql(OPEN)
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional();
  }

  int askedSince(UUID userId, Instant since) {
    return jdbc.sql(SINCE)
        .param("userId", userId)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  void deleteExpired(Instant before) {
    jdbc.sql("DELETE FROM identity.password_reset WHERE expires_at < :before")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
