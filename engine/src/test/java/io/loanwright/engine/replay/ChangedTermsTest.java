package io.loanwright.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Rule;
import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.date.Workdays;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.engine.terms.WorkdayTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is agreed while a loan runs changes its schedule as people expect, or is refused. */
class ChangedTermsTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate PAID_OUT = LocalDate.of(2026, 1, 1);
  private static final LocalDate CHANGED = LocalDate.of(2026, 4, 10);
  private static final UUID ID = new UUID(0, 2);
  private static final LoanEvent PAYOUT =
      new LoanEvent.Disbursed(new UUID(0, 1), PAID_OUT, 1, Money.of("1200.00", EUR));

  private static LoanTerms terms(InterestMethod method, Amortization amortization) {
    return LoanTerms.of(
        EUR,
        InterestTerms.of(new BigDecimal("12")).withMethod(method),
        RepaymentTerms.of(12, 1, PeriodUnit.MONTHS).withAmortization(amortization));
  }

  private static Acceptance change(LoanTerms terms, LoanEvent event) {
    return Replay.accept(terms, List.of(PAYOUT), event, CHANGED);
  }

  private static LoanEvent rate(String percent) {
    return new LoanEvent.RateChanged(ID, CHANGED, 2, CHANGED, new BigDecimal(percent));
  }

  private static LoanEvent longer() {
    return new LoanEvent.TermExtended(ID, CHANGED, 2, CHANGED, 6);
  }

  private static LoanEvent pause() {
    return new LoanEvent.InterestPaused(ID, CHANGED, 2, CHANGED, LocalDate.of(2026, 5, 20));
  }

  @ParameterizedTest
  @CsvSource({"DECLINING_BALANCE, 6, true", "DECLINING_BALANCE, 24, false"})
  void theRateChangesTheInterestAndNotThePrincipal(
      InterestMethod method, String percent, boolean cheaper) {
    LoanTerms terms = terms(method, Amortization.EQUAL_INSTALLMENTS);
    Acceptance.Accepted changed = accepted(change(terms, rate(percent)));

    assertThat(principal(changed.after())).isEqualTo(Money.of("1200.00", EUR));
    assertThat(interest(changed.after()).compareTo(interest(changed.before())) < 0)
        .isEqualTo(cheaper);
    assertThat(changed.after().installments().getFirst())
        .as("what was due before the change")
        .isEqualTo(changed.before().installments().getFirst());
  }

  @Test
  void moreTimeCostsMoreInterestAndMakesSmallerInstallments() {
    Acceptance.Accepted changed =
        accepted(
            change(
                terms(InterestMethod.DECLINING_BALANCE, Amortization.EQUAL_INSTALLMENTS),
                longer()));

    assertThat(changed.after().installments()).hasSize(18);
    assertThat(principal(changed.after())).isEqualTo(Money.of("1200.00", EUR));
    assertThat(interest(changed.after())).isGreaterThan(interest(changed.before()));
    assertThat(changed.after().installments().get(6).installment().asked().total())
        .isLessThan(changed.before().installments().get(6).installment().asked().total());
  }

  @Test
  void daysWithoutInterestCostNone() {
    Acceptance.Accepted changed =
        accepted(
            change(
                terms(InterestMethod.DECLINING_BALANCE, Amortization.EQUAL_INSTALLMENTS), pause()));

    assertThat(principal(changed.after())).isEqualTo(Money.of("1200.00", EUR));
    assertThat(interest(changed.after())).isLessThan(interest(changed.before()));
  }

  @Test
  void flatInterestIsOneSumAndTakesNoChange() {
    LoanTerms terms = terms(InterestMethod.FLAT, Amortization.EQUAL_INSTALLMENTS);

    assertThat(List.of(rate("6"), longer(), pause()))
        .allSatisfy(event ->
            assertThat(change(terms, event))
                .isInstanceOfSatisfying(
                    Acceptance.Declined.class,
                    declined ->
                        assertThat(declined.refusal().rule()).isEqualTo(Rule.TERMS_CONTRADICT)));
  }

  /**
   * 24 % of 900.00 by days over 365, from 23 October on: 182 days in months of 31, 30, 31, 31, 28
   * and 31; with 61 more in the first, 92.
   */
  @Test
  void flatInterestByDaysFollowsADueDateThatMoves() {
    LoanTerms terms =
        LoanTerms.of(
            EUR,
            InterestTerms.of(new BigDecimal("24"))
                .withMethod(InterestMethod.FLAT)
                .withDays(DaysInYear.DAYS_365, DaysInMonth.ACTUAL),
            RepaymentTerms.of(6, 1, PeriodUnit.MONTHS));
    LocalDate on = LocalDate.of(2026, 10, 23);
    LocalDate due = LocalDate.of(2026, 11, 23);
    LoanEvent out = new LoanEvent.Disbursed(new UUID(0, 1), on, 1, Money.of("900.00", EUR));
    LoanEvent moved = new LoanEvent.DueDateMoved(ID, due, 2, due, LocalDate.of(2027, 1, 23));

    LoanPosition before = Replay.position(terms, List.of(out), due);
    LoanPosition after = Replay.position(terms, List.of(out, moved), due);

    assertThat(column(before, Installment::interest))
        .isEqualTo("18.35 17.75 18.35 18.35 16.57 18.35");
    assertThat(column(after, Installment::interest))
        .isEqualTo("54.44 18.35 16.57 18.35 17.75 18.35");
    assertThat(interest(before)).isEqualTo(Money.of("107.72", EUR));
    assertThat(interest(after)).isEqualTo(Money.of("143.81", EUR));
  }

  /** 1,200.00 at 12 %, months of 30 days: 1 % a month, and 0.5 % once it is 6 %. */
  @ParameterizedTest
  @CsvSource({
    "EQUAL_PRINCIPAL, 12.00 11.00 10.00 4.50 4.00 3.50 3.00 2.50 2.00 1.50 1.00 0.50",
    "INTEREST_ONLY, 12.00 12.00 12.00 6.00 6.00 6.00 6.00 6.00 6.00 6.00 6.00 6.00",
    "BULLET, 90.00",
  })
  void anotherRateChangesTheInterestOnTop(Amortization amortization, String interest) {
    LoanPosition changed = after(amortization, rateFrom("2026-04-02", "6"));

    assertThat(column(changed, Installment::interest)).isEqualTo(interest);
    assertThat(column(changed, Installment::principal))
        .isEqualTo(column(after(amortization, null), Installment::principal));
  }

  @ParameterizedTest
  @CsvSource({
    "EQUAL_PRINCIPAL, 100.00 100.00 100.00 60.00 60.00 60.00, 9.00",
    "INTEREST_ONLY, 0.00 0.00 0.00 0.00 0.00 0.00, 12.00",
  })
  void moreTimeSpreadsThePrincipalToComeInTheWayAgreed(
      Amortization amortization, String firstSix, String fourthInterest) {
    LoanPosition longer = after(amortization, extendedFrom("2026-04-02", 6));

    assertThat(longer.installments()).hasSize(18);
    assertThat(column(longer, Installment::principal)).startsWith(firstSix);
    assertThat(principal(longer)).isEqualTo(Money.of("1200.00", EUR));
    assertThat(longer.installments().get(3).installment().interest().toDecimalString())
        .isEqualTo(fourthInterest);
    assertThat(longer.installments().getLast().installment().dueOn()).isEqualTo("2027-07-01");
  }

  /**
   * 450.00 more on 1 April: with 900.00 that are left 1,350.00 are repaid by nine, 150.00 each, and
   * each month bears 1 % of what is left then.
   */
  @ParameterizedTest
  @CsvSource({
    "EQUAL_PRINCIPAL,"
        + " 100.00 100.00 100.00 150.00 150.00 150.00 150.00 150.00 150.00 150.00 150.00 150.00,"
        + " 12.00 11.00 10.00 13.50 12.00 10.50 9.00 7.50 6.00 4.50 3.00 1.50",
    "INTEREST_ONLY, 0.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 1650.00,"
        + " 12.00 12.00 12.00 16.50 16.50 16.50 16.50 16.50 16.50 16.50 16.50 16.50",
    "BULLET, 1650.00, 184.50",
  })
  void moreMoneyIsRepaidAsIfTheRestHadBeenAgreedAnew(
      Amortization amortization, String principal, String interest) {
    LoanPosition more = after(amortization, moreOn("2026-04-01"));

    assertThat(column(more, Installment::principal)).isEqualTo(principal);
    assertThat(column(more, Installment::interest)).isEqualTo(interest);
  }

  /** On 16 April, half of the month is left, so that 450.00 bear 2.25 until May. */
  @ParameterizedTest
  @CsvSource({
    "EQUAL_PRINCIPAL, 12.00 11.00 10.00 11.25 12.00 10.50 9.00 7.50 6.00 4.50 3.00 1.50",
    "INTEREST_ONLY, 12.00 12.00 12.00 14.25 16.50 16.50 16.50 16.50 16.50 16.50 16.50 16.50",
    "BULLET, 182.25",
  })
  void moreMoneyWithinAPeriodBearsInterestFromItsDayOn(Amortization amortization, String interest) {
    LoanPosition more =
        Replay.position(
            monthly(amortization),
            List.of(PAYOUT, moreOn("2026-04-16")),
            LocalDate.of(2026, 4, 16));

    assertThat(column(more, Installment::interest)).isEqualTo(interest);
    assertThat(principal(more)).isEqualTo(Money.of("1650.00", EUR));
  }

  /** What was agreed as one sum says nothing of more money, unless it is spread evenly anyway. */
  @Test
  void moreMoneyOnFlatInterestThatIsNotInEqualInstallmentsIsRefused() {
    for (Amortization amortization :
        List.of(Amortization.EQUAL_PRINCIPAL, Amortization.INTEREST_ONLY, Amortization.BULLET)) {
      assertThat(change(terms(InterestMethod.FLAT, amortization), moreOn("2026-04-10")))
          .isInstanceOfSatisfying(
              Acceptance.Declined.class,
              declined ->
                  assertThat(declined.refusal().rule()).isEqualTo(Rule.DISBURSEMENT_NOT_ALLOWED));
    }
  }

  @Test
  void bulletLoanWithMoreTimeIsDueLaterWithTheInterestUntilThen() {
    LoanPosition longer = after(Amortization.BULLET, extendedFrom("2026-04-02", 6));

    assertThat(longer.installments())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.installment().dueOn()).isEqualTo("2027-07-01");
          assertThat(row.installment().principal()).isEqualTo(Money.of("1200.00", EUR));
          assertThat(row.installment().interest()).isEqualTo(Money.of("216.00", EUR));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "EQUAL_PRINCIPAL, 12.00 11.00 10.00 9.00 0.00 7.00 6.00 5.00 4.00 3.00 2.00 1.00",
    "INTEREST_ONLY, 12.00 12.00 12.00 12.00 0.00 12.00 12.00 12.00 12.00 12.00 12.00 12.00",
    "BULLET, 132.00",
  })
  void monthWithoutInterestHasNoneOnTop(Amortization amortization, String interest) {
    LoanPosition paused =
        after(
            amortization,
            new LoanEvent.InterestPaused(
                ID, PAID_OUT, 2, LocalDate.of(2026, 5, 2), LocalDate.of(2026, 6, 1)));

    assertThat(column(paused, Installment::interest)).isEqualTo(interest);
  }

  @ParameterizedTest
  @EnumSource(Amortization.class)
  void movedDueDateLosesNothing(Amortization amortization) {
    LocalDate due = LocalDate.of(2027, 1, 1);
    LoanPosition moved =
        after(amortization, new LoanEvent.DueDateMoved(ID, PAID_OUT, 2, due, due.plusDays(9)));

    assertThat(moved.installments().getLast().installment().dueOn()).isEqualTo("2027-01-10");
    assertThat(principal(moved)).isEqualTo(Money.of("1200.00", EUR));
    assertThat(interest(moved)).isGreaterThan(interest(after(amortization, null)));
  }

  @ParameterizedTest
  @EnumSource(Amortization.class)
  void rateAgreedOnTheDayOfThePayoutIsTheRateOfTheLoan(Amortization amortization) {
    LoanTerms terms = monthly(amortization);
    LoanEvent change = new LoanEvent.RateChanged(ID, PAID_OUT, 2, PAID_OUT, new BigDecimal("6"));
    LoanTerms cheaper = terms.withInterest(terms.interest().withRate(new BigDecimal("6")));

    LoanPosition changed = after(amortization, change);

    assertThat(changed.installments().stream().map(InstallmentPosition::installment))
        .isEqualTo(Schedule.of(cheaper, PAID_OUT, Money.of("1200.00", EUR)).installments());
    assertThat(accepted(change(terms, change)).after().installments())
        .isEqualTo(Replay.position(terms, List.of(change, PAYOUT), CHANGED).installments());
  }

  @Test
  void secondPayoutOfADayGoesOutByTheTermsChangedForIt() {
    LoanTerms terms = monthly(Amortization.EQUAL_INSTALLMENTS);
    LoanEvent change = new LoanEvent.RateChanged(ID, PAID_OUT, 3, PAID_OUT, BigDecimal.ZERO);
    LoanEvent second =
        new LoanEvent.Disbursed(new UUID(0, 5), PAID_OUT, 2, Money.of("1200.00", EUR));

    LoanPosition position = Replay.position(terms, List.of(second, change, PAYOUT), PAID_OUT);

    assertThat(principal(position)).isEqualTo(Money.of("2400.00", EUR));
    assertThat(interest(position)).isEqualTo(Money.zero(EUR));
  }

  @Test
  void rateThatCountsAlreadyChangesNothing() {
    LoanPosition same = after(Amortization.EQUAL_INSTALLMENTS, rateFrom("2026-04-10", "12.0"));

    assertThat(same.installments())
        .isEqualTo(after(Amortization.EQUAL_INSTALLMENTS, null).installments());
  }

  @Test
  void installmentsThatAreAddedFallDueOnWorkingDaysToo() {
    LoanTerms terms = monthly(Amortization.EQUAL_INSTALLMENTS);
    CalendarTerms calendar =
        terms
            .repayment()
            .calendar()
            .withWorkdays(
                new WorkdayTerms(
                    Workdays.MONDAY_TO_FRIDAY, WorkdayShift.FOLLOWING, ShiftedInterest.AS_PLANNED));
    LoanTerms working =
        terms.withRepayment(
            new RepaymentTerms(
                calendar,
                Amortization.EQUAL_INSTALLMENTS,
                terms.repayment().installment(),
                BigDecimal.ZERO));

    LoanPosition longer =
        Replay.position(working, List.of(PAYOUT, extendedFrom("2026-04-02", 6)), CHANGED);

    assertThat(longer.installments().get(12).installment().dueOn()).isEqualTo("2027-02-01");
    assertThat(longer.installments().get(16).installment().dueOn())
        .as("1 May 2027 is a Saturday, 1 June a Tuesday")
        .isEqualTo("2027-06-01");
    assertThat(longer.installments().get(15).installment().dueOn()).isEqualTo("2027-05-03");
    assertThat(principal(longer)).isEqualTo(Money.of("1200.00", EUR));
  }

  private static LoanTerms monthly(Amortization amortization) {
    LoanTerms terms = terms(InterestMethod.DECLINING_BALANCE, amortization);
    return terms.withInterest(terms.interest().withDays(DaysInYear.DAYS_360, DaysInMonth.DAYS_30));
  }

  private static LoanPosition after(Amortization amortization, @Nullable LoanEvent change) {
    List<LoanEvent> events = change == null ? List.of(PAYOUT) : List.of(PAYOUT, change);
    return Replay.position(monthly(amortization), events, CHANGED);
  }

  private static LoanEvent rateFrom(String from, String percent) {
    return new LoanEvent.RateChanged(
        ID, PAID_OUT, 2, LocalDate.parse(from), new BigDecimal(percent));
  }

  private static LoanEvent extendedFrom(String from, int installments) {
    return new LoanEvent.TermExtended(ID, PAID_OUT, 2, LocalDate.parse(from), installments);
  }

  private static LoanEvent moreOn(String on) {
    return new LoanEvent.Disbursed(ID, LocalDate.parse(on), 2, Money.of("450.00", EUR));
  }

  private static String column(LoanPosition position, Function<Installment, Money> figure) {
    return position.installments().stream()
        .map(row -> figure.apply(row.installment()).toDecimalString())
        .collect(Collectors.joining(" "));
  }

  private static Acceptance.Accepted accepted(Acceptance acceptance) {
    assertThat(acceptance).isInstanceOf(Acceptance.Accepted.class);
    return (Acceptance.Accepted) acceptance;
  }

  private static Money principal(LoanPosition position) {
    return sum(position, row -> row.installment().principal());
  }

  private static Money interest(LoanPosition position) {
    return sum(position, row -> row.installment().interest());
  }

  private static Money sum(LoanPosition position, Function<InstallmentPosition, Money> figure) {
    return position.installments().stream().map(figure).reduce(Money.zero(EUR), Money::plus);
  }
}
