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
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that sign access tokens: ES256, kept in the database so that all instances share them.
 *
 * <p>The newest key signs, all verify. A token with a key that this instance has not seen makes it
 * look into the database again, at most once in {@link #LOOK_AGAIN_EVERY}; so another key may be
 * added at any time.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext> {

  private static final Duration LOOK_AGAIN_EVERY = Duration.ofSeconds(10);

  private static final String ALL =
      "SELECT jwk FROM identity.signing_key ORDER BY created_at DESC, id";

  /** Of several instances that start at once on an empty table, one makes the key. */
  private static final String INSERT_FIRST =
      """
      INSERT INTO identity.signing_key (id, jwk)
      SELECT :id, :jwk
       WHERE NOT EXISTS (SELECT 1 FROM identity.signing_key)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile @Nullable Loaded loaded;

  SigningKeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Loaded(JWKSet keys, Instant at) {}

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    Loaded current = current();
    List<JWK> found = selector.select(current.keys());
    if (found.isEmpty() && current.at().plus(LOOK_AGAIN_EVERY).isBefore(clock.instant())) {
      found = selector.select(load().keys());
    }
    return found;
  }

  /** Returns the id of the key that signs. */
  public String currentId() {
    return current().keys().getKeys().getFirst().getKeyID();
  }

  private Loaded current() {
    Loaded current = loaded;
    return current == null ? load() : current;
  }

  private synchronized Loaded load() {
    List<String> stored = stored();
    if (stored.isEmpty()) {
      insertFirst();
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

  private void insertFirst() {
    ECKey key = generate();
    jdbc.sql(INSERT_FIRST).param("id", key.getKeyID()).param("jwk", key.toJSONString()).update();
  }

  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .keyID(UUID.randomUUID().toString())
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
}
