package io.loanwright.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Currencies are those of ISO 4217, with the decimals that ISO 4217 gives them. */
class CurrencyTest {

  @ParameterizedTest
  @CsvSource({"EUR, 2", "JPY, 0", "KWD, 3", "PHP, 2", "CLF, 4"})
  void currencyHasTheDecimalsOfItsMinorUnit(String code, int digits) {
    assertThat(Currency.of(code)).isEqualTo(new Currency(code, digits));
    assertThat(Currency.isKnown(code)).isTrue();
    assertThat(Currency.of(code)).hasToString(code);
  }

  /** XAU is gold and XTS is for tests: both have codes and no minor unit. */
  @ParameterizedTest
  @ValueSource(strings = {"", "EU", "EURO", "eur", "EU1", "E R", "[UR", "@UR", "ZZZ", "XAU", "XTS"})
  void codeThatNoCurrencyHasIsUnknown(String code) {
    assertThat(Currency.isKnown(code)).isFalse();
    assertThatThrownBy(() -> Currency.of(code))
        .isInstanceOfSatisfying(Refused.class, CurrencyTest::assertUnknown)
        .hasMessage("There is no currency with the code \"" + code + "\".");
  }

  @Test
  void longCodeIsShownShortened() {
    assertThatThrownBy(() -> Currency.of("ABCDEFGHIJ")).hasMessageContaining("\"ABCDEFGHIJ\"");
    assertThatThrownBy(() -> Currency.of("ABCDEFGHIJK")).hasMessageContaining("\"ABCDEFGHIJ…\"");
  }

  @Test
  void minorUnitHasNoneToFourDecimals() {
    assertThat(new Currency("AAA", 0).minorDigits()).isZero();
    assertThat(new Currency("ZZZ", 4).minorDigits()).isEqualTo(4);
    assertThatThrownBy(() -> new Currency("EUR", -1))
        .isInstanceOfSatisfying(Refused.class, CurrencyTest::assertUnknown);
    assertThatThrownBy(() -> new Currency("EUR", 5))
        .isInstanceOfSatisfying(Refused.class, CurrencyTest::assertUnknown);
    assertThatThrownBy(() -> new Currency("eur", 2))
        .isInstanceOfSatisfying(Refused.class, CurrencyTest::assertUnknown);
  }

  private static void assertUnknown(Refused refused) {
    assertThat(refused.refusal().rule()).isEqualTo(Rule.CURRENCY_UNKNOWN);
    assertThat(refused.refusal().field()).isEqualTo("currency");
  }
}
