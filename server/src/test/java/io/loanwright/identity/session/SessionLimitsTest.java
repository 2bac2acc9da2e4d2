package io.loanwright.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.web.SettingUnusable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long people stay signed in is a setting, and one that cannot be meant ends the start. */
class SessionLimitsTest {

  @Test
  void timesAreWrittenWithTheirUnit() {
    SessionLimits limits = new SessionLimits("30m", " 12h ");

    assertThat(limits.idle()).isEqualTo(Duration.ofMinutes(30));
    assertThat(limits.life()).isEqualTo(Duration.ofHours(12));
  }

  @ParameterizedTest
  @CsvSource({
    "x,90d",
    "0m,90d",
    "-1d,90d",
    "4m,90d",
    "14d,367d",
    "14d,13d",
    "14d,",
    "99999999999999999999d,90d"
  })
  void whatCannotBeMeantIsSaid(String idle, String life) {
    String given = life == null ? "" : life;

    assertThatThrownBy(() -> new SessionLimits(idle, given))
        .isInstanceOf(SettingUnusable.class)
        .hasMessageContaining("LOANWRIGHT_SESSION_");
  }
}
