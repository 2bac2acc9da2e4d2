package io.loanwright.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.TestRedis;
import io.loanwright.web.nodes.RedisLink;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes with a Redis server let through as much as one; without it, each counts by itself. */
class SharedLimitsTest {

  private static final RateLimit LIMIT = RateLimit.SIGN_IN;
  private static final int QUOTA = 300;

  private final TestRedis redis = TestRedis.start();
  private final RedisLink oneLink = RedisLink.to(redis.url());
  private final RedisLink otherLink = RedisLink.to(redis.url());
  private final Meter one = meter(oneLink);
  private final Meter other = meter(otherLink);

  @AfterEach
  void close() {
    oneLink.close();
    otherLink.close();
    redis.close();
  }

  @Test
  void bothTakeFromOneQuota() {
    for (int i = 0; i < QUOTA / 2; i++) {
      assertThat(one.take(LIMIT, "a").remaining()).isEqualTo(QUOTA - 1 - 2 * i);
      assertThat(other.take(LIMIT, "a").remaining()).isEqualTo(QUOTA - 2 - 2 * i);
    }

    assertThat(one.take(LIMIT, "a").isRefusal()).isTrue();
    assertThat(other.take(LIMIT, "a").isRefusal()).isTrue();
    assertThat(other.take(LIMIT, "b").isRefusal()).as("somebody else").isFalse();
    assertThat(other.take(RateLimit.SESSION, "a").isRefusal()).as("another limit").isFalse();
  }

  @Test
  void eachKeepsItsLimitWhileRedisIsAway() {
    use(one, QUOTA);
    assertThat(other.take(LIMIT, "a").isRefusal()).isTrue();

    redis.kill();
    use(other, QUOTA);
    assertThat(other.take(LIMIT, "a").isRefusal()).as("never open").isTrue();
    redis.startAgain();

    Awaitility.await()
        .untilAsserted(() -> {
          long before = one.take(LIMIT, "b").remaining();
          assertThat(other.take(LIMIT, "b").remaining()).isEqualTo(before - 1);
        });
  }

  private static void use(Meter meter, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(meter.take(LIMIT, "a").isRefusal()).as("request " + i).isFalse();
    }
  }

  /** Time stands still, so nothing of what is used comes back. */
  private static Meter meter(RedisLink link) {
    Instant now = Instant.now(Clock.systemUTC());
    return new Meter(new RateLimitSettings("on"), Clock.fixed(now, ZoneOffset.UTC), link);
  }
}
