package io.loanwright.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Origin;
import io.loanwright.identity.SecretToken;
import io.loanwright.testing.DbTest;
import io.loanwright.web.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is over for long is forgotten, and nothing else. */
@DbTest
class SessionRowsDbTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final SessionRows rows;
  private final UUID user = Ids.next();

  SessionRowsDbTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.rows = new SessionRows(jdbc);
    jdbc.sql(
            """
            INSERT INTO identity.user_account (id, name, email, password_hash, role, status)
            VALUES (:id, 'Tess', :id::text || '@loanwright.test', 'x', 'TELLER', 'ACTIVE')
            """)
        .param("id", user)
        .update();
  }

  @Test
  void sessionsAndTokensThatAreOverForLongAreForgotten() {
    UUID ended = session(NOW.plus(DAY));
    rows.end(ended, "LOGOUT", NOW.minus(DAY.multipliedBy(2)));
    UUID expired = session(NOW.minus(DAY.multipliedBy(2)));
    UUID justEnded = session(NOW.plus(DAY));
    rows.end(justEnded, "LOGOUT", NOW.minusSeconds(1));
    UUID running = session(NOW.plus(DAY));
    rows.addToken(SecretToken.hash("used up"), running, NOW.minus(DAY.multipliedBy(2)));

    rows.deleteOver(NOW.minus(DAY));

    assertThat(kept()).containsExactlyInAnyOrder(justEnded, running);
    assertThat(tokens(ended) + tokens(expired)).isZero();
    assertThat(tokens(justEnded)).isOne();
    assertThat(tokens(running)).as("the one that is still good").isOne();
  }

  private UUID session(Instant expiresAt) {
    UUID id = Ids.next();
    rows.open(id, user, new Origin("192.0.2.1", "test"), NOW.minus(DAY.multipliedBy(3)), expiresAt);
    rows.addToken(SecretToken.hash(id.toString()), id, expiresAt);
    return id;
  }

  private List<@Nullable UUID> kept() {
    return jdbc.sql("SELECT id FROM identity.session WHERE user_id = :user")
        .param("user", user)
        .query(UUID.class)
        .list();
  }

  private int tokens(UUID session) {
    return jdbc.sql("SELECT count(*) FROM identity.refresh_token WHERE session_id = :session")
        .param("session", session)
        .query(Integer.class)
        .single();
  }
}
