package io.loanwright.identity.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JoseHeaderNames;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes and checks access tokens: JWTs that name a user and a session, and nothing else about them.
 *
 * <p>A token says who signed in, not what he may do; that is read afresh with each request.
 */
@Component
public class AccessTokens {

  /** How long a token lives. */
  public static final Duration LIFE = Duration.ofMinutes(15);

  static final String ISSUER = "loanwright";
  static final String AUDIENCE = "loanwright-api";
  static final String SESSION = "sid";

  private static final Duration CLOCKS_APART_MAX = Duration.ofSeconds(10);
  private static final int CHECKED_MOST = 10_000;

  private final SigningKeys keys;
  private final Clock clock;
  private final JwtEncoder encoder;
  private final NimbusJwtDecoder decoder;

  /** A signature costs as much as all else of a small request: it is checked once a token. */
  private final Cache<String, Checked> checked =
      Caffeine.newBuilder().maximumSize(CHECKED_MOST).expireAfterWrite(LIFE).build();

  AccessTokens(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
    this.encoder = new NimbusJwtEncoder(keys);
    this.decoder = decoder(keys, clock);
  }

  /** Whom a token names. */
  public record Named(UUID userId, UUID sessionId) {}

  /**
   * A token that was found to be good.
   *
   * @param keyId the key that signed it
   * @param until when it runs out
   */
  private record Checked(Named named, String keyId, Instant until) {}

  /** Returns a token for a session. */
  String issue(UUID userId, UUID sessionId) {
    Instant now = clock.instant();
    JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).keyId(keys.currentId()).build();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .audience(List.of(AUDIENCE))
            .subject(userId.toString())
            .claim(SESSION, sessionId.toString())
            .issuedAt(now)
            .expiresAt(now.plus(LIFE))
            .build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }

  /**
   * Checks a token's signature, issuer, audience and time.
   *
   * @return whom it names; whether the session goes on is not asked here
   * @throws org.springframework.security.oauth2.jwt.JwtException if it is none of ours or too old
   */
  public Named check(String token) {
    Checked known = checked.getIfPresent(token);
    if (known != null && clock.instant().isBefore(known.until()) && keys.holds(known.keyId())) {
      return known.named();
    }
    Jwt jwt = decoder.decode(token);
    Named named =
        new Named(
            UUID.fromString(jwt.getSubject()), UUID.fromString(jwt.getClaimAsString(SESSION)));
    Instant until = jwt.getExpiresAt();
    if (until != null && jwt.getHeaders().get(JoseHeaderNames.KID) instanceof String keyId) {
      checked.put(token, new Checked(named, keyId, until));
    }
    return named;
  }

  private static NimbusJwtDecoder decoder(SigningKeys keys, Clock clock) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.ES256).build();
    JwtTimestampValidator time = new JwtTimestampValidator(CLOCKS_APART_MAX);
    time.setClock(clock);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            time,
            new JwtIssuerValidator(ISSUER),
            new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(AUDIENCE)),
            new JwtClaimValidator<>("exp", Objects::nonNull),
            new JwtClaimValidator<>(SESSION, Objects::nonNull)));
    return decoder;
  }
}
