package io.loanwright.engine.event;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.terms.ChargeKind;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The day at which an event takes its place, where it agrees something for another day. */
class LoanEventTest {

  private static final LocalDate ON = day("2024-03-10");

  /** What begins before it was agreed counts from its beginning; what begins later from now on. */
  @ParameterizedTest
  @CsvSource({
    "2024-03-09, 2024-03-09",
    "2024-03-10, 2024-03-10",
    "2024-03-11, 2024-03-10",
  })
  void newSchedulesAndChargesCountFromTheEarlierDay(LocalDate from, LocalDate countsOn) {
    LoanEvent reAged = new LoanEvent.ReAged(id(1), ON, 1, schedule(from));
    LoanEvent charge = new LoanEvent.ChargeAdded(id(2), ON, 2, ChargeKind.FEE, from, euros("1.00"));

    assertThat(reAged.countsOn()).isEqualTo(countsOn);
    assertThat(charge.countsOn()).isEqualTo(countsOn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1899-12-31", "3000-01-01"})
  void aNewScheduleBeginsInAYearThatLoansHave(LocalDate firstDueOn) {
    assertThatThrownBy(() -> schedule(firstDueOn))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().rule()).isEqualTo(Rule.OUT_OF_RANGE));
  }

  private static NewSchedule schedule(LocalDate firstDueOn) {
    return new NewSchedule(firstDueOn, 3, 1, PeriodUnit.MONTHS, MovedInterest.RECOMPUTED);
  }
}
