package io.loanwright.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.TestRedis;
import io.loanwright.web.nodes.RedisLink;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever guesses a password at one node waits at the other too. */
class SharedThrottleTest {

  private static final String ADDRESS = "192.0.2.1";

  private final TestRedis redis = TestRedis.start();
  private final RedisLink oneLink = RedisLink.to(redis.url());
  private final RedisLink otherLink = RedisLink.to(redis.url());
  private final SignInThrottle one = new SignInThrottle(Clock.systemUTC(), "on", oneLink);
  private final SignInThrottle other = new SignInThrottle(Clock.systemUTC(), "on", otherLink);

  @AfterEach
  void close() {
    oneLink.close();
    otherLink.close();
    redis.close();
  }

  @Test
  void failuresAtBothNodesAddUp() {
    for (int i = 0; i < SignInThrottle.FREE; i++) {
      assertThat((i % 2 == 0 ? one : other).admit("ada", ADDRESS)).as("attempt " + i).isEmpty();
    }

    assertThat(one.admit("Ada", ADDRESS).orElseThrow())
        .isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    assertThat(other.isSlowed("ada", ADDRESS)).isTrue();
    assertThat(other.admit("ada", "192.0.2.2")).as("the owner elsewhere").isEmpty();
  }

  @Test
  void whoeverSignsInLeavesNothingBehind() {
    for (int attempt = 0; attempt < 2 * SignInThrottle.FREE_PER_ADDRESS; attempt++) {
      assertThat(one.admit("ada", ADDRESS)).isEmpty();
      other.succeeded("ada", ADDRESS);
    }
  }

  @Test
  void oneAddressCannotTryManyLogins() {
    for (int attempt = 0; attempt < SignInThrottle.FREE_PER_ADDRESS; attempt++) {
      assertThat((attempt % 2 == 0 ? one : other).admit("user" + attempt, ADDRESS)).isEmpty();
    }

    assertThat(other.admit("somebody", ADDRESS)).isPresent();
  }

  @Test
  void whoIsSignedInIsCountedByHimself() {
    UUID user = UUID.randomUUID();
    for (int i = 0; i < SignInThrottle.FREE; i++) {
      assertThat(one.admit(user)).isEmpty();
    }

    assertThat(other.isSlowed(user)).isTrue();
    one.succeeded(user);
    assertThat(other.isSlowed(user)).isFalse();
  }

  @Test
  void eachNodeSlowsDownByItselfWhileRedisIsAway() {
    redis.kill();

    for (int i = 0; i < SignInThrottle.FREE; i++) {
      assertThat(one.admit("ada", ADDRESS)).isEmpty();
    }

    assertThat(one.admit("ada", ADDRESS)).as("never open").isPresent();
    redis.startAgain();
  }
}
