package io.loanwright.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How fast a job gets on, by what was seen of it. */
class PaceTest {

  @Test
  void whatIsLeftTakesAsLongAsWhatWasDone() {
    assertThat(Pace.of(1_500, 4_500, Duration.ofSeconds(5))).contains(new Pace(300, 15));
    assertThat(Pace.of(1, 3, Duration.ofSeconds(8))).contains(new Pace(0.125, 24));
  }

  @Test
  void nothingIsSaidOfWhatHasJustBegun() {
    assertThat(Pace.of(500, 500, Duration.ofMillis(1_999))).isEmpty();
    assertThat(Pace.of(0, 500, Duration.ofHours(1))).isEmpty();
  }

  @Test
  void whereMoreIsDoneThanWasExpectedNothingIsLeft() {
    assertThat(Pace.of(600, -100, Duration.ofSeconds(6))).contains(new Pace(100, 0));
  }
}
