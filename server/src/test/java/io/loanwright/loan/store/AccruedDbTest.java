package io.loanwright.loan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.DbTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says has arisen is what the engine says, to the minor unit. */
@DbTest
class AccruedDbTest {

  private static final LocalDate FROM = LocalDate.of(2021, 2, 1); // a Monday

  private final JdbcClient jdbc;

  AccruedDbTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private long accrued(long interest, int days, LocalDate on) {
    return jdbc.sql("SELECT loan.accrued(:interest, :from, :due, :on)")
        .param("interest", interest)
        .param("from", FROM)
        .param("due", FROM.plusDays(days))
        .param("on", on)
        .query(Long.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 1005, 999_999_999_999L, Long.MAX_VALUE})
  void eachDayIsRoundedHalfToEven(long interest) {
    for (int passed = 1; passed < 28; passed++) {
      long exact =
          BigDecimal.valueOf(interest)
              .multiply(BigDecimal.valueOf(passed))
              .divide(BigDecimal.valueOf(28), 0, RoundingMode.HALF_EVEN)
              .longValueExact();

      assertThat(accrued(interest, 28, FROM.plusDays(passed))).isEqualTo(exact);
    }
  }

  @Test
  void nothingArisesBeforeThePeriodAndAllOfItAtItsEnd() {
    assertThat(accrued(1005, 28, FROM.minusDays(1))).isZero();
    assertThat(accrued(1005, 28, FROM)).isZero();
    assertThat(accrued(1005, 28, FROM.plusDays(28))).isEqualTo(1005);
    assertThat(accrued(1005, 0, FROM)).isEqualTo(1005);
    assertThat(accrued(1005, 28, FROM.plusDays(14))).isEqualTo(502);
  }
}
