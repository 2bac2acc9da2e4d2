package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static io.loanwright.engine.Loans.reversed;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The life of one loan: 100.00 at 7 % over 6 months, installments of 17.01, paid out on 1 January.
 */
class ReplayTest {

  private static final LoanTerms TERMS = monthly("7", 6);
  private static final RecalculationTerms FOLLOWS =
      new RecalculationTerms(
          Recalculation.FOLLOWS_PAYMENTS,
          Rest.DAILY,
          PayoffInterest.UNTIL_PAYOFF_DATE,
          OverdueInterest.CHARGED);
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "100.00");

  @Test
  void dueTodayIsNotOverdueAndDueYesterdayIs() {
    LoanPosition today = Replay.position(TERMS, List.of(OUT), day("2024-02-01"));
    LoanPosition tomorrow = Replay.position(TERMS, List.of(OUT), day("2024-02-02"));

    assertThat(today.arrears().daysPastDue()).isZero();
    assertThat(today.installments().getFirst().status()).isEqualTo(InstallmentStatus.DUE);
    assertThat(today.nextDue()).isEqualTo(new NextDue(day("2024-02-01"), euros("17.01")));
    assertThat(tomorrow.arrears().daysPastDue()).isEqualTo(1);
    assertThat(tomorrow.installments().getFirst().status()).isEqualTo(InstallmentStatus.OVERDUE);
  }

  @Test
  void paymentOnTheDueDatePaysInterestThenPrincipal() {
    List<LoanEvent> events = List.of(OUT, repaid(2, "2024-02-01", "17.01"));

    LoanPosition position = Replay.position(TERMS, events, day("2024-02-01"));

    Allocation allocation = position.allocationOf(id(2)).orElseThrow();
    assertThat(allocation.split().interest()).isEqualTo(euros("0.58"));
    assertThat(allocation.split().principal()).isEqualTo(euros("16.43"));
    assertThat(allocation.excess()).isEqualTo(euros("0.00"));
    assertThat(position.installments().getFirst().status()).isEqualTo(InstallmentStatus.PAID);
  }

  /** On 16 January 15 of 31 days have passed: 0.58 × 15 / 31 = 0.2806 → 0.28 interest. */
  @Test
  void payoffIsPrincipalAndInterestAccruedAndTheRestIsExcess() {
    List<LoanEvent> events = List.of(OUT, repaid(2, "2024-01-16", "101.00"));

    LoanPosition before = Replay.position(TERMS, List.of(OUT), day("2024-01-16"));
    LoanPosition after = Replay.position(TERMS, events, day("2024-01-16"));

    assertThat(before.payoff().total()).isEqualTo(euros("100.28"));
    assertThat(after.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(after.excess()).isEqualTo(euros("0.72"));
    assertThat(after.payoff().isZero()).isTrue();
    assertThat(after.closure()).isNotNull();
    assertThat(after.closure()).extracting(Closure::early).isEqualTo(true);
  }

  @Test
  void reversingAPaymentRestoresTheStateBeforeIt() {
    LoanEvent paid = repaid(2, "2024-02-01", "17.01");
    LoanPosition without = Replay.position(TERMS, List.of(OUT), day("2024-02-10"));

    LoanPosition undone =
        Replay.position(TERMS, List.of(OUT, paid, reversed(3, "2024-02-05", 2)), day("2024-02-10"));

    assertThat(undone).isEqualTo(without);
  }

  @Test
  void backDatedPaymentTakesItsPlace() {
    List<LoanEvent> inTime =
        List.of(OUT, repaid(2, "2024-02-01", "17.01"), repaid(3, "2024-03-01", "17.01"));
    List<LoanEvent> late =
        List.of(OUT, repaid(3, "2024-03-01", "17.01"), repaid(2, "2024-02-01", "17.01"));

    assertThat(Replay.position(TERMS, late, day("2024-03-01")))
        .isEqualTo(Replay.position(TERMS, inTime, day("2024-03-01")));
  }

  @Test
  void paymentForOneInstallmentGoesThereFirst() {
    LoanEvent paid = new LoanEvent.Repaid(id(2), day("2024-01-10"), 2, euros("17.01"), 3);

    LoanPosition position = Replay.position(TERMS, List.of(OUT, paid), day("2024-01-10"));

    assertThat(position.installments().get(2).outstanding().isZero()).isTrue();
    assertThat(position.installments().getFirst().outstanding().total()).isEqualTo(euros("17.01"));
  }

  /** 1000.06 is nine times 100.01 and 99.97; the tenth keeps the 99.98 that were paid of it. */
  @Test
  void whatWasPaidBeyondItsPlanIsAskedLessOfTheLastOpenInstallment() {
    List<LoanEvent> events =
        List.of(
            disbursed(1, "2024-01-01", "1000.00"),
            repaid(2, "2024-01-01", "999.98"),
            disbursed(3, "2024-01-01", "0.06"));

    LoanPosition position = Replay.position(monthly("0", 10), events, day("2024-01-01"));

    assertThat(position.installments().subList(7, 10))
        .extracting(row -> row.installment().principal())
        .containsExactly(euros("100.01"), euros("100.00"), euros("99.98"));
    assertThat(position.payoff().total()).isEqualTo(euros("0.08"));
  }

  /** A later cent makes installments of 111.32 out of 111.33; the four that are paid stay. */
  @Test
  void smallerInstallmentsDoNotOpenThoseThatWerePaidInAdvance() {
    LoanTerms terms = monthly("24", 10).withRecalculation(FOLLOWS);
    List<LoanEvent> events =
        List.of(
            disbursed(1, "2024-01-01", "1000.00"),
            repaid(2, "2024-01-01", "507.40"),
            disbursed(3, "2024-04-01", "0.01"));

    LoanPosition position = Replay.position(terms, events, day("2025-02-04"));

    assertThat(principalOf(position)).isEqualTo(euros("1000.01"));
    assertThat(position.principalOutstanding()).isEqualTo(position.payoff().principal());
  }

  /** The interest of October, 0.01, is paid with the installment of September, once. */
  @Test
  void interestPulledForwardIsPaidOnce() {
    LoanTerms terms = monthly("99.9", 9).withRecalculation(FOLLOWS);
    LoanEvent fee =
        new LoanEvent.ChargeAdded(
            id(4), day("2024-09-02"), 4, ChargeKind.FEE, day("2024-09-02"), euros("0.01"));
    List<LoanEvent> events =
        List.of(
            disbursed(1, "2024-01-01", "1000.00"),
            repaid(2, "2024-01-01", "554.97"),
            repaid(3, "2024-04-21", "580.78"),
            fee,
            repaid(5, "2025-02-04", "0.16"));

    LoanPosition position = Replay.position(terms, events, day("2025-02-04"));

    assertThat(position.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(principalOf(position)).isEqualTo(euros("1000.00"));
    assertThat(position.excess()).isEqualTo(euros("0.00"));
  }

  /** On 16 January 100.28 pays off, as 0.28 of interest accrued; 17.01 alone is an installment. */
  @Test
  void twoPaymentsOfOneDayPayOffTogether() {
    List<LoanEvent> events =
        List.of(OUT, repaid(2, "2024-01-16", "17.01"), repaid(3, "2024-01-16", "83.27"));

    Acceptance second =
        Replay.accept(TERMS, events.subList(0, 2), events.get(2), day("2024-01-16"));

    LoanPosition after = Replay.position(TERMS, events, day("2024-01-16"));
    assertThat(after.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(after.excess()).isEqualTo(euros("0.00"));
    assertThat(second)
        .isEqualTo(
            new Acceptance.Accepted(
                Replay.position(TERMS, events.subList(0, 2), day("2024-01-16")), after));
  }

  @Test
  void newRateLeavesTheSumOfPrincipalToTheLastOpenInstallment() {
    LoanEvent paid = new LoanEvent.Repaid(id(2), day("2024-01-10"), 2, euros("17.01"), 6);
    LoanEvent rate =
        new LoanEvent.RateChanged(
            id(3), day("2024-01-20"), 3, day("2024-02-02"), new BigDecimal("24"));

    LoanPosition position = Replay.position(TERMS, List.of(OUT, paid, rate), day("2024-02-02"));

    assertThat(principalOf(position)).isEqualTo(euros("100.00"));
  }

  @Test
  void incomeAddedAfterTheLastDueDateIsOwed() {
    LoanEvent added = new LoanEvent.Capitalized(id(2), day("2024-08-01"), 2, euros("5.00"));

    LoanPosition position = Replay.position(TERMS, List.of(OUT, added), day("2024-08-01"));

    assertThat(position.installments()).hasSize(7);
    assertThat(principalOf(position)).isEqualTo(euros("105.00"));
  }

  /** In November 667.45 are owed: 667.45 × 99.9 % / 12 = 55.565 → 55.57 interest. */
  @Test
  void lastInstallmentHasRoomForAllInterestThatIsLeftToIt() {
    List<LoanEvent> events =
        List.of(
            disbursed(1, "2024-01-01", "1000.00"),
            repaid(2, "2024-01-01", "333.28"),
            disbursed(3, "2024-11-01", "0.73"));
    LoanTerms terms = monthly("99.9", 11).withRecalculation(FOLLOWS);

    LoanPosition position = Replay.position(terms, events, day("2024-12-31"));

    assertThat(position.installments().getLast().installment().asked().interest())
        .isEqualTo(euros("55.57"));
    assertThat(principalOf(position)).isEqualTo(euros("1000.73"));
  }

  private static Money principalOf(LoanPosition position) {
    return position.installments().stream()
        .map(row -> row.installment().principal())
        .reduce(euros("0.00"), Money::plus);
  }

  @Test
  void refusesWhatCannotBe() {
    List<LoanEvent> active = List.of(OUT);
    List<LoanEvent> closed = List.of(OUT, repaid(2, "2024-01-16", "101.00"));

    assertThat(refusal(List.of(), repaid(9, "2024-01-16", "1.00")))
        .isEqualTo(Rule.BEFORE_DISBURSEMENT);
    assertThat(refusal(active, repaid(9, "2023-12-31", "1.00")))
        .isEqualTo(Rule.BEFORE_DISBURSEMENT);
    assertThat(refusal(active, repaid(9, "2024-02-01", "0.00")))
        .isEqualTo(Rule.AMOUNT_NOT_POSITIVE);
    assertThat(refusal(active, repaid(9, "2024-09-01", "1.00"))).isEqualTo(Rule.DATE_TOO_LATE);
    assertThat(refusal(closed, repaid(9, "2024-02-01", "1.00"))).isEqualTo(Rule.LOAN_CLOSED);
    assertThat(refusal(active, reversed(9, "2024-02-01", 7))).isEqualTo(Rule.TARGET_UNKNOWN);
    assertThat(refusal(active, repaid(1, "2024-02-01", "1.00"))).isEqualTo(Rule.DUPLICATE_EVENT);
    assertThat(refusal(active, new LoanEvent.Repaid(id(9), day("2024-02-01"), 9, euros("1.00"), 7)))
        .isEqualTo(Rule.INSTALLMENT_UNKNOWN);
  }

  private static Rule refusal(List<LoanEvent> history, LoanEvent event) {
    Acceptance acceptance = Replay.accept(TERMS, history, event, day("2024-08-01"));
    assertThat(acceptance).isInstanceOf(Acceptance.Declined.class);
    return ((Acceptance.Declined) acceptance).refusal().rule();
  }

  /**
   * 100.00 at 7 % over 6 months: 0.58 of interest is owed on 1 February. 16.00 is meant for
   * installment 3, of whose principal it is a part; 84.58 on the same day pays the rest off.
   */
  @Test
  void paymentForOneInstallmentStaysThereThoughAnotherPaysTheLoanOff() {
    LoanEvent first = new LoanEvent.Repaid(id(2), day("2024-02-01"), 2, euros("16.00"), 3);
    LoanEvent second = repaid(3, "2024-02-01", "84.58");

    LoanPosition position =
        Replay.position(
            monthly("7", 6),
            List.of(disbursed(1, "2024-01-01", "100.00"), first, second),
            day("2024-02-01"));

    assertThat(position.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(position.excess().isZero()).isTrue();
    assertThat(position.allocationOf(first.id()).orElseThrow().shares())
        .extracting(Allocation.Share::installment)
        .containsExactly(3);
  }
}
