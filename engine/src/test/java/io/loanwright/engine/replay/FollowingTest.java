package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.date.Workdays;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeOffEffect;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.engine.terms.ServicingTerms;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.engine.terms.TrancheTerm;
import io.loanwright.engine.terms.WorkdayTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Loans whose installments are made anew while they run, worked by hand.
 *
 * <p>1,000.00 at 1 % a month, months of 30 days, paid out on 1 April; interest follows payments and
 * late principal bears it. Two installments are 507.51 each, three 340.02.
 */
class FollowingTest {

  private static final LoanEvent OUT = disbursed(1, "2024-04-01", "1000.00");

  /**
   * The first payment was 10.00 interest, which comes back on top of the second installment: 350.02
   * instead of 340.02.
   */
  @Test
  void interestThatIsChargedBackIsAskedForWithTheNextInstallment() {
    List<LoanEvent> events =
        List.of(OUT, repaid(2, "2024-05-01", "340.02"), chargedBack("2024-05-11", "10.00"));

    LoanPosition position = Replay.position(interestBackFirst(3), events, day("2024-05-11"));

    assertThat(rows(position))
        .containsExactly(
            "2024-05-01 330.02 + 10.00", "2024-06-01 333.32 + 16.70", "2024-07-01 336.66 + 3.37");
  }

  /**
   * The interest of a payment comes back once; what is charged back later is principal. In May
   * 502.49 bear 1 % for 10 of 31 days and 510.00 for 21: 5.0758, and the 10.00 on top.
   */
  @Test
  void paymentThatIsChargedBackInTwoGivesItsInterestBackOnce() {
    List<LoanEvent> events =
        List.of(
            OUT,
            repaid(2, "2024-05-01", "507.51"),
            chargedBack("2024-05-11", "10.00"),
            new LoanEvent.ChargedBack(id(4), day("2024-05-11"), 4, id(2), euros("7.51")));

    LoanPosition position = Replay.position(interestBackFirst(2), events, day("2024-05-11"));

    assertThat(rows(position))
        .containsExactly("2024-05-01 497.51 + 10.00", "2024-06-01 510.00 + 15.08");
  }

  /** From the day after its due date on, until the last due date. */
  @Test
  void latePrincipalChangesTheLoanEveryDay() {
    assertThat(nextChange("2024-04-10")).isEqualTo("2024-05-02");
    assertThat(nextChange("2024-05-10")).isEqualTo("2024-05-11");
    assertThat(nextChange("2024-06-01")).isNull();
    assertThat(nextChange("2024-06-10")).isNull();
  }

  private static @Nullable LocalDate nextChange(String asOf) {
    return Replay.position(following(2), List.of(OUT), day(asOf)).nextChangeOn();
  }

  /**
   * 100.00 come back on the first due date: the second installment is 440.02. Paid on the same day
   * it is principal only, the 329.96 left bear 3.30 in May and as much in June.
   */
  @Test
  void principalChargedBackOnADueDateCanBePaidInAdvanceOnThatDay() {
    List<LoanEvent> comeBack =
        List.of(OUT, repaid(2, "2024-05-01", "340.02"), chargedBack("2024-05-01", "100.00"));
    List<LoanEvent> paid =
        List.of(
            OUT,
            repaid(2, "2024-05-01", "340.02"),
            chargedBack("2024-05-01", "100.00"),
            repaid(4, "2024-05-01", "440.02"));

    assertThat(rows(Replay.position(following(3), comeBack, day("2024-05-01"))))
        .containsExactly(
            "2024-05-01 330.02 + 10.00", "2024-06-01 432.32 + 7.70", "2024-07-01 337.66 + 3.38");
    assertThat(rows(Replay.position(following(3), paid, day("2024-05-01"))))
        .containsExactly(
            "2024-05-01 330.02 + 10.00", "2024-06-01 440.02 + 0.00", "2024-07-01 329.96 + 6.60");
  }

  /**
   * Until 21 April 1,000.00 bear 6.67, which the first new installment asks for. Two of 507.51
   * would leave 514.25; evened out in two steps they are 510.86 and 510.87.
   */
  @Test
  void scheduleThatIsReplacedBeforeAnythingFellDueLeavesOneEmptyRow() {
    List<LoanEvent> events =
        List.of(OUT, reAged(2, "2024-04-11", "2024-05-11"), reAged(3, "2024-04-21", "2024-05-21"));

    LoanPosition position = Replay.position(following(2), events, day("2024-04-21"));

    assertThat(rows(position))
        .containsExactly(
            "2024-04-21 0.00 + 0.00", "2024-05-21 494.19 + 16.67", "2024-06-21 505.81 + 5.06");
  }

  /**
   * The last installment was paid at once, so 659.98 bear interest. The second is 15 days late, and
   * its 326.56 bear 1.63 more, though no installment to come is open.
   */
  @Test
  void latePrincipalBearsInterestThoughAllLaterInstallmentsArePaid() {
    LoanTerms terms =
        following(3)
            .withAllocation(
                new AllocationTerms(
                    AllocationDirection.HORIZONTAL,
                    AllocationRule.of(
                        AdvanceRule.LAST_INSTALLMENT,
                        Part.PENALTY,
                        Part.FEE,
                        Part.INTEREST,
                        Part.PRINCIPAL),
                    Map.of()));
    List<LoanEvent> events =
        List.of(OUT, repaid(2, "2024-04-01", "340.02"), repaid(3, "2024-05-01", "340.02"));
    List<LoanEvent> all =
        List.of(
            OUT,
            repaid(2, "2024-04-01", "340.02"),
            repaid(3, "2024-05-01", "340.02"),
            repaid(4, "2024-06-16", "331.46"));

    assertThat(rows(Replay.position(terms, events, day("2024-06-16"))))
        .containsExactly(
            "2024-05-01 333.42 + 6.60", "2024-06-01 326.56 + 4.90", "2024-07-01 340.02 + 0.00");
    assertThat(Replay.position(terms, all, day("2024-06-16")).phase()).isEqualTo(LoanPhase.CLOSED);
  }

  /**
   * The same, with principal paid before interest: all 4.90 are interest of the second installment,
   * not 3.27 of it and what was born after its due date of the last one, which is paid.
   */
  @ParameterizedTest
  @ValueSource(strings = {"330.00", "331.46"})
  void interestOfLatePrincipalBelongsToTheLateInstallment(String paid) {
    LoanTerms terms =
        following(3)
            .withAllocation(
                new AllocationTerms(
                    AllocationDirection.HORIZONTAL,
                    AllocationRule.of(
                        AdvanceRule.LAST_INSTALLMENT,
                        Part.PENALTY,
                        Part.FEE,
                        Part.PRINCIPAL,
                        Part.INTEREST),
                    Map.of()));
    List<LoanEvent> events =
        List.of(
            OUT,
            repaid(2, "2024-04-01", "340.02"),
            repaid(3, "2024-05-01", "340.02"),
            repaid(4, "2024-06-16", paid));

    assertThat(rows(Replay.position(terms, events, day("2024-06-16"))))
        .containsExactly(
            "2024-05-01 333.42 + 6.60", "2024-06-01 326.56 + 4.90", "2024-07-01 340.02 + 0.00");
  }

  /**
   * Flat: 1 % a month of 1,200.00, four installments of 312.00. After the first, 300.00 more go
   * out: 900.00 + 300.00 and three months of 15.00 make three installments of 415.00. After the
   * second, 200.00 more: 800.00 + 200.00 and two months of 17.00 make two of 517.00.
   */
  @Test
  void moreMoneyAtFlatInterestIsSpreadOverTheInstallmentsLeft() {
    LoanTerms terms = monthly("12", 4);
    LoanTerms flat = terms.withInterest(terms.interest().withMethod(InterestMethod.FLAT));
    List<LoanEvent> events =
        List.of(
            disbursed(1, "2024-04-01", "1200.00"),
            disbursed(2, "2024-05-01", "300.00"),
            disbursed(3, "2024-06-01", "200.00"));

    assertThat(rows(Replay.position(flat, events, day("2024-05-01"))))
        .containsExactly(
            "2024-05-01 300.00 + 12.00",
            "2024-06-01 400.00 + 15.00",
            "2024-07-01 400.00 + 15.00",
            "2024-08-01 400.00 + 15.00");
    assertThat(rows(Replay.position(flat, events, day("2024-06-01"))))
        .containsExactly(
            "2024-05-01 300.00 + 12.00",
            "2024-06-01 400.00 + 15.00",
            "2024-07-01 500.00 + 17.00",
            "2024-08-01 500.00 + 17.00");
  }

  /**
   * Who pays the loan off owes interest until 1 June. Of May, 669.98 bore 1 % for a day and 330.18
   * for 30 of 31 days: 3.41, of which 0.22 is paid. What comes beyond 333.37 is the borrower's.
   */
  @Test
  void whoPaysMoreThanThePayoffAmountOwesNoMoreInterest() {
    List<LoanEvent> events =
        List.of(
            OUT,
            repaid(2, "2024-05-01", "340.02"),
            repaid(3, "2024-05-02", "340.02"),
            repaid(4, "2024-05-11", "400.00"));

    LoanPosition before = Replay.position(untilDueDate(3), events.subList(0, 3), day("2024-05-11"));
    LoanPosition after = Replay.position(untilDueDate(3), events, day("2024-05-11"));

    assertThat(before.payoff().total()).isEqualTo(euros("333.37"));
    assertThat(after.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(after.excess()).isEqualTo(euros("66.63"));
  }

  /** All 1,000.00 bear 1 % in April and in May, the late part of it until 1 June too. */
  @Test
  void payoffAmountHasTheInterestOfLatePrincipalUntilTheDayItCountsUntil() {
    List<LoanEvent> events = List.of(OUT, repaid(2, "2024-05-16", "1020.00"));

    LoanPosition before = Replay.position(untilDueDate(3), List.of(OUT), day("2024-05-16"));
    LoanPosition after = Replay.position(untilDueDate(3), events, day("2024-05-16"));

    assertThat(before.payoff().interest()).isEqualTo(euros("20.00"));
    assertThat(before.payoff().total()).isEqualTo(euros("1020.00"));
    assertThat(after.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(after.excess().isZero()).isTrue();
  }

  /** Nothing is owed any more, so that it pays for no interest of days to come either. */
  @Test
  void moneyForALoanThatIsPaidOffIsExcess() {
    List<LoanEvent> events =
        List.of(
            OUT,
            repaid(2, "2024-05-01", "340.02"),
            repaid(3, "2024-05-11", "700.00"),
            repaid(4, "2024-05-11", "50.00"));

    LoanPosition position = Replay.position(following(3), events, day("2024-05-11"));

    assertThat(position.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(position.excess()).isEqualTo(euros("77.86"));
  }

  /** Flat: income of 300.00 added on the first due date bears 1 % a month like money paid out. */
  @Test
  void incomeAddedToTheLoanBearsFlatInterestFromThenOn() {
    List<LoanEvent> events =
        List.of(
            disbursed(1, "2024-04-01", "1200.00"),
            new LoanEvent.Capitalized(id(2), day("2024-05-01"), 2, euros("300.00")));

    assertThat(rows(Replay.position(flat(), events, day("2024-05-01"))))
        .containsExactly(
            "2024-05-01 300.00 + 12.00",
            "2024-06-01 400.00 + 15.00",
            "2024-07-01 400.00 + 15.00",
            "2024-08-01 400.00 + 15.00");
  }

  /**
   * Flat: 400.00 more on the first due date, with four installments of their own of 100.00 and
   * 4.00. The last of them stands alone: what went out first was to be repaid by then.
   */
  @Test
  void moneyWithATermOfItsOwnBearsOnlyItsOwnFlatInterestInTheEnd() {
    LoanTerms whole =
        flat()
            .withServicing(
                new ServicingTerms(
                    TrancheTerm.WHOLE,
                    ChargeOffEffect.NONE,
                    Set.of(),
                    flat().servicing().chargebackOrder()));
    List<LoanEvent> events =
        List.of(disbursed(1, "2024-04-01", "1200.00"), disbursed(2, "2024-05-01", "400.00"));

    assertThat(rows(Replay.position(whole, events, day("2024-05-01"))))
        .containsExactly(
            "2024-05-01 300.00 + 12.00",
            "2024-06-01 400.00 + 16.00",
            "2024-07-01 400.00 + 16.00",
            "2024-08-01 400.00 + 16.00",
            "2024-09-01 100.00 + 4.00");
  }

  /**
   * 1 June is a Saturday, and interest stays as planned. Who pays on the working day that the due
   * date moved to, or on a day between, pays on the due date: 333.32 and 6.70.
   */
  @ParameterizedTest
  @CsvSource({
    "FOLLOWING, 2024-06-03, 2024-06-03",
    "FOLLOWING, 2024-06-03, 2024-06-02",
    "FOLLOWING, 2024-06-03, 2024-06-01",
    "PRECEDING, 2024-05-31, 2024-05-31",
    "PRECEDING, 2024-05-31, 2024-06-01",
  })
  void paymentUntilTheWorkingDayIsAPaymentOnTheDueDate(
      WorkdayShift shift, String dueOn, String paidOn) {
    LoanTerms terms = following(3);
    LoanTerms working =
        terms.withRepayment(
            terms
                .repayment()
                .withCalendar(
                    terms
                        .repayment()
                        .calendar()
                        .withWorkdays(
                            new WorkdayTerms(
                                Workdays.MONDAY_TO_FRIDAY, shift, ShiftedInterest.AS_PLANNED))));
    List<LoanEvent> events =
        List.of(OUT, repaid(2, "2024-05-01", "340.02"), repaid(3, paidOn, "340.02"));

    LoanPosition position = Replay.position(working, events, day("2024-06-10"));

    assertThat(rows(position))
        .containsExactly(
            "2024-05-01 330.02 + 10.00", dueOn + " 333.32 + 6.70", "2024-07-01 336.66 + 3.37");
    assertThat(position.arrears().overdue().isZero()).isTrue();
  }

  /**
   * 600.00 of 1,000.00 are paid before the loan bears interest: 1 % a month from 15 April on, of
   * 400.00. One of 30 days is 0.13, and 17 of them until 1 May are 2.27.
   */
  @Test
  void interestThatBeginsLaterIsThatOfWhatIsOwed() {
    LoanTerms free = free(4, 1);
    List<LoanEvent> events = List.of(OUT, repaid(2, "2024-04-10", "600.00"), rate(3, "2024-04-15"));

    LoanPosition first = Replay.position(free, events, day("2024-04-15"));
    LoanPosition later = Replay.position(free, events, day("2024-05-01"));

    assertThat(first.payoff().principal()).isEqualTo(euros("400.00"));
    assertThat(first.payoff().interest()).isEqualTo(euros("0.13"));
    assertThat(later.payoff().total()).isEqualTo(euros("402.27"));
    assertThat(
            first.installments().stream()
                .mapToLong(row -> row.installment().principal().minor())
                .sum())
        .isEqualTo(100_000);
  }

  /**
   * 1,300.00 pay 1,000.00 back, and 300.00 are paid out again; a fee entered later used 60.00 of
   * them, so that 60.00 are owed: from 2 May on they bear 3 % x 61 of the 91 days, 1.2066.
   */
  @Test
  void excessThatWasPaidOutBearsInterestOnceItWasUsedOtherwise() {
    LoanTerms terms = free(1, 3);
    LoanEvent fee =
        new LoanEvent.ChargeAdded(
            id(5), day("2024-04-15"), 5, ChargeKind.FEE, day("2024-04-15"), euros("60.00"));
    LoanEvent back = new LoanEvent.ExcessRefunded(id(3), day("2024-04-20"), 3, euros("300.00"));
    List<LoanEvent> events =
        List.of(OUT, repaid(2, "2024-04-10", "1300.00"), back, rate(4, "2024-05-02"), fee);

    assertThat(rows(Replay.position(terms, events, day("2024-05-02"))))
        .containsExactly("2024-07-01 1300.00 + 1.21");
  }

  private static LoanTerms free(int installments, int months) {
    LoanTerms terms = following(installments);
    return terms
        .withInterest(terms.interest().withRate(BigDecimal.ZERO))
        .withRepayment(RepaymentTerms.of(installments, months, PeriodUnit.MONTHS));
  }

  private static LoanEvent rate(int sequence, String from) {
    return new LoanEvent.RateChanged(
        id(sequence), day(from), sequence, day(from), BigDecimal.valueOf(12));
  }

  private static LoanTerms flat() {
    LoanTerms terms = monthly("12", 4);
    return terms.withInterest(terms.interest().withMethod(InterestMethod.FLAT));
  }

  private static LoanTerms untilDueDate(int months) {
    return monthly("12", months)
        .withRecalculation(
            new RecalculationTerms(
                Recalculation.FOLLOWS_PAYMENTS,
                Rest.DAILY,
                PayoffInterest.UNTIL_REST_DATE,
                OverdueInterest.CHARGED));
  }

  private static LoanTerms interestBackFirst(int months) {
    return following(months)
        .withServicing(
            new ServicingTerms(
                TrancheTerm.REMAINING,
                ChargeOffEffect.NONE,
                Set.of(),
                List.of(Part.INTEREST, Part.PRINCIPAL, Part.FEE, Part.PENALTY)));
  }

  private static LoanTerms following(int months) {
    return monthly("12", months)
        .withRecalculation(
            new RecalculationTerms(
                Recalculation.FOLLOWS_PAYMENTS,
                Rest.DAILY,
                PayoffInterest.UNTIL_PAYOFF_DATE,
                OverdueInterest.CHARGED));
  }

  private static LoanEvent chargedBack(String on, String amount) {
    return new LoanEvent.ChargedBack(id(3), day(on), 3, id(2), euros(amount));
  }

  private static LoanEvent reAged(int sequence, String on, String firstDueOn) {
    NewSchedule schedule =
        new NewSchedule(day(firstDueOn), 2, 1, PeriodUnit.MONTHS, MovedInterest.RECOMPUTED);
    return new LoanEvent.ReAged(id(sequence), day(on), sequence, schedule);
  }

  /** Returns due date, principal and interest of every installment. */
  private static List<String> rows(LoanPosition position) {
    return position.installments().stream()
        .map(InstallmentPosition::installment)
        .map(row ->
            "%s %s + %s"
                .formatted(
                    row.dueOn(),
                    row.principal().toDecimalString(),
                    row.interest().toDecimalString()))
        .collect(Collectors.toList());
  }
}
