package io.loanwright.engine.apr;

import static io.loanwright.engine.Loans.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money changes hands in years that loans have. */
class CashFlowTest {

  @ParameterizedTest
  @ValueSource(strings = {"1899-12-31", "3000-01-01", "+999999999-12-31"})
  void otherYearsAreRefused(LocalDate on) {
    assertThatThrownBy(() -> new CashFlow(on, euros("1.00")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().rule()).isEqualTo(Rule.OUT_OF_RANGE));
  }
}
