package io.loanwright.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What money grows to, against figures that can be worked out by hand. */
class GrowthTest {

  private static final Offset<BigDecimal> LAST_DIGITS = Offset.offset(new BigDecimal("1e-27"));

  @Test
  void halfOfAPeriodGrowsByTheSquareRoot() {
    assertThat(new Growth(new BigDecimal("0.21")).over(0.5))
        .isCloseTo(new BigDecimal("1.1"), LAST_DIGITS);
  }

  @Test
  void twoPeriodsAndAThreeQuarterGrowByPowersAndRoots() {
    assertThat(new Growth(new BigDecimal("15")).over(2.75))
        .as("16 x 16 x 4 x 2")
        .isCloseTo(new BigDecimal("2048"), LAST_DIGITS);
  }

  @Test
  void oddPartOfAPeriodIsNotCompounded() {
    assertThat(new Growth(new BigDecimal("0.1")).over(2, 0.5))
        .as("1.1 x 1.1 x 1.05")
        .isEqualByComparingTo("1.2705");
  }

  @Test
  void moneyShrinksWhereTheRateIsNegative() {
    assertThat(new Growth(new BigDecimal("-0.75")).over(1.5))
        .as("a quarter and half of it")
        .isCloseTo(new BigDecimal("0.125"), LAST_DIGITS);
  }

  @Test
  void discountUndoesGrowth() {
    assertThat(Growth.discounted(new BigDecimal("121.00"), new BigDecimal("1.21")))
        .isEqualByComparingTo("100");
  }
}
