package io.loanwright.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of a year, as a fraction of whole numbers and as the factor that comes of it. */
class TimeShareTest {

  static Stream<Arguments> shares() {
    return Stream.of(
        Arguments.of("31 days of 365", new TimeShare.Days(31, 365), 31, 365),
        Arguments.of(
            "20 days of 366 and 11 of 365",
            new TimeShare.Years(20, 366, 0, 11, 365),
            20 * 365 + 11 * 366,
            366 * 365),
        Arguments.of(
            "20 days of 366, two years and 11 days of 365",
            new TimeShare.Years(20, 366, 2, 11, 365),
            (20 + 2 * 366) * 365 + 11 * 366,
            366 * 365),
        Arguments.of(
            "one month of 30 days, of 360", new TimeShare.Units(1, 0, 1, 30, 360, 31, 31), 30, 360),
        Arguments.of(
            "a month and 15 of the 29 days of the next, of 360",
            new TimeShare.Units(1, 15, 29, 30, 360, 46, 46),
            (29 + 15) * 30,
            29 * 360),
        Arguments.of(
            "the same, lent for 40 of its 46 days",
            new TimeShare.Units(1, 15, 29, 30, 360, 40, 46),
            (29 + 15) * 30 * 40,
            29 * 360 * 46),
        Arguments.of("no time", TimeShare.Nothing.INSTANCE, 0, 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shares")
  void partIsAFractionOfWholeNumbersAndFactorIsRateTimesIt(
      String name, TimeShare share, long top, long bottom) {
    BigDecimal rate = new BigDecimal("0.07");
    BigDecimal exact =
        rate.multiply(BigDecimal.valueOf(top))
            .divide(BigDecimal.valueOf(bottom), MathContext.DECIMAL128);

    assertThat(share.top()).isEqualTo(top);
    assertThat(share.bottom()).isEqualTo(bottom);
    assertThat(share.factor(rate)).isCloseTo(exact, within(new BigDecimal("1e-18")));
  }

  /** 0.0849315068493150685 of a year, to 19 digits: no fraction of two numbers is known. */
  @Test
  void partThatAConventionCountsHasDigitsOnly() {
    TimeShare share = new TimeShare.Convention(new BigDecimal("0.0849315068493150685"));

    assertThat(share.top()).isZero();
    assertThat(share.bottom()).isZero();
    assertThat(share.factor(new BigDecimal("0.1"))).isEqualByComparingTo("0.0084931506849315068");
  }

  /** Factors keep 19 decimals: a third of 7 % is 0.0233333333333333333. */
  @Test
  void factorKeeps19Decimals() {
    assertThat(new TimeShare.Days(1, 3).factor(new BigDecimal("0.07")).toPlainString())
        .isEqualTo("0.0233333333333333333");
  }
}
