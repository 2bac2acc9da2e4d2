package io.loanwright.engine.money;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money is exact: whole minor units, one currency, and nothing that wraps around. */
class MoneyTest {

  private static final Currency JPY = Currency.of("JPY");
  private static final Money MOST = new Money(Long.MAX_VALUE, EUR);
  private static final Money LEAST = new Money(Long.MIN_VALUE, EUR);
  private static final Money CENT = new Money(1, EUR);

  @ParameterizedTest
  @CsvSource({
    "120.50, EUR, 12050",
    "120.5, EUR, 12050",
    "120., EUR, 12000",
    "+0.01, EUR, 1",
    "-0.01, EUR, -1",
    "120.500, EUR, 12050",
    "007, EUR, 700",
    "120, JPY, 120",
    "120.0, JPY, 120",
    "0.001, KWD, 1",
    "92233720368547758.07, EUR, 9223372036854775807",
    "-92233720368547758.08, EUR, -9223372036854775808",
    "0000000000000000000000000000000000000001, EUR, 100",
  })
  void decimalIsReadWithoutRounding(String decimal, String currency, long minor) {
    assertThat(Money.of(decimal, Currency.of(currency)))
        .isEqualTo(new Money(minor, Currency.of(currency)));
  }

  @ParameterizedTest
  @CsvSource({"120.505, EUR", "0.001, EUR", "120.5, JPY", "0.0001, KWD"})
  void decimalsThatTheCurrencyHasNotAreRefused(String decimal, String currency) {
    assertRefused(Rule.TOO_MANY_DECIMALS, () -> Money.of(decimal, Currency.of(currency)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1 ",
        ".5",
        "1,50",
        "1e3",
        "NaN",
        "--1",
        "1.2.3",
        "\u0661",
        "92233720368547758.08",
        "-92233720368547758.09",
        "00000000000000000000000000000000000000001",
      })
  void textThatIsNoAmountIsRefused(String decimal) {
    assertRefused(Rule.OUT_OF_RANGE, () -> Money.of(decimal, EUR));
  }

  @ParameterizedTest
  @CsvSource({
    "2.345, HALF_EVEN, 234",
    "2.355, HALF_EVEN, 236",
    "2.345, HALF_UP, 235",
    "2.341, UP, 235",
    "-2.341, UP, -235",
    "2.349, DOWN, 234",
  })
  void roundingIsTheOneThatIsNamed(BigDecimal major, RoundingMode rounding, long minor) {
    assertThat(Money.round(major, EUR, rounding)).isEqualTo(new Money(minor, EUR));
  }

  @Test
  void roundingNeverLosesTheTopOfAFigure() {
    BigDecimal most = new BigDecimal("92233720368547758.074");

    assertThat(Money.round(most, EUR, RoundingMode.HALF_EVEN)).isEqualTo(MOST);
    assertThatThrownBy(() -> Money.round(most, EUR, RoundingMode.UP))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.round(most, EUR, RoundingMode.UNNECESSARY))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void sumsAndDifferencesAreExact() {
    assertThat(euros("0.10").plus(euros("0.20"))).isEqualTo(euros("0.30"));
    assertThat(euros("0.10").minus(euros("0.20"))).isEqualTo(euros("-0.10"));
    assertThat(euros("0.10").negated()).isEqualTo(euros("-0.10"));
    assertThat(MOST.plus(Money.zero(EUR))).isEqualTo(MOST);
  }

  @Test
  void nothingWrapsAround() {
    assertThatThrownBy(() -> MOST.plus(CENT)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> LEAST.minus(CENT)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(LEAST::negated).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void currenciesDoNotMix() {
    Money yen = new Money(1, JPY);

    assertRefused(Rule.CURRENCY_DIFFERS, () -> CENT.plus(yen));
    assertRefused(Rule.CURRENCY_DIFFERS, () -> CENT.minus(yen));
    assertRefused(Rule.CURRENCY_DIFFERS, () -> CENT.min(yen));
    assertRefused(Rule.CURRENCY_DIFFERS, () -> CENT.max(yen));
    assertRefused(Rule.CURRENCY_DIFFERS, () -> CENT.compareTo(yen));
  }

  @Test
  void smallerAndLargerAreOneOfBoth() {
    assertThat(euros("1.00").min(euros("2.00"))).isEqualTo(euros("1.00"));
    assertThat(euros("2.00").min(euros("1.00"))).isEqualTo(euros("1.00"));
    assertThat(euros("1.00").max(euros("2.00"))).isEqualTo(euros("2.00"));
    assertThat(euros("2.00").max(euros("1.00"))).isEqualTo(euros("2.00"));
    assertThat(List.of(euros("2.00"), euros("-1.00"), euros("0.00")).stream().sorted().toList())
        .containsExactly(euros("-1.00"), euros("0.00"), euros("2.00"));
  }

  @Test
  void amountIsNothingOrMoreOrLess() {
    assertThat(List.of(CENT.isPositive(), CENT.isZero(), CENT.isNegative()))
        .containsExactly(true, false, false);
    Money none = Money.zero(EUR);
    assertThat(List.of(none.isPositive(), none.isZero(), none.isNegative()))
        .containsExactly(false, true, false);
    Money debt = CENT.negated();
    assertThat(List.of(debt.isPositive(), debt.isZero(), debt.isNegative()))
        .containsExactly(false, false, true);
  }

  @Test
  void amountIsWrittenWithTheDecimalsOfItsCurrency() {
    assertThat(euros("120.5").toDecimalString()).isEqualTo("120.50");
    assertThat(euros("-0.05")).hasToString("-0.05 EUR");
    assertThat(new Money(120, JPY)).hasToString("120 JPY");
    assertThat(LEAST.toMajor()).isEqualTo(new BigDecimal("-92233720368547758.08"));
  }

  @Property
  void everyAmountIsReadAsItIsWritten(@ForAll long minor) {
    Money money = new Money(minor, EUR);

    assertThat(Money.of(money.toDecimalString(), EUR)).isEqualTo(money);
  }

  @Property
  void sumIsExactOrNone(@ForAll long one, @ForAll long other) {
    BigInteger sum = BigInteger.valueOf(one).add(BigInteger.valueOf(other));
    Money money = new Money(one, EUR);
    if (sum.bitLength() < Long.SIZE) {
      assertThat(money.plus(new Money(other, EUR)).minor()).isEqualTo(sum.longValueExact());
    } else {
      assertThatThrownBy(() -> money.plus(new Money(other, EUR)))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Property
  void roundingMovesAnAmountByLessThanAMinorUnit(
      @ForAll @BigRange(min = "-1000000", max = "1000000") BigDecimal major,
      @ForAll RoundingMode rounding) {
    if (rounding != RoundingMode.UNNECESSARY) {
      BigDecimal moved = Money.round(major, EUR, rounding).toMajor().subtract(major).abs();

      assertThat(moved).isLessThan(new BigDecimal("0.01"));
    }
  }

  private static void assertRefused(Rule rule, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
  }
}
