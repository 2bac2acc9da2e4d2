package io.loanwright.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.web.SettingUnusable;
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

  private final Moving clock = new Moving();
  private final Meter meter = new Meter(new RateLimitSettings("on"), clock);

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
  void theWholeQuotaMayBeUsedAtOnceAndThenOneASecond() {
    for (int left = 59; left >= 0; left--) {
      assertThat(meter.take(LIMIT, "a").remaining()).isEqualTo(left);
    }

    assertThat(meter.take(LIMIT, "a").retryAfter()).isEqualTo(Duration.ofSeconds(1));
    clock.pass(Duration.ofSeconds(1));
    assertThat(meter.take(LIMIT, "a").isRefusal()).isFalse();
    assertThat(meter.take(LIMIT, "a").isRefusal()).isTrue();
    assertThat(meter.take(LIMIT, "b").remaining()).as("somebody else").isEqualTo(59);
    assertThat(meter.take(RateLimit.ADDRESS, "a").remaining()).isEqualTo(5_999);
  }

  @Test
  void beingRefusedCostsNothing() {
    for (int i = 0; i < 200; i++) {
      meter.take(LIMIT, "a");
    }

    clock.pass(Duration.ofMinutes(1));

    assertThat(meter.take(LIMIT, "a").remaining()).isEqualTo(59);
    assertThat(meter.take(LIMIT, "a").reset()).isEqualTo(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @CsvSource({"on, 60", "ON, 60", "'', 60", "1, 60", "4, 240", "1000, 60000"})
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
