package io.loanwright.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.web.SettingUnusable;
import io.loanwright.web.nodes.RedisLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is used of a limit comes back evenly over a minute. */
class MeterTest {

  private static final RateLimit LIMIT = RateLimit.SIGN_IN;
  private static final int QUOTA = 300;
  private static final Duration ONE_BACK = Duration.ofMillis(200);

  private final Moving clock = new Moving();
  private final Meter meter = new Meter(new RateLimitSettings("on"), clock, (RedisLink) null);

  /** A clock that a test moves. */
  private static final class Moving extends Clock {

    private Instant now = Instant.parse("2026-03-02T10:00:00Z");

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void theWholeQuotaMayBeUsedAtOnceAndThenComesBackEvenly() {
    for (int left = QUOTA - 1; left >= 0; left--) {
      assertThat(meter.take(LIMIT, "a").remaining()).isEqualTo(left);
    }

    assertThat(meter.take(LIMIT, "a").retryAfter()).isEqualTo(ONE_BACK);
    clock.pass(ONE_BACK);
    assertThat(meter.take(LIMIT, "a").isRefusal()).isFalse();
    assertThat(meter.take(LIMIT, "a").isRefusal()).isTrue();
    assertThat(meter.take(LIMIT, "b").remaining()).as("somebody else").isEqualTo(QUOTA - 1);
    assertThat(meter.take(RateLimit.ADDRESS, "a").remaining()).isEqualTo(29_999);
  }

  @Test
  void beingRefusedCostsNothing() {
    for (int i = 0; i < 2 * QUOTA; i++) {
      meter.take(LIMIT, "a");
    }

    clock.pass(Duration.ofMinutes(1));

    assertThat(meter.take(LIMIT, "a").remaining()).isEqualTo(QUOTA - 1);
    assertThat(meter.take(LIMIT, "a").reset()).isEqualTo(ONE_BACK.multipliedBy(2));
  }

  @ParameterizedTest
  @CsvSource({"on, 300", "ON, 300", "'', 300", "1, 300", "4, 1200", "1000, 300000"})
  void theSettingSaysHowManyTimesAsMuch(String setting, int perMinute) {
    assertThat(new RateLimitSettings(setting).perMinute(LIMIT)).isEqualTo(perMinute);
    assertThat(new RateLimitSettings(setting).areOff()).isFalse();
  }

  @Test
  void offIsOff() {
    assertThat(new RateLimitSettings("off").areOff()).isTrue();
    assertThat(new RateLimitSettings("OFF ").areOff()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "-1", "fast", "2.5", "99999"})
  void anotherSettingIsSaid(String setting) {
    assertThatThrownBy(() -> new RateLimitSettings(setting))
        .isInstanceOf(SettingUnusable.class)
        .hasMessageContaining("LOANWRIGHT_RATE_LIMITS must be on, off, or a number from 1 to 1000");
  }
}
