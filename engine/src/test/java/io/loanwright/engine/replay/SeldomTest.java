package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeOffEffect;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.LatePenaltyTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PenaltyBasis;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import io.loanwright.engine.terms.ServicingTerms;
import io.loanwright.engine.terms.TrancheTerm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What seldom happens to a loan, worked by hand.
 *
 * <p>1,000.00 at 1 % a month, months of 30 days, paid out on 1 April. Three installments of 340.02
 * repay 330.02, 333.32 and 336.66.
 */
class SeldomTest {

  private static final LoanEvent OUT = disbursed(1, "2024-04-01", "1000.00");
  private static final RecalculationTerms FOLLOWS =
      new RecalculationTerms(
          Recalculation.FOLLOWS_PAYMENTS,
          Rest.DAILY,
          PayoffInterest.UNTIL_PAYOFF_DATE,
          OverdueInterest.CHARGED);

  /**
   * On 16 April, after 15 of 30 days, half of 10.00 is due with all principal. What was charged for
   * later is due when the last charge was to be.
   */
  @Test
  void chargesOfInstallmentsToComeStayDueWhenTheRestIsCalledIn() {
    LoanTerms terms =
        monthly("12", 3)
            .withServicing(
                new ServicingTerms(
                    TrancheTerm.REMAINING, ChargeOffEffect.ALL_DUE, Set.of(), List.of()));

    LoanPosition position =
        position(
            terms,
            "2024-04-16",
            OUT,
            charge(2, ChargeKind.FEE, "2024-05-20", "5.00"),
            charge(3, ChargeKind.PENALTY, "2024-06-15", "2.00"),
            new LoanEvent.ChargedOff(id(4), day("2024-04-16"), 4));

    assertThat(rows(position))
        .containsExactly(
            "2024-04-16 1000.00 + 5.00 + 0.00 + 0.00", "2024-06-15 0.00 + 0.00 + 5.00 + 2.00");
  }

  /** Without interest: 333.33 are late on 2 May and go to the two to come, 166.66 and 166.67. */
  @Test
  void whatIsLateGoesToTheInstallmentsToCome() {
    LoanPosition position = position(monthly("0", 3), "2024-05-02", OUT, reAmortized("2024-05-02"));

    assertThat(rows(position))
        .containsExactly(
            "2024-05-01 0.00 + 0.00 + 0.00 + 0.00",
            "2024-06-01 499.99 + 0.00 + 0.00 + 0.00",
            "2024-07-01 500.01 + 0.00 + 0.00 + 0.00");
    assertThat(position.installments().getFirst().completedOn()).isEqualTo("2024-05-02");
    assertThat(position.arrears().overdue().isZero()).isTrue();
  }

  /** From the last due date on there is none to come: what is late would be owed by nobody. */
  @ParameterizedTest
  @CsvSource({"2024-07-01, false", "2024-08-01, false", "2024-07-01, true", "2024-08-01, true"})
  void whatIsLateStaysWhereNoInstallmentIsToCome(String on, boolean follows) {
    LoanTerms terms = follows ? monthly("12", 3).withRecalculation(FOLLOWS) : monthly("12", 3);

    assertThatThrownBy(() -> position(terms, on, OUT, reAmortized(on)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().rule()).isEqualTo(Rule.DATE_TOO_LATE);
              assertThat(refused.refusal().field()).isEqualTo("on");
            });
  }

  /**
   * 17.00 over six installments would be 2.83 each; in multiples of 5.00 three ask for that, and
   * the fourth for what is left.
   */
  @Test
  void newInstallmentsInMultiplesAskForNoMoreThanIsOwed() {
    LoanTerms terms = monthly("0", 1);
    LoanTerms fives =
        terms.withRepayment(
            terms
                .repayment()
                .withInstallment(
                    new InstallmentTerms(
                        InstallmentRounding.HALF_EVEN, BigDecimal.valueOf(5), null)));
    NewSchedule six =
        new NewSchedule(day("2024-06-01"), 6, 1, PeriodUnit.MONTHS, MovedInterest.RECOMPUTED);

    LoanPosition position =
        position(
            fives,
            "2024-05-11",
            disbursed(1, "2024-04-01", "17.00"),
            new LoanEvent.ReAged(id(2), day("2024-05-11"), 2, six));

    assertThat(position.installments().subList(1, 7))
        .extracting(row -> row.installment().principal().toDecimalString())
        .containsExactly("5.00", "5.00", "5.00", "2.00", "0.00", "0.00");
  }

  /**
   * 1 % of principal with each installment, and 3.00 charged in May. With 200.00 more both ask for
   * 600.00, and for 6.00 of it.
   */
  @Test
  void feeOfAnInstallmentIsMadeAnewBesideWhatWasCharged() {
    LoanTerms terms =
        monthly("0", 2)
            .withCharges(
                List.of(
                    new ChargeTerms(
                        "Service",
                        ChargeKind.FEE,
                        ChargeTiming.EACH_INSTALLMENT,
                        ChargeBasis.PERCENT_OF_PRINCIPAL,
                        BigDecimal.ONE,
                        null)));

    LoanPosition position =
        position(
            terms,
            "2024-04-11",
            OUT,
            charge(2, ChargeKind.FEE, "2024-05-20", "3.00"),
            disbursed(3, "2024-04-11", "200.00"));

    assertThat(rows(position))
        .containsExactly(
            "2024-05-01 600.00 + 0.00 + 6.00 + 0.00", "2024-06-01 600.00 + 0.00 + 9.00 + 0.00");
  }

  /**
   * One installment of 1,010.00, paid late, and the penalty of 2.00 for that, which is given up.
   */
  @Test
  void loanThatOwesNothingButAPenaltyIsClosedByItsWaiver() {
    LoanTerms terms = penalized(monthly("12", 1), Part.INTEREST, Part.PRINCIPAL);
    LoanEvent paid = repaid(2, "2024-05-20", "1010.00");
    LoanEvent waived =
        new LoanEvent.ChargeWaived(
            id(3), day("2024-05-21"), 3, LatePenalty.idOf(1, day("2024-05-07")));

    assertThat(position(terms, "2024-05-21", OUT, paid).outstandingAsPlanned().total())
        .isEqualTo(euros("2.00"));
    assertThat(position(terms, "2024-05-21", OUT, paid, waived).phase())
        .isEqualTo(LoanPhase.CLOSED);
  }

  /**
   * Late principal bears interest from the day after its due date until the last one; a penalty
   * falls on the sixth day.
   */
  @ParameterizedTest
  @CsvSource({
    "2024-04-10, 2024-05-02",
    "2024-05-03, 2024-05-04",
    "2024-07-02, 2024-07-07",
    "2024-07-07, ",
  })
  void nextChangeIsThePenaltyOrTheInterestThatComesFirst(String asOf, LocalDate next) {
    LoanTerms terms =
        penalized(monthly("12", 3).withRecalculation(FOLLOWS), Part.INTEREST, Part.PRINCIPAL);

    assertThat(position(terms, asOf, OUT).nextChangeOn()).isEqualTo(next);
  }

  /** All principal due was paid and no interest: the penalty for that falls before June's. */
  @Test
  void penaltyForUnpaidInterestComesBeforeInterestOnPrincipal() {
    LoanTerms terms =
        penalized(monthly("12", 3).withRecalculation(FOLLOWS), Part.PRINCIPAL, Part.INTEREST);

    LoanPosition position = position(terms, "2024-05-02", OUT, repaid(2, "2024-05-01", "330.02"));

    assertThat(position.arrears().overdue().total()).isEqualTo(euros("10.00"));
    assertThat(position.nextChangeOn()).isEqualTo("2024-05-07");
  }

  /** Where the schedule stands nothing but a penalty changes a loan. */
  @ParameterizedTest
  @ValueSource(strings = {"2024-04-10", "2024-05-06"})
  void scheduleThatStandsWaitsForThePenalty(String asOf) {
    LoanTerms terms = penalized(monthly("12", 3), Part.INTEREST, Part.PRINCIPAL);

    assertThat(position(terms, asOf, OUT).nextChangeOn()).isEqualTo("2024-05-07");
    assertThat(position(monthly("12", 3), asOf, OUT).nextChangeOn()).isNull();
  }

  /** Five days of tolerance, then 2.00 once; penalties and fees are paid last. */
  private static LoanTerms penalized(LoanTerms terms, Part first, Part second) {
    AllocationRule rule =
        AllocationRule.of(AdvanceRule.NEXT_INSTALLMENT, first, second, Part.FEE, Part.PENALTY);
    return terms
        .withLatePenalty(LatePenaltyTerms.once(5, PenaltyBasis.FIXED, new BigDecimal("2.00")))
        .withAllocation(new AllocationTerms(AllocationDirection.HORIZONTAL, rule, Map.of()));
  }

  private static LoanEvent charge(int sequence, ChargeKind kind, String dueOn, String amount) {
    return new LoanEvent.ChargeAdded(
        id(sequence), day("2024-04-02"), sequence, kind, day(dueOn), euros(amount));
  }

  private static LoanEvent reAmortized(String on) {
    return new LoanEvent.ReAmortized(id(2), day(on), 2, MovedInterest.RECOMPUTED);
  }

  private static LoanPosition position(LoanTerms terms, String asOf, LoanEvent... events) {
    return Replay.position(terms, List.of(events), day(asOf));
  }

  /** Returns due date, principal, interest, fees and penalties of every installment. */
  private static List<String> rows(LoanPosition position) {
    return position.installments().stream()
        .map(InstallmentPosition::installment)
        .map(SeldomTest::row)
        .toList();
  }

  private static String row(Installment row) {
    return "%s %s + %s + %s + %s"
        .formatted(
            row.dueOn(),
            row.principal().toDecimalString(),
            row.interest().toDecimalString(),
            row.fees().toDecimalString(),
            row.penalties().toDecimalString());
  }
}
