package io.loanwright.engine.schedule;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.date.Workdays;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.engine.terms.WorkdayTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short months, fixed lengths, due dates that fall together, and the end of the calendar. */
class CalendarEndTest {

  @Test
  void theDayOfTheStartComesBackAfterAFebruaryOf28Days() {
    assertThat(dueDates(CalendarTerms.of(3, 1, PeriodUnit.MONTHS), "2023-01-31"))
        .containsExactly(day("2023-02-28"), day("2023-03-31"), day("2023-04-30"));
  }

  /** Five months in three installments: the last one is due five months after the start. */
  @Test
  void theLastInstallmentIsDueWhereAFixedLengthEnds() {
    assertThat(dueDates(ofLength(5), "2024-01-01"))
        .containsExactly(day("2024-02-01"), day("2024-03-01"), day("2024-06-01"));
  }

  @Test
  void aFixedLengthEndsAfterTheInstallmentBeforeTheLast() {
    assertThat(dueDates(ofLength(3), "2024-01-01").getLast()).isEqualTo(day("2024-04-01"));
    assertRefused(Rule.TERMS_CONTRADICT, () -> DueDates.of(ofLength(2), day("2024-01-01")));
  }

  /** A due date starts the next period; money that goes out after the last one goes into that. */
  @ParameterizedTest
  @CsvSource({
    "2024-01-01, 0",
    "2024-01-31, 0",
    "2024-02-01, 1",
    "2024-03-31, 2",
    "2024-04-01, 2",
    "2024-04-02, 2",
  })
  void moneyGoesIntoThePeriodThatEndsAfterTheDay(LocalDate on, int index) {
    List<Period> periods =
        DueDates.of(CalendarTerms.of(3, 1, PeriodUnit.MONTHS), day("2024-01-01"));

    assertThat(DueDates.periodOf(on, periods, periods)).isEqualTo(index);
  }

  /**
   * Saturday 10 and Sunday 11 January 2026 both move to Monday. 1,000.00 at 36.5 % bear 1.00 a day:
   * 11 until Monday, nothing from Monday to Monday, one until Tuesday.
   */
  @Test
  void installmentsThatFallDueTogetherBearInterestOnce() {
    CalendarTerms calendar =
        CalendarTerms.ofDates(List.of(day("2026-01-10"), day("2026-01-11"), day("2026-01-13")))
            .withWorkdays(
                new WorkdayTerms(
                    Workdays.MONDAY_TO_FRIDAY,
                    WorkdayShift.FOLLOWING,
                    ShiftedInterest.RUNS_UNTIL_DUE));
    LoanTerms terms =
        LoanTerms.of(
            EUR,
            InterestTerms.of(new BigDecimal("36.5")),
            RepaymentTerms.of(3, 1, PeriodUnit.MONTHS)
                .withAmortization(Amortization.INTEREST_ONLY)
                .withCalendar(calendar));

    assertThat(Schedule.of(terms, day("2026-01-01"), euros("1000.00")).installments())
        .extracting(Installment::interest)
        .containsExactly(euros("11.00"), euros("0.00"), euros("1.00"));
  }

  @Test
  void noInstallmentIsDueAfterTheYear2999() {
    LoanTerms terms = monthly("7", 6);

    assertThat(Schedule.of(terms, day("2999-06-30"), euros("100.00")).installments()).hasSize(6);
    assertRefused(Rule.OUT_OF_RANGE, () -> Schedule.of(terms, day("2999-07-01"), euros("100.00")));
  }

  private static CalendarTerms ofLength(int months) {
    return new CalendarTerms(3, 1, PeriodUnit.MONTHS, null, null, months);
  }

  private static List<LocalDate> dueDates(CalendarTerms terms, String start) {
    return DueDates.of(terms, day(start)).stream().map(Period::to).toList();
  }

  private static void assertRefused(Rule rule, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
  }
}
