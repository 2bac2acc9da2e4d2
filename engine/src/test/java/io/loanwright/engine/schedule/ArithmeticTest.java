package io.loanwright.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares, proportions and multiples of amounts, by hand. */
class ArithmeticTest {

  /** 17.01 is 3.402 times 5.00, and 17.50 is 3.5 times; 2.49 is nearer to nothing. */
  @ParameterizedTest
  @CsvSource({
    "1701, 500, HALF_EVEN, 1500",
    "1750, 500, HALF_EVEN, 2000",
    "1250, 500, HALF_EVEN, 1000",
    "1250, 500, HALF_UP, 1500",
    "1501, 500, UP, 2000",
    "249, 500, HALF_EVEN, 249",
    "249, 500, UP, 500",
    "3, 2, UP, 4",
    "3, 1, UP, 3",
    "3, , UP, 3",
  })
  void multipleIsTheNearestOneUnlessThatIsNothing(
      long minor, Long multiple, RoundingMode rounding, long expected) {
    assertThat(Arithmetic.toMultiple(minor, multiple, rounding)).isEqualTo(expected);
  }

  /** 0.58 × 15 / 31 = 0.2806; 0.03 × 1 / 2 and 0.05 × 1 / 2 lie between two cents. */
  @ParameterizedTest
  @CsvSource({
    "58, 15, 31, 28",
    "3, 1, 2, 2",
    "5, 1, 2, 2",
    "-5, 1, 2, -2",
    "-58, 15, 31, -28",
    "58, 0, 31, 0",
    "58, 31, 31, 58",
    "1, 1, 1, 1",
  })
  void proportionIsRoundedToTheNearestAndOnATieToTheEvenOne(
      long minor, long passed, long whole, long expected) {
    assertThat(Arithmetic.proportion(minor, passed, whole)).isEqualTo(expected);
  }

  /** A million million times 100,000 still fits 64 bits; beyond, decimals work it out. */
  @ParameterizedTest
  @ValueSource(
      longs = {
        999_999_999_999L,
        1_000_000_000_000L,
        1_000_000_000_001L,
        92_233_720_368_547_758L,
        -999_999_999_999L,
        -1_000_000_000_000L,
        -92_233_720_368_547_758L
      })
  void proportionOfALargeAmountDoesNotWrapAround(long minor) {
    for (long whole : new long[] {100, 99_999, 100_000, 400_000}) {
      BigDecimal half = BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(whole / 2));
      assertThat(Arithmetic.proportion(minor, whole / 2, whole))
          .isEqualTo(
              half.divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN).longValueExact());
    }
  }

  @Test
  void shareOfALargeAmountIsWorkedOutInDecimals() {
    assertThat(Arithmetic.quotient(10_000_000_000_005L, 10, RoundingMode.HALF_UP))
        .isEqualTo(1_000_000_000_001L);
    assertThat(Arithmetic.quotient(-10_000_000_000_005L, 10, RoundingMode.HALF_EVEN))
        .isEqualTo(-1_000_000_000_000L);
    assertThat(Arithmetic.quotient(Long.MAX_VALUE, 1, RoundingMode.UP)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void sharesAreRoundedInNoOtherWay() {
    assertThatThrownBy(() -> Arithmetic.quotient(1, 2, RoundingMode.FLOOR))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void percentageIsAHundredthAndAmountsThatDoNotFitAreRefused() {
    assertThat(Arithmetic.fraction(new BigDecimal("12"))).isEqualByComparingTo("0.12");
    assertThatThrownBy(() -> Arithmetic.toMinor(new BigDecimal("1E+19"), RoundingMode.UP))
        .isInstanceOf(ArithmeticException.class);
  }
}
