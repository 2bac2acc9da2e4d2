package io.loanwright.engine.money;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A split adds up, part by part and in all. */
class SplitTest {

  private static final Split PARTS = Split.ofMinor(1_643, 58, 250, 7, EUR);

  @Test
  void totalIsEveryPart() {
    assertThat(PARTS.total()).isEqualTo(euros("19.58")); // 16.43 + 0.58 + 2.50 + 0.07
    assertThat(Split.zero(EUR).total()).isEqualTo(euros("0.00"));
  }

  @Test
  void minorUnitsGoWhereTheyAreNamed() {
    assertThat(PARTS)
        .isEqualTo(new Split(euros("16.43"), euros("0.58"), euros("2.50"), euros("0.07")));
    assertThat(Split.ofMinor(1, 2, 3, 3, EUR))
        .isEqualTo(new Split(euros("0.01"), euros("0.02"), euros("0.03"), euros("0.03")));
  }

  @Test
  void sumAndDifferenceGoPartByPart() {
    Split other = Split.ofMinor(1_000, 100, 10, 1, EUR);

    assertThat(PARTS.plus(other)).isEqualTo(Split.ofMinor(2_643, 158, 260, 8, EUR));
    assertThat(PARTS.minus(other)).isEqualTo(Split.ofMinor(643, -42, 240, 6, EUR));
    assertThat(PARTS.plus(other).minus(other)).isEqualTo(PARTS);
  }

  @Test
  void oneCentInAnyPartIsNotNothing() {
    assertThat(Split.zero(EUR).isZero()).isTrue();
    assertThat(
            List.of(
                Split.ofMinor(1, 0, 0, 0, EUR),
                Split.ofMinor(0, 1, 0, 0, EUR),
                Split.ofMinor(0, 0, 1, 0, EUR),
                Split.ofMinor(0, 0, 0, 1, EUR)))
        .noneMatch(Split::isZero);
  }

  @Test
  void partsThatCancelOutAreNotNothing() {
    Split moved = Split.ofMinor(100, -100, 0, 0, EUR);

    assertThat(moved.total().isZero()).isTrue();
    assertThat(moved.isZero()).isFalse();
  }

  @Test
  void splitsOfTwoCurrenciesDoNotMix() {
    assertThatThrownBy(() -> PARTS.plus(Split.zero(Currency.of("JPY"))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().rule()).isEqualTo(Rule.CURRENCY_DIFFERS));
  }

  @Test
  void totalThatDoesNotFitIsNoTotal() {
    Split most = Split.ofMinor(Long.MAX_VALUE, 1, 0, 0, EUR);

    assertThatThrownBy(most::total).isInstanceOf(ArithmeticException.class);
  }
}
