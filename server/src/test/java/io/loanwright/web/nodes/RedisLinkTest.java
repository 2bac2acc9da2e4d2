package io.loanwright.web.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.testing.TestRedis;
import io.loanwright.web.SettingUnusable;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
