package io.loanwright.engine.date;

import static io.loanwright.engine.Loans.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.DayCountContext.ReferencePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Act/365L looks at the period that the days lie in. Source: ICMA rule 251.1(i) part 2. */
class DayCountPeriodTest {

  /** Once a year the leap day of the period decides; more often the year of its end. */
  @ParameterizedTest
  @CsvSource({
    "2023-02-01, 2024-02-01, 1, 365, 365",
    "2023-03-01, 2024-03-01, 1, 366, 366",
    "2023-08-01, 2024-02-01, 2, 184, 366",
    "2024-02-01, 2024-08-01, 2, 182, 366",
    "2022-08-01, 2023-02-01, 2, 184, 365",
  })
  void yearHas366DaysAsThePeriodSays(
      LocalDate from, LocalDate to, int perYear, BigDecimal days, BigDecimal year) {
    DayCountContext context =
        new DayCountContext(List.of(new ReferencePeriod(from, to)), perYear, null);

    assertThat(DayCount.ACT_365_L.yearFraction(from, to, context))
        .isEqualByComparingTo(days.divide(year, DayCount.PRECISION));
    assertThat(DayCount.ACT_365_L.yearFraction(to, from, context).signum()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"2024-03-01, 2024-02-28, -2", "2024-02-28, 2024-03-01, 2"})
  void daysTurnedRoundAreNegative(String from, String to, long days) {
    assertThat(DayCount.ACT_360.days(day(from), day(to))).isEqualTo(days);
  }
}
