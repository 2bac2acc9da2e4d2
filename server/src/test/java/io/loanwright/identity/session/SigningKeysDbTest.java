package io.loanwright.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.loanwright.testing.DbTest;
import io.loanwright.web.SettingUnusable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys of access tokens take each other's place, and a token outlives none that it needs. */
@DbTest
class SigningKeysDbTest {

  private static final Duration LIFE = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final UUID user = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();
  private Instant now = Instant.parse("2026-03-02T10:15:30Z");

  private final Clock clock = Clock.systemUTC();
  private final SigningKeys keys;
  private final AccessTokens tokens;

  SigningKeysDbTest(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.keys = instance();
    this.tokens = new AccessTokens(keys, moving());
  }

  @BeforeEach
  void beginWithoutKeys() {
    jdbc.sql("DELETE FROM identity.signing_key").update();
  }

  @Test
  void aKeySignsUntilItIsAsOldAsTheSettingSays() {
    String first = keys.currentId();

    now = now.plus(LIFE).minusSeconds(1);
    assertThat(keys.rotate()).isEmpty();
    assertThat(keys.currentId()).isEqualTo(first);
    now = now.plusSeconds(1);
    UUID second = keys.rotate().orElseThrow();
    assertThat(keys.rotate()).as("asked twice").isEmpty();

    now = now.plus(SigningKeys.READ_EVERY).plusSeconds(1);
    assertThat(keys.currentId()).isEqualTo(second.toString()).isNotEqualTo(first);
  }

  @Test
  void aTokenOfThePreviousKeyIsTakenUntilItRunsOutAndThenTheKeyIsDeleted() {
    keys.currentId();
    now = now.plus(LIFE);
    String old = tokens.issue(user, session);
    keys.rotate();
    now = now.plus(SigningKeys.READ_EVERY).plusSeconds(1);
    String late = tokens.issue(user, session);

    assertThat(tokens.check(old)).isEqualTo(new AccessTokens.Named(user, session));
    assertThat(tokens.check(late)).isEqualTo(new AccessTokens.Named(user, session));
    keys.rotate();
    assertThat(count()).isEqualTo(2);
    now = now.plus(SigningKeys.KEPT);
    keys.rotate();

    assertThat(count()).isOne();
    assertThat(SigningKeys.KEPT)
        .isGreaterThan(AccessTokens.LIFE.plus(SigningKeys.READ_EVERY).plusSeconds(10));
  }

  @Test
  void aTokenOfADeletedKeyIsRefusedAMinuteLaterAndAnotherKeySigns() {
    String token = tokens.issue(user, session);
    String stolen = keys.currentId();
    tokens.check(token);

    jdbc.sql("DELETE FROM identity.signing_key").update();
    now = now.plus(SigningKeys.READ_EVERY).plusSeconds(1);

    assertThatThrownBy(() -> tokens.check(token)).isInstanceOf(JwtException.class);
    assertThat(keys.currentId()).isNotEqualTo(stolen);
    assertThat(tokens.check(tokens.issue(user, session)).userId()).isEqualTo(user);
  }

  @Test
  void aTokenThatWasTakenOnceIsRefusedWhenItHasRunOut() {
    String token = tokens.issue(user, session);
    tokens.check(token);

    now = now.plus(AccessTokens.LIFE).plusSeconds(11);

    assertThatThrownBy(() -> tokens.check(token)).isInstanceOf(JwtException.class);
  }

  @Test
  void anotherInstanceTakesATokenOfAKeyThatItHasNotSeen() {
    SigningKeys otherKeys = instance();
    AccessTokens other = new AccessTokens(otherKeys, moving());
    otherKeys.currentId();
    now = now.plus(LIFE);
    otherKeys.currentId();
    keys.rotate();
    now = now.plus(Duration.ofSeconds(11));

    String token = tokens.issue(user, session);

    assertThat(other.check(token)).isEqualTo(new AccessTokens.Named(user, session));
  }

  @Test
  void ofManyInstancesThatBeginAtOnceOneMakesTheKey() throws Exception {
    List<Callable<String>> instances =
        Stream.generate(this::instance)
            .limit(6)
            .map(instance -> (Callable<String>) instance::currentId)
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(instances).stream().map(Future::resultNow).distinct())
          .hasSize(1);
    }
    assertThat(count()).isOne();
  }

  @Test
  void aFirstKeyStaysWhateverBecomesOfTheSignInThatNeededIt() {
    String made =
        transaction.execute(status -> {
          status.setRollbackOnly();
          return keys.currentId();
        });

    assertThat(count()).isOne();
    assertThat(instance().currentId()).isEqualTo(made);
  }

  @Test
  void whileOneReadsTheKeysAgainTheOthersGoOnWithThoseOfBefore() throws Exception {
    String known = keys.currentId();
    now = now.plus(SigningKeys.READ_EVERY).plusSeconds(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> reader =
          transaction.execute(_ -> {
            jdbc.sql("LOCK TABLE identity.signing_key IN ACCESS EXCLUSIVE MODE").update();
            Future<String> first = threads.submit(keys::currentId);
            await().until(this::isReaderWaiting);
            Future<String> second = threads.submit(keys::currentId);
            assertThat(second).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(known);
            return first;
          });
      assertThat(reader.get()).isEqualTo(known);
    }
  }

  private boolean isReaderWaiting() {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1
                             FROM pg_stat_activity
                            WHERE wait_event_type = 'Lock'
                              AND query LIKE 'SELECT jwk FROM identity.signing_key%')
            """)
        .query(Boolean.class)
        .single();
  }

  @Test
  void theSettingIsANumberOfDays() {
    for (String wrong : new String[] {"1h", "400d", "-3d", "soon", ""}) {
      assertThatThrownBy(() -> new SigningKeys(jdbc, clock, transactions(), wrong))
          .isInstanceOf(SettingUnusable.class)
          .hasMessageContaining("LOANWRIGHT_TOKEN_KEY_LIFE");
    }
  }

  private SigningKeys instance() {
    return new SigningKeys(jdbc, moving(), transactions(), LIFE.toDays() + "d");
  }

  private PlatformTransactionManager transactions() {
    return Objects.requireNonNull(transaction.getTransactionManager());
  }

  private Clock moving() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  private int count() {
    return jdbc.sql("SELECT count(*) FROM identity.signing_key").query(Integer.class).single();
  }
}
