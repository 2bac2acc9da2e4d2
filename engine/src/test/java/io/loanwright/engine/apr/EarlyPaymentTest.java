package io.loanwright.engine.apr;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.PeriodUnit;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A charge that is paid before the money goes out. */
class EarlyPaymentTest {

  private static final UnitPeriod FIVE_DAYS = new UnitPeriod(5, PeriodUnit.DAYS);
  private static final List<CashFlow> LENT = List.of(new CashFlow(day("2024-03-06"), euros("100")));

  /**
   * 16 × 1.25 + 100 / 1.25 = 20 + 80 = 100: 25 % in five days, 73 times a year. 16 × 5 + 100 / 5 is
   * 100 too, but 400 % is farther from zero.
   */
  @Test
  void growsUntilTheMoneyGoesOut() {
    List<CashFlow> paid =
        List.of(
            new CashFlow(day("2024-03-01"), euros("16")),
            new CashFlow(day("2024-03-11"), euros("100")));

    assertThat(ActuarialApr.of(LENT, paid, FIVE_DAYS, 2))
        .hasValueSatisfying(apr -> assertThat(apr).isEqualByComparingTo("1825.00"));
  }

  /**
   * 40 × 1.2 + 62.40 / 1.2 = 48 + 52 = 100: 20 % in five days. At 30 % it is 52 + 48, which is
   * farther from zero; at more than that it is more than 100 for ever.
   */
  @Test
  void takesTheNearerOfTwoRates() {
    List<CashFlow> paid =
        List.of(
            new CashFlow(day("2024-03-01"), euros("40")),
            new CashFlow(day("2024-03-11"), euros("62.40")));

    assertThat(ActuarialApr.of(LENT, paid, FIVE_DAYS, 2)).contains(new BigDecimal("1460.00"));
  }

  /** 40 x + 100 / x is least at x = √2.5, where it is 126.49: never the 100 that were lent. */
  @Test
  void hasNoRateWhereNoneMakesBothSidesEqual() {
    List<CashFlow> paid =
        List.of(
            new CashFlow(day("2024-03-01"), euros("40")),
            new CashFlow(day("2024-03-11"), euros("100")));

    assertThat(ActuarialApr.of(LENT, paid, FIVE_DAYS, 2)).isEmpty();
  }

  /** The same at 25 % a year: 16 × 1.25 + 100 / 1.25 = 100, a year before and a year after. */
  @Test
  void growsUntilTheMoneyGoesOutInTheEuropeanUnionToo() {
    List<CashFlow> paid =
        List.of(
            new CashFlow(day("2023-03-06"), euros("16")),
            new CashFlow(day("2025-03-06"), euros("100")));

    assertThat(EffectiveApr.of(LENT, paid, PeriodUnit.MONTHS)).contains(new BigDecimal("25.00"));
  }
}
