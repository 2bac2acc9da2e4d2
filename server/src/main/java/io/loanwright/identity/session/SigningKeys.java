package io.loanwright.identity.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.loanwright.web.SettingUnusable;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign access tokens: ES256, kept in the database so that all instances share them.
 *
 * <p>The newest key signs, all verify. {@link #rotate} makes another one once the newest is as old
 * as {@code LOANWRIGHT_TOKEN_KEY_LIFE} says, and deletes those whose last token has run out. Each
 * instance reads the keys again once in {@link #READ_EVERY}, so it signs with the key of before for
 * that long at most, and takes no token of a key that somebody deleted for longer; while one
 * request reads them, the others go on with those of before and wait for nothing. A token with a
 * key that this instance has not seen makes it read earlier, at most once in {@link
 * #LOOK_AGAIN_EVERY}.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext> {

  static final Duration READ_EVERY = Duration.ofMinutes(1);

  /** How long a key stays after another one took its place: no token that it signed lives then. */
  static final Duration KEPT = AccessTokens.LIFE.plus(READ_EVERY).plus(Duration.ofMinutes(14));

  private static final Duration LOOK_AGAIN_EVERY = Duration.ofSeconds(10);
  private static final Duration LIFE_MIN = Duration.ofDays(1);
  private static final Duration LIFE_MAX = Duration.ofDays(366);

  private static final String ALL =
      "SELECT jwk FROM identity.signing_key ORDER BY created_at DESC, id";

  /** Of several instances that make one at once, one does: the others wait, and see it. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('identity.signing_key', 0))";

  private static final String INSERT =
      """
      INSERT INTO identity.signing_key (id, jwk, created_at)
      SELECT :id, :jwk, :now
       WHERE NOT EXISTS (SELECT 1 FROM identity.signing_key WHERE created_at > :since)
      """;

  /** Those since whose successor began to sign no token of theirs can be good any more. */
  private static final String DELETE_OLD =
      """
      DELETE FROM identity.signing_key k
       WHERE EXISTS (SELECT 1
                       FROM identity.signing_key n
                      WHERE n.created_at > k.created_at
                        AND n.created_at < :before)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate apart;
  private final Duration life;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Loaded loaded;

  SigningKeys(
      JdbcClient jdbc,
      Clock clock,
      PlatformTransactionManager transactions,
      @Value("${loanwright.token-key-life:30d}") String life) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.life = lengthOf(life);
  }

  private record Loaded(JWKSet keys, Instant at) {}

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    Loaded current = current();
    List<JWK> found = selector.select(current.keys());
    if (found.isEmpty() && isOlder(current, LOOK_AGAIN_EVERY)) {
      found = selector.select(load(LOOK_AGAIN_EVERY).keys());
    }
    return found;
  }

  /** Returns the id of the key that signs. */
  public String currentId() {
    return current().keys().getKeys().getFirst().getKeyID();
  }

  /** Returns whether a token of a key is taken; knows no key that this instance has not read. */
  boolean holds(String id) {
    return current().keys().getKeyByKeyId(id) != null;
  }

  /**
   * Makes another key if the newest is old enough, and deletes those that no living token needs; in
   * the caller's transaction.
   *
   * @return the id of the new one, if one was made
   */
  Optional<UUID> rotate() {
    Instant now = clock.instant();
    Optional<UUID> made = insert(now, now.minus(life));
    jdbc.sql(DELETE_OLD).param("before", utc(now.minus(KEPT))).update();
    return made;
  }

  private Loaded current() {
    Loaded current = loaded;
    return current == null || isOlder(current, READ_EVERY) ? load(READ_EVERY) : current;
  }

  private boolean isOlder(Loaded some, Duration age) {
    return some.at().plus(age).isBefore(clock.instant());
  }

  /**
   * Reads the keys, unless another thread does: who reads may wait for a connection that somebody
   * holds who would wait for him. Only while there are none at all everybody waits.
   */
  private Loaded load(Duration ifOlderThan) {
    Loaded before = loaded;
    if (before == null) {
      reading.lock();
      try {
        return known(ifOlderThan);
      } finally {
        reading.unlock();
      }
    }
    if (!reading.tryLock()) {
      return before;
    }
    try {
      return known(ifOlderThan);
    } finally {
      reading.unlock();
    }
  }

  /** Who had to wait for the lock finds what was read meanwhile. */
  private Loaded known(Duration ifOlderThan) {
    Loaded known = loaded;
    return known == null || isOlder(known, ifOlderThan) ? read() : known;
  }

  /** A first key counts whatever becomes of the caller's transaction, as others sign with it. */
  private Loaded read() {
    List<String> stored = stored();
    if (stored.isEmpty()) {
      apart.executeWithoutResult(_ -> insert(clock.instant(), Instant.EPOCH));
      stored = stored();
    }
    Loaded fresh =
        new Loaded(new JWKSet(stored.stream().map(SigningKeys::parse).toList()), clock.instant());
    loaded = fresh;
    return fresh;
  }

  private List<String> stored() {
    return jdbc.sql(ALL).query((row, _) -> row.getString("jwk")).list();
  }

  private Optional<UUID> insert(Instant now, Instant since) {
    jdbc.sql(LOCK).query((_, _) -> true).list();
    UUID id = UUID.randomUUID();
    int made =
        jdbc.sql(INSERT)
            .param("id", id.toString())
            .param("jwk", generate(id).toJSONString())
            .param("now", utc(now))
            .param("since", utc(since))
            .update();
    return made == 1 ? Optional.of(id) : Optional.empty();
  }

  private static ECKey generate(UUID id) {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .keyID(id.toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java platform has the curve P-256", e);
    }
  }

  private static JWK parse(String stored) {
    try {
      return JWK.parse(stored);
    } catch (ParseException e) {
      throw new IllegalStateException("A signing key in the database cannot be read", e);
    }
  }

  private static Duration lengthOf(String text) {
    try {
      Duration length = DurationStyle.SIMPLE.parse(text.strip());
      if (length.compareTo(LIFE_MIN) >= 0 && length.compareTo(LIFE_MAX) <= 0) {
        return length;
      }
    } catch (IllegalArgumentException | ArithmeticException _) {
      // The sentence below says what it should have been.
    }
    throw new SettingUnusable(
        "LOANWRIGHT_TOKEN_KEY_LIFE must be a number of days like 30d, from 1d to 366d, not '%s'."
            .formatted(text),
        null);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
