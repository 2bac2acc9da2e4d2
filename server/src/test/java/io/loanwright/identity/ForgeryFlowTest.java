package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Access tokens that were not issued to who holds them, or not for here, or not for now. */
@FlowTest
class ForgeryFlowTest {

  private final Http http;
  private final People people;
  private final ECKey key;

  ForgeryFlowTest(Http http, People people, JdbcClient jdbc) throws ParseException {
    this.http = http;
    this.people = people;
    people.administrator();
    this.key =
        ECKey.parse(
            jdbc.sql("SELECT jwk FROM identity.signing_key ORDER BY created_at DESC, id LIMIT 1")
                .query(String.class)
                .single());
  }

  @Test
  void aTokenThatIsOursIsTakenAndEveryOtherIsNot() throws JOSEException, ParseException {
    String real = people.signIn(people.create("TELLER", null).email()).authorization().substring(7);
    JWTClaimsSet claims = SignedJWT.parse(real).getJWTClaimsSet();
    http.bearer(signed(claims, key)).get("/api/profile").expect(200);

    forged(claims, real)
        .forEach((kind, token) ->
            assertThat(http.bearer(token).get("/api/profile").status()).as(kind).isEqualTo(401));
  }

  private Map<String, String> forged(JWTClaimsSet claims, String real)
      throws JOSEException, ParseException {
    Instant past = Instant.now().minus(Duration.ofHours(1));
    ECKey other = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
    String[] parts = real.split("\\.", -1);
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("without a signature", new PlainJWT(claims).serialize());
    tokens.put("signature left out", parts[0] + "." + parts[1] + ".");
    tokens.put("alg none, old signature", none() + "." + parts[1] + "." + parts[2]);
    tokens.put("another's key of the same name", signed(claims, other));
    tokens.put("the public key as a password", withPublicKeyAsSecret(claims));
    tokens.put("claims exchanged", parts[0] + "." + claims(claims) + "." + parts[2]);
    tokens.put("another user", signed(copy(claims).subject(UUID.randomUUID().toString())));
    tokens.put("another session", signed(copy(claims).claim("sid", UUID.randomUUID().toString())));
    tokens.put("no session", signed(copy(claims).claim("sid", null)));
    tokens.put("session that is none", signed(copy(claims).claim("sid", "'")));
    tokens.put("for another program", signed(copy(claims).audience("another-api")));
    tokens.put("for nobody", signed(copy(claims).audience((String) null)));
    tokens.put("from another issuer", signed(copy(claims).issuer("somebody")));
    tokens.put("expired", signed(copy(claims).claim("exp", past.getEpochSecond())));
    tokens.put("without an end", signed(copy(claims).claim("exp", null)));
    tokens.put("nonsense", "a.b.c");
    return tokens;
  }

  private static JWTClaimsSet.Builder copy(JWTClaimsSet claims) {
    return new JWTClaimsSet.Builder(claims);
  }

  private String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    return signed(claims.build(), key);
  }

  private static String signed(JWTClaimsSet claims, ECKey with) throws JOSEException {
    return signed(claims, JWSAlgorithm.ES256, with.getKeyID(), new ECDSASigner(with));
  }

  /** What a checker that believes the token's own algorithm would take. */
  private String withPublicKeyAsSecret(JWTClaimsSet claims) throws JOSEException {
    byte[] known = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    return signed(claims, JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(known));
  }

  private static String signed(
      JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
      throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(algorithm).keyID(keyId).type(JOSEObjectType.JWT).build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private static String none() {
    return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");
  }

  /** The same claims with a longer life. */
  private static String claims(JWTClaimsSet claims) {
    long later = Instant.now().plus(Duration.ofDays(365)).getEpochSecond();
    return encoded(copy(claims).claim("exp", later).build().toString());
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
