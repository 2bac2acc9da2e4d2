package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.DueDay;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.date.Workdays;
import io.loanwright.engine.event.LoanEvent;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Due dates after one that moved, and those that more time adds, keep the calendar of the loan.
 *
 * <p>2026 by hand: 1 January is a Thursday, 31 January and 28 February are Saturdays, 31 May is a
 * Sunday. The last Fridays of its months from January on: 30, 27, 27, 24, 29, 26, 31, 28.
 */
class MovedDueDatesTest {

  private static final CalendarTerms FOUR_MONTHS = CalendarTerms.of(4, 1, PeriodUnit.MONTHS);
  private static final CalendarTerms LAST_FRIDAYS =
      FOUR_MONTHS.withDueDay(DueDay.last(DayOfWeek.FRIDAY));
  private static final CalendarTerms MONTH_ENDS = FOUR_MONTHS.withDueDay(DueDay.MONTH_END);

  @Test
  void lastFridaysStayLastFridays() {
    assertThat(dueDates(LAST_FRIDAYS, "2026-01-05"))
        .containsExactly("2026-02-27", "2026-03-27", "2026-04-24", "2026-05-29");
    assertThat(dueDates(LAST_FRIDAYS, "2026-01-05", moved("2026-02-27", "2026-03-27"), longer(2)))
        .containsExactly(
            "2026-03-27", "2026-04-24", "2026-05-29", "2026-06-26", "2026-07-31", "2026-08-28");
  }

  @Test
  void monthEndsStayMonthEnds() {
    assertThat(dueDates(MONTH_ENDS, "2026-02-10", moved("2026-03-31", "2026-04-30"), longer(1)))
        .containsExactly("2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31");
  }

  /** The 15th is no last Friday: who moves the due date there agrees on the 15th. */
  @Test
  void anotherDayOfTheMonthIsAgreedByMovingThere() {
    assertThat(dueDates(LAST_FRIDAYS, "2026-01-05", moved("2026-02-27", "2026-03-15"), longer(1)))
        .containsExactly("2026-03-15", "2026-04-15", "2026-05-15", "2026-06-15", "2026-07-15");
  }

  /** A holiday in two steps is the same as in one. */
  @Test
  void dueDatesMoveTwice() {
    assertThat(
            dueDates(
                LAST_FRIDAYS,
                "2026-01-05",
                moved("2026-02-27", "2026-03-27"),
                on ->
                    new LoanEvent.DueDateMoved(id(3), on, 3, day("2026-04-24"), day("2026-05-29"))))
        .containsExactly("2026-03-27", "2026-05-29", "2026-06-26", "2026-07-31");
  }

  /** 25 April and 25 July are Saturdays; nobody works on Monday, 27 April. */
  @Test
  void laterDatesMoveToWorkingDays() {
    CalendarTerms calendar =
        FOUR_MONTHS.withWorkdays(
            new WorkdayTerms(
                Workdays.of(
                    EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of(day("2026-04-27"))),
                WorkdayShift.FOLLOWING,
                ShiftedInterest.RUNS_UNTIL_DUE));

    assertThat(dueDates(calendar, "2026-01-15", moved("2026-02-16", "2026-03-25"), longer(1)))
        .containsExactly("2026-03-25", "2026-04-28", "2026-05-25", "2026-06-25", "2026-07-27");
  }

  /** 15 February and 15 March are Sundays: the 16th is the working day of the 15th. */
  @Test
  void theWorkingDayOfTheAgreedDayKeepsThatDay() {
    CalendarTerms calendar = FOUR_MONTHS.withWorkdays(following(ShiftedInterest.RUNS_UNTIL_DUE));

    assertThat(dueDates(calendar, "2026-01-15", moved("2026-02-16", "2026-03-16"), longer(3)))
        .containsExactly(
            "2026-03-16",
            "2026-04-15",
            "2026-05-15",
            "2026-06-15",
            "2026-07-15",
            "2026-08-17",
            "2026-09-15");
  }

  @Test
  void everyWorkingDayStaysEveryWorkingDay() {
    CalendarTerms daily =
        CalendarTerms.of(5, 1, PeriodUnit.DAYS)
            .withWorkdays(following(ShiftedInterest.RUNS_UNTIL_DUE));

    assertThat(dueDates(daily, "2026-01-01", moved("2026-01-02", "2026-01-08"), longer(2)))
        .containsExactly(
            "2026-01-08",
            "2026-01-09",
            "2026-01-12",
            "2026-01-13",
            "2026-01-14",
            "2026-01-15",
            "2026-01-16");
  }

  /** The day that was agreed stays, Saturday or not; the next one is counted from it. */
  @Test
  void theDayThatWasAgreedIsNotShifted() {
    CalendarTerms preceding =
        CalendarTerms.of(3, 1, PeriodUnit.WEEKS)
            .withWorkdays(
                new WorkdayTerms(
                    Workdays.MONDAY_TO_FRIDAY,
                    WorkdayShift.PRECEDING,
                    ShiftedInterest.RUNS_UNTIL_DUE));

    assertThat(dueDates(preceding, "2026-01-01", moved("2026-01-08", "2026-01-17"), longer(1)))
        .containsExactly("2026-01-17", "2026-01-23", "2026-01-30", "2026-02-06");
  }

  /** Dates of the list that are left are kept; after the last one a month lies between two. */
  @Test
  void listedDatesStay() {
    CalendarTerms listed =
        CalendarTerms.ofDates(
            List.of(day("2026-03-15"), day("2026-05-15"), day("2026-09-30"), day("2026-12-31")));

    assertThat(dueDates(listed, "2026-01-05", moved("2026-03-15", "2026-04-15")))
        .containsExactly("2026-04-15", "2026-05-15", "2026-09-30", "2026-12-31");
    assertThat(dueDates(listed, "2026-01-05", moved("2026-03-15", "2026-05-15"), longer(2)))
        .containsExactly(
            "2026-05-15", "2026-09-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31");
  }

  /**
   * 1.00 of interest a day since 31 December. 2 March is the working day of 28 February, and 1 June
   * that of 31 May: as planned that makes 59, 31, 30, 31 and 30 days, else 61, 29, 30, 32 and 29.
   */
  @Test
  void interestRunsUntilTheDayReallyDueOrStaysAsPlanned() {
    assertThat(interestAfterHoliday(ShiftedInterest.AS_PLANNED))
        .containsExactly(
            euros("59.00"), euros("31.00"), euros("30.00"), euros("31.00"), euros("30.00"));
    assertThat(interestAfterHoliday(ShiftedInterest.RUNS_UNTIL_DUE))
        .containsExactly(
            euros("61.00"), euros("29.00"), euros("30.00"), euros("32.00"), euros("29.00"));
  }

  private static List<Money> interestAfterHoliday(ShiftedInterest rule) {
    CalendarTerms calendar = MONTH_ENDS.withWorkdays(following(rule));
    LoanPosition position =
        position(calendar, "2025-12-31", moved("2026-02-02", "2026-03-02"), longer(1));
    assertThat(dueDates(position))
        .containsExactly("2026-03-02", "2026-03-31", "2026-04-30", "2026-06-01", "2026-06-30");
    return position.installments().stream().map(row -> row.installment().interest()).toList();
  }

  /** The last one is planned for Saturday, 28 February, and due on Monday, 2 March. */
  @Test
  void moreTimeCountsFromTheDateAsPlanned() {
    CalendarTerms calendar =
        CalendarTerms.of(2, 1, PeriodUnit.MONTHS)
            .withDueDay(DueDay.MONTH_END)
            .withWorkdays(following(ShiftedInterest.AS_PLANNED));

    LoanPosition position = position(calendar, "2025-12-31", longer(1));

    assertThat(dueDates(position)).containsExactly("2026-02-02", "2026-03-02", "2026-03-31");
    assertThat(position.installments().getLast().installment().interest())
        .isEqualTo(euros("31.00"));
  }

  /**
   * 1.00 of interest a day since 1 January and 2.00 since 10 February. On the 15th the first due
   * date, 1 February, moves to 1 March: 59 days of the first 1,000.00 and 19 of the others fall
   * before it.
   */
  @Test
  void moneyThatWentOutSinceADueDateThatPassedBearsInterestUntilTheNewOne() {
    CalendarTerms calendar = CalendarTerms.of(3, 1, PeriodUnit.MONTHS);
    LoanEvent out = disbursed(1, "2026-01-01", "1000.00");
    LoanEvent more = disbursed(2, "2026-02-10", "1000.00");
    LoanEvent moved =
        new LoanEvent.DueDateMoved(
            id(3), day("2026-02-15"), 3, day("2026-02-01"), day("2026-03-01"));

    LoanPosition position =
        Replay.position(interestOnly(calendar), List.of(out, more, moved), day("2026-02-15"));

    assertThat(position.installments())
        .extracting(row -> row.installment().interest())
        .containsExactly(euros("78.00"), euros("62.00"), euros("60.00"));
  }

  private static WorkdayTerms following(ShiftedInterest interest) {
    return new WorkdayTerms(Workdays.MONDAY_TO_FRIDAY, WorkdayShift.FOLLOWING, interest);
  }

  /** What is agreed on the day of the payout. */
  private interface Change extends Function<LocalDate, LoanEvent> {}

  private static Change moved(String due, String newDue) {
    return on -> new LoanEvent.DueDateMoved(id(2), on, 2, day(due), day(newDue));
  }

  private static Change longer(int installments) {
    return on -> new LoanEvent.TermExtended(id(4), on, 4, on, installments);
  }

  private static List<String> dueDates(CalendarTerms calendar, String out, Change... changes) {
    return dueDates(position(calendar, out, changes));
  }

  private static List<String> dueDates(LoanPosition position) {
    return position.installments().stream()
        .map(row -> row.installment().dueOn().toString())
        .toList();
  }

  private static LoanPosition position(CalendarTerms calendar, String out, Change... changes) {
    Stream<LoanEvent> agreed = Stream.of(changes).map(change -> change.apply(day(out)));
    List<LoanEvent> events =
        Stream.concat(Stream.of(disbursed(1, out, "1000.00")), agreed).toList();
    return Replay.position(interestOnly(calendar), events, day(out));
  }

  private static LoanTerms interestOnly(CalendarTerms calendar) {
    return LoanTerms.of(
        EUR,
        InterestTerms.of(new BigDecimal("36.5")),
        RepaymentTerms.of(calendar.repayments(), calendar.every(), calendar.unit())
            .withAmortization(Amortization.INTEREST_ONLY)
            .withCalendar(calendar));
  }
}
