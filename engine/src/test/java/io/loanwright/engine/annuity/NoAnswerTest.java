package io.loanwright.engine.annuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments that never get there and rates that nothing is worth. 100 is owed at 10 %. */
class NoAnswerTest {

  private static final BigDecimal RATE = new BigDecimal("0.10");

  /** 10 is the interest of a period, and less does not even pay that. */
  @ParameterizedTest
  @ValueSource(strings = {"-10", "-9", "0"})
  void paymentsThatOnlyPayInterestNeverEnd(String payment) {
    assertThat(owing(payment).periods(RATE)).isEmpty();
  }

  /** 100 x 1.1 = 110. */
  @Test
  void oneMoreIsOnePayment() {
    assertThat(owing("-110").periods(RATE).orElseThrow()).isCloseTo(1, Offset.offset(1e-12));
  }

  @Test
  void withoutInterestOnlyPaymentsGetThere() {
    assertThat(owing("0").periods(BigDecimal.ZERO)).isEmpty();
    assertThat(owing("-20").periods(BigDecimal.ZERO)).hasValue(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-1.5"})
  void noRateTakesAllAway(BigDecimal rate) {
    assertThatThrownBy(() -> Annuity.inArrears(rate, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** At -50 % three periods leave 100 / 2³. */
  @Test
  void aRateAboveThatIsARate() {
    assertThat(
            Annuity.inArrears(new BigDecimal("-0.5"), 3)
                .futureValue(BigDecimal.ZERO, new BigDecimal("100")))
        .isEqualByComparingTo("-12.5");
  }

  private static Unknowns owing(String payment) {
    return new Unknowns(
        new BigDecimal(payment), new BigDecimal("100"), BigDecimal.ZERO, PaymentTime.IN_ARREARS);
  }
}
