package io.loanwright.loan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.explain.SizeChange;
import io.loanwright.engine.explain.Why;
import io.loanwright.engine.money.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Rules in the words that a borrower reads. */
class ExplanationWordsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final BigDecimal LENT = new BigDecimal("900.00");

  private static String sentence(Why why) {
    return new ExplanationWords(new PlainWords(Currency.of("EUR"))).sentence(why);
  }

  @Test
  void oneDayIsADay() {
    Why why =
        new Why.InterestOnBalance(LENT, BigDecimal.TWO, MONDAY, MONDAY.plusDays(1), 1, "1/365");

    assertThat(sentence(why))
        .isEqualTo(
            "Interest on the 900.00 EUR still owed, at 2 % a year, for 1 day"
                + " (2 March 2026 to 3 March 2026): 1/365 of a year");
  }

  /** 6.214999 x 9 / 21 = 2.663571, which 6.22 would not give. */
  @Test
  void whatIsNotRoundedIsSaidAsItIs() {
    Why why =
        new Why.InterestBeforeChange(new BigDecimal("6.214999"), MONDAY, MONDAY.plusDays(9), 9, 21);

    assertThat(sentence(why))
        .isEqualTo(
            "Arisen before a change, of 6.214999 interest until the due date,"
                + " from 2 March 2026 to 11 March 2026: 9 of 21 days");
  }

  @Test
  void timeIsCountedInYearsOrIntervals() {
    BigDecimal three = new BigDecimal("3.000000");

    assertThat(sentence(new Why.PresentValue(MONDAY, LENT, three, Why.TimeUnit.INTERVAL)))
        .isEqualTo("900.00 EUR on 2 March 2026, counted back 3 intervals");
    assertThat(sentence(new Why.PresentValue(MONDAY, LENT, BigDecimal.ONE, Why.TimeUnit.YEAR)))
        .isEqualTo("900.00 EUR on 2 March 2026, counted back 1 year");
    assertThat(sentence(new Why.PresentValue(MONDAY, LENT, three.negate(), Why.TimeUnit.YEAR)))
        .isEqualTo("900.00 EUR on 2 March 2026, counted forward 3 years");
    assertThat(sentence(new Why.PresentValue(MONDAY, LENT, BigDecimal.ZERO, Why.TimeUnit.YEAR)))
        .isEqualTo("900.00 EUR on 2 March 2026");
  }

  @Test
  void changeIsNamedWithItsDay() {
    assertThat(sentence(new Why.InstallmentSince(SizeChange.ANOTHER_RATE, MONDAY)))
        .isEqualTo("Since another rate counts, from 2 March 2026");
    assertThat(sentence(new Why.InstallmentSince(SizeChange.MORE_MONEY, MONDAY)))
        .isEqualTo("Since more money was paid out, from 2 March 2026");
  }
}
