package io.loanwright.web.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.testing.TestRedis;
import io.loanwright.web.SettingUnusable;
import io.loanwright.web.network.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Redis may come and go; it is said once each time, and never with its password. */
@ExtendWith(OutputCaptureExtension.class)
class RedisLinkTest {

  private static final String COUNT = "return redis.call('INCR', KEYS[1])";

  @Test
  void whatOneNodeCountsTheOtherSees() {
    try (TestRedis redis = TestRedis.start();
        RedisLink one = RedisLink.to(redis.url());
        RedisLink other = RedisLink.to(redis.url())) {
      assertThat(count(one)).hasValue(1L);
      assertThat(count(other)).hasValue(2L);
    }
  }

  @Test
  void whoAsksWhileItIsAwayGetsNoAnswerAndItComesBackByItself(CapturedOutput said) {
    try (TestRedis redis = TestRedis.start();
        RedisLink link = RedisLink.to(redis.url())) {
      assertThat(count(link)).isPresent();

      redis.kill();
      for (int i = 0; i < 100; i++) {
        assertThat(count(link)).isEmpty();
      }
      redis.startAgain();

      Awaitility.await().until(() -> count(link).isPresent());
      assertThat(said.getOut().split("is away", -1)).as("lines").hasSize(2);
      assertThat(said.getOut().split("is back;", -1)).as("lines").hasSize(2);
      assertThat(said.getAll()).doesNotContain(TestRedis.PASSWORD);
    }
  }

  @Test
  void thereMayBeNoneAtTheStart(CapturedOutput said) {
    try (TestRedis redis = TestRedis.start()) {
      redis.kill();
      try (RedisLink link = RedisLink.to(redis.url())) {
        assertThat(count(link)).isEmpty();
        redis.startAgain();
        Awaitility.await().until(() -> count(link).isPresent());
      }
      assertThat(said.getAll()).contains("is away").doesNotContain(TestRedis.PASSWORD);
    }
  }

  @Test
  void aWrongPasswordIsARedisThatIsAway(CapturedOutput said) {
    try (TestRedis redis = TestRedis.start();
        RedisLink link = RedisLink.to(redis.url().replace(TestRedis.PASSWORD, "a-wrong-guess"))) {
      assertThat(count(link)).isEmpty();
      assertThat(said.getAll()).contains("is away").doesNotContain("a-wrong-guess");
    }
  }

  /** Over TLS it has to be the server that is meant: known, and of that name. */
  @Test
  void overTlsOnlyAServerWithATrustedCertificateOfItsNameIsTalkedTo(@TempDir Path folder)
      throws IOException, GeneralSecurityException {
    TestCertificate certificate = TestCertificate.in(folder, "redis");
    try (TestRedis redis = TestRedis.start();
        TlsTunnel tunnel = new TlsTunnel(certificate, redis.port())) {
      String url = "rediss://:" + TestRedis.PASSWORD + "@127.0.0.1:" + tunnel.port() + "/0";
      try (RedisLink stranger = RedisLink.to(url)) {
        assertThat(count(stranger)).as("a certificate that nobody knows").isEmpty();
      }
      Map<String, String> before =
          trust(certificate.keystore().toString(), TestCertificate.PASSWORD);
      try (RedisLink link = RedisLink.to(url);
          RedisLink misnamed = RedisLink.to(url.replace("127.0.0.1", "localhost"));
          RedisLink plain = RedisLink.to(url.replace("rediss:", "redis:"))) {
        assertThat(count(link)).hasValue(1L);
        assertThat(count(misnamed)).as("a certificate of another name").isEmpty();
        assertThat(count(plain)).as("without TLS").isEmpty();
        assertThat(count(link)).hasValue(2L);
      } finally {
        before.forEach(RedisLinkTest::set);
      }
    }
  }

  /** Sets what the JVM trusts, as an operator does, and returns what it did before. */
  private static Map<String, String> trust(String store, String password) {
    Map<String, String> before = new HashMap<>();
    Map.of(
            "javax.net.ssl.trustStore", store,
            "javax.net.ssl.trustStorePassword", password,
            "javax.net.ssl.trustStoreType", "PKCS12")
        .forEach((name, value) -> {
          before.put(name, System.getProperty(name, ""));
          set(name, value);
        });
    return before;
  }

  private static void set(String name, String value) {
    if (value.isEmpty()) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:6379", "http://:secret@host", "redis://", "redis://:secret@ho st:1"})
  void anotherSettingIsSaidWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> RedisLink.to(url))
        .isInstanceOf(SettingUnusable.class)
        .hasMessageStartingWith("LOANWRIGHT_REDIS_URL must be like redis://")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  private static Optional<Long> count(RedisLink link) {
    return link.run(COUNT, List.of("a count"), List.of());
  }
}
