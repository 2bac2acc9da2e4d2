package io.loanwright.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Origin;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.TestRedis;
import io.loanwright.web.nodes.RedisLink;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An instance with the setting counts in Redis, and goes on when that is gone. */
@FlowTest
@DirtiesContext
class SharedLimitsFlowTest {

  private static final TestRedis REDIS = TestRedis.start();

  private final Http http;

  SharedLimitsFlowTest(Http http) {
    this.http = http;
  }

  @DynamicPropertySource
  static void redis(DynamicPropertyRegistry registry) {
    registry.add("loanwright.redis-url", REDIS::url);
    registry.add("loanwright.rate-limits", () -> "1");
  }

  @AfterAll
  static void end() {
    REDIS.close();
  }

  @Test
  void whatOneInstanceLetThroughAnotherKnowsAndNoneNeedsRedis() {
    for (int i = 0; i < 60; i++) {
      http.post("/api/auth/login", Map.of()).expect(400);
    }

    try (RedisLink link = RedisLink.to(REDIS.url())) {
      Meter other = new Meter(new RateLimitSettings("1"), Clock.systemUTC(), link);
      Meter.Reading reading = other.take(RateLimit.SIGN_IN, Origin.network("127.0.0.1"));
      assertThat(reading.remaining()).isLessThan(reading.quota() - 1L);
    }
    REDIS.kill();
    for (int i = 0; i < 10; i++) {
      http.post("/api/auth/login", Map.of()).expect(400);
      http.post("/api/auth/login", Map.of("login", "nobody" + i, "password", "wrong words"))
          .expect(401);
    }
    http.get("/api/health").expect(200);
    REDIS.startAgain();
  }
}
