package io.loanwright.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.web.SharedMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private static final String ADDRESS = "192.0.2.1";

  private final SignInThrottle throttle =
      new SignInThrottle(
          Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC),
          "on",
          (SharedMemory) null);

  @Test
  void attemptsThatAreStillUnderWayCount() {
    for (int attempt = 0; attempt < SignInThrottle.FREE; attempt++) {
      assertThat(throttle.admit("ada", ADDRESS)).isEmpty();
    }

    assertThat(throttle.admit("ada", ADDRESS)).contains(Duration.ofSeconds(1));
    assertThat(throttle.admit("ada", "192.0.2.2")).as("the owner elsewhere").isEmpty();
  }

  @Test
  void whoeverSignsInLeavesNothingBehind() {
    for (int attempt = 0; attempt < 2 * SignInThrottle.FREE_PER_ADDRESS; attempt++) {
      assertThat(throttle.admit("ada", ADDRESS)).isEmpty();
      throttle.succeeded("ada", ADDRESS);
    }
  }

  @Test
  void oneAddressCannotTryManyLogins() {
    for (int attempt = 0; attempt < SignInThrottle.FREE_PER_ADDRESS; attempt++) {
      assertThat(throttle.admit("user" + attempt, ADDRESS)).isEmpty();
    }

    assertThat(throttle.admit("somebody", ADDRESS)).isPresent();
  }
}
