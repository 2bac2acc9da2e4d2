package io.loanwright.identity.passkey;

import io.loanwright.identity.SecretToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What devices have to sign: random, for one purpose, used once and within minutes. */
@Component
public class PasskeyChallenges {

  /** How long a person has to find the device. */
  public static final Duration LIFE = Duration.ofMinutes(5);

  private static final String INSERT =
      """
      INSERT INTO identity.passkey_challenge (hash, purpose, session_id, expires_at)
      VALUES (:hash, :purpose, :sessionId, :expiresAt)
      """;

  private static final String USE =
      """
      DELETE FROM identity.passkey_challenge
       WHERE hash = :hash
         AND purpose = :purpose
         AND session_id IS NOT DISTINCT FROM :sessionId::uuid
         AND expires_at > :now
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  PasskeyChallenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a signature is for. */
  public enum Purpose {
    /** To have another passkey. */
    ADD,
    /** To sign in. */
    SIGN_IN,
    /** To show once more that it is the user. */
    CONFIRM
  }

  /**
   * Returns a challenge, as the device is to get it.
   *
   * @param sessionId the session that asks; null for signing in
   */
  @Transactional
  public String issue(Purpose purpose, @Nullable UUID sessionId) {
    Instant now = clock.instant();
    jdbc.sql("DELETE FROM identity.passkey_challenge WHERE expires_at < :now")
        .param("now", utc(now))
        .update();
    String challenge = SecretToken.next();
    jdbc.sql(INSERT)
        .param("hash", SecretToken.hash(challenge))
        .param("purpose", purpose.name())
        .param("sessionId", sessionId)
        .param("expiresAt", utc(now.plus(LIFE)))
        .update();
    return challenge;
  }

  /** Ends a challenge; returns whether it was good. */
  boolean use(String challenge, Purpose purpose, @Nullable UUID sessionId) {
    return jdbc.sql(USE)
            .param("hash", SecretToken.hash(challenge))
            .param("purpose", purpose.name())
            .param("sessionId", sessionId)
            .param("now", utc(clock.instant()))
            .update()
        == 1;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
