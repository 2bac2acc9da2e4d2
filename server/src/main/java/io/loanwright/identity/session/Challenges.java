package io.loanwright.identity.session;

import io.loanwright.identity.SecretToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens between the right password and the second factor; good for some minutes. */
@Component
class Challenges {

  static final Duration LIFE = Duration.ofMinutes(5);

  private static final String INSERT =
      """
      INSERT INTO identity.sign_in_challenge (token_hash, user_id, expires_at)
      VALUES (:hash, :userId, :expiresAt)
      """;

  /** A user who was disabled meanwhile has none. */
  private static final String FIND =
      """
      SELECT u.id, u.name
        FROM identity.sign_in_challenge c
        JOIN identity.user_account u ON u.id = c.user_id
       WHERE c.token_hash = :hash
         AND c.expires_at > :now
         AND u.status = 'ACTIVE'
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Challenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whose password was right. */
  record Challenged(UUID id, String name) {}

  @Transactional
  String issue(UUID userId) {
    Instant now = clock.instant();
    String token = SecretToken.next();
    jdbc.sql("DELETE FROM identity.sign_in_challenge WHERE expires_at < :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(INSERT)
        .param("hash", SecretToken.hash(token))
        .param("userId", userId)
        .param("expiresAt", now.plus(LIFE).atOffset(ZoneOffset.UTC))
        .update();
    return token;
  }

  Optional<Challenged> find(String token) {
    return jdbc.sql(FIND)
        .param("hash", SecretToken.hash(token))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Challenged.class)
        .optional();
  }

  /** Ends a challenge; returns whether it was still there, for of two at once one counts. */
  boolean use(String token) {
    return jdbc.sql("DELETE FROM identity.sign_in_challenge WHERE token_hash = :hash")
            .param("hash", SecretToken.hash(token))
            .update()
        == 1;
  }
}
