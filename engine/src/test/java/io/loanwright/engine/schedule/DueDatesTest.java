package io.loanwright.engine.schedule;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.DueDay;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.date.Workdays;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.engine.terms.WorkdayTerms;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When installments fall due, by calendar and by working days. */
class DueDatesTest {

  private static final Workdays WEEKDAYS = Workdays.MONDAY_TO_FRIDAY;

  /** Months. */
  @Nested
  class Monthly {

    private static final CalendarTerms FOUR_MONTHS = CalendarTerms.of(4, 1, PeriodUnit.MONTHS);

    @Test
    void keepsTheDayOfTheStartWhereTheMonthHasIt() {
      assertThat(dueDates(FOUR_MONTHS, "2023-10-31"))
          .containsExactly("2023-11-30", "2023-12-31", "2024-01-31", "2024-02-29");
    }

    @Test
    void fallsOnTheLastDayOfEachMonth() {
      assertThat(dueDates(FOUR_MONTHS.withDueDay(DueDay.MONTH_END), "2022-11-10"))
          .containsExactly("2022-12-31", "2023-01-31", "2023-02-28", "2023-03-31");
    }

    @Test
    void fallsOnItsDayOfTheMonthWhateverTheStart() {
      assertThat(dueDates(FOUR_MONTHS.withDueDay(DueDay.ofMonth(30)), "2022-11-10"))
          .containsExactly("2022-12-30", "2023-01-30", "2023-02-28", "2023-03-30");
    }

    /** Second Tuesdays of 2026: 13 January, 10 February, 10 March, 14 April. */
    @Test
    void fallsOnTheSecondTuesday() {
      DueDay secondTuesday = DueDay.nth(2, DayOfWeek.TUESDAY);

      assertThat(dueDates(FOUR_MONTHS.withDueDay(secondTuesday), "2025-12-20"))
          .containsExactly("2026-01-13", "2026-02-10", "2026-03-10", "2026-04-14");
    }

    @Test
    void fallsOnTheLastFriday() {
      DueDay lastFriday = DueDay.last(DayOfWeek.FRIDAY);

      assertThat(dueDates(FOUR_MONTHS.withDueDay(lastFriday), "2025-12-20"))
          .containsExactly("2026-01-30", "2026-02-27", "2026-03-27", "2026-04-24");
    }

    @Test
    void countsFromTheFirstDueDateWhereItIsGiven() {
      CalendarTerms terms =
          FOUR_MONTHS.withDueDay(DueDay.MONTH_END).withFirstDueOn(day("2026-02-10"));

      assertThat(dueDates(terms, "2025-12-20"))
          .containsExactly("2026-02-10", "2026-03-31", "2026-04-30", "2026-05-31");
    }

    @Test
    void refusesADayOfTheMonthForWeeks() {
      CalendarTerms weekly = CalendarTerms.of(4, 1, PeriodUnit.WEEKS);

      assertThatThrownBy(() -> weekly.withDueDay(DueDay.MONTH_END))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal().rule()).isEqualTo(Rule.TERMS_CONTRADICT));
    }
  }

  /** Dates that follow no rule. */
  @Nested
  class Listed {

    @Test
    void fallsOnTheDatesListed() {
      CalendarTerms terms = CalendarTerms.ofDates(List.of(day("2026-03-15"), day("2026-09-30")));

      assertThat(dueDates(terms, "2026-01-02")).containsExactly("2026-03-15", "2026-09-30");
    }

    @Test
    void refusesDatesThatDoNotRise() {
      List<LocalDate> dates = List.of(day("2026-03-15"), day("2026-03-15"));

      assertThatThrownBy(() -> CalendarTerms.ofDates(dates)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesADateBeforeTheStart() {
      CalendarTerms terms = CalendarTerms.ofDates(List.of(day("2026-03-15")));

      assertThatThrownBy(() -> DueDates.of(terms, day("2026-03-15"))).isInstanceOf(Refused.class);
    }
  }

  /** Working days. 31 January 2026 is a Saturday, 28 February one too. */
  @Nested
  class OnWorkingDays {

    private static final CalendarTerms MONTH_ENDS =
        CalendarTerms.of(3, 1, PeriodUnit.MONTHS).withDueDay(DueDay.MONTH_END);

    @Test
    void followsToTheNextWorkingDayAndCountsOnFromTheDatePlanned() {
      assertThat(dueDates(shifted(WorkdayShift.FOLLOWING), "2025-12-31"))
          .containsExactly("2026-02-02", "2026-03-02", "2026-03-31");
    }

    @Test
    void staysInItsMonthWhereModified() {
      assertThat(dueDates(shifted(WorkdayShift.MODIFIED_FOLLOWING), "2025-12-31"))
          .containsExactly("2026-01-30", "2026-02-27", "2026-03-31");
    }

    @Test
    void movesOverHolidaysToo() {
      Workdays holidays =
          Workdays.of(EnumSet.of(DayOfWeek.SUNDAY), List.of(day("2026-01-31"), day("2026-02-02")));
      CalendarTerms terms =
          MONTH_ENDS.withWorkdays(
              new WorkdayTerms(holidays, WorkdayShift.FOLLOWING, ShiftedInterest.RUNS_UNTIL_DUE));

      assertThat(dueDates(terms, "2025-12-31").getFirst()).isEqualTo("2026-02-03");
    }

    /** 2 January 2026 is a Friday; five working days on, one weekend lies between. */
    @Test
    void everyDayMeansEveryWorkingDay() {
      CalendarTerms daily =
          CalendarTerms.of(5, 1, PeriodUnit.DAYS)
              .withWorkdays(
                  new WorkdayTerms(
                      WEEKDAYS, WorkdayShift.FOLLOWING, ShiftedInterest.RUNS_UNTIL_DUE));

      assertThat(dueDates(daily, "2026-01-01"))
          .containsExactly("2026-01-02", "2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08");
    }

    @Test
    void refusesAFirstDueDateThatMovesBeforeTheStart() {
      CalendarTerms terms =
          CalendarTerms.of(1, 1, PeriodUnit.WEEKS)
              .withFirstDueOn(day("2026-01-31"))
              .withWorkdays(
                  new WorkdayTerms(
                      WEEKDAYS, WorkdayShift.PRECEDING, ShiftedInterest.RUNS_UNTIL_DUE));

      assertThatThrownBy(() -> DueDates.of(terms, day("2026-01-30"))).isInstanceOf(Refused.class);
    }

    /**
     * 1,000.00 at 36.5 % and a year of 365: 1.00 a day. 31 days until 31 January; the shift to 2
     * February adds two, which the next period then lacks.
     */
    @Test
    void interestRunsUntilTheDayReallyDueOrStaysAsPlanned() {
      assertThat(interest(ShiftedInterest.RUNS_UNTIL_DUE))
          .containsExactly(euros("33.00"), euros("28.00"), euros("29.00"));
      assertThat(interest(ShiftedInterest.AS_PLANNED))
          .containsExactly(euros("31.00"), euros("28.00"), euros("31.00"));
    }

    private static List<Money> interest(ShiftedInterest rule) {
      CalendarTerms calendar =
          MONTH_ENDS.withWorkdays(new WorkdayTerms(WEEKDAYS, WorkdayShift.FOLLOWING, rule));
      LoanTerms terms =
          LoanTerms.of(
              EUR,
              InterestTerms.of(new BigDecimal("36.5")),
              RepaymentTerms.of(3, 1, PeriodUnit.MONTHS)
                  .withAmortization(Amortization.INTEREST_ONLY)
                  .withCalendar(calendar));
      Schedule schedule = Schedule.of(terms, day("2025-12-31"), euros("1000.00"));
      assertThat(schedule.installments().getFirst().dueOn()).isEqualTo(day("2026-02-02"));
      return schedule.installments().stream().map(Installment::interest).toList();
    }

    private static CalendarTerms shifted(WorkdayShift shift) {
      return MONTH_ENDS.withWorkdays(
          new WorkdayTerms(WEEKDAYS, shift, ShiftedInterest.RUNS_UNTIL_DUE));
    }
  }

  private static List<String> dueDates(CalendarTerms terms, String start) {
    return DueDates.of(terms, day(start)).stream().map(period -> period.to().toString()).toList();
  }
}
