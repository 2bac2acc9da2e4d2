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
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.LatePenaltyTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PenaltyBasis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What lateness costs, by cases worked by hand: 100.00 at 7 % over 6 months, 17.01 due on the first
 * of each month from February on, five days of tolerance and then 2.00.
 */
class LatePenaltyTest {

  private static final LoanTerms TERMS =
      monthly("7", 6)
          .withLatePenalty(LatePenaltyTerms.once(5, PenaltyBasis.FIXED, new BigDecimal("2.00")));
  private static final LoanTerms DAILY =
      monthly("7", 6)
          .withLatePenalty(
              new LatePenaltyTerms(
                  5, PenaltyBasis.FIXED, new BigDecimal("2.00"), 1, null, new BigDecimal("5.00")));
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "100.00");

  private static List<String> penalties(LoanTerms terms, String asOf, LoanEvent... events) {
    return position(terms, asOf, events).latePenalties().stream()
        .map(laid -> laid.installment() + " " + laid.on() + " " + laid.amount().toDecimalString())
        .toList();
  }

  private static LoanPosition position(LoanTerms terms, String asOf, LoanEvent... events) {
    return Replay.position(terms, List.of(events), day(asOf));
  }

  private static UUID penalty(String on) {
    return LatePenalty.idOf(1, day(on));
  }

  @Test
  void isLaidOnTheDayAfterTheLastOneOfTolerance() {
    assertThat(penalties(TERMS, "2024-02-06", OUT)).isEmpty();
    assertThat(penalties(TERMS, "2024-02-07", OUT)).containsExactly("1 2024-02-07 2.00");
    assertThat(penalties(TERMS, "2024-03-07", OUT))
        .containsExactly("1 2024-02-07 2.00", "2 2024-03-07 2.00");
  }

  @Test
  void paymentOnTheLastDayOfToleranceIsInTime() {
    assertThat(penalties(TERMS, "2024-02-29", OUT, repaid(2, "2024-02-06", "17.01"))).isEmpty();
    assertThat(penalties(TERMS, "2024-02-29", OUT, repaid(2, "2024-02-07", "17.01")))
        .containsExactly("1 2024-02-07 2.00");
  }

  /** 2.00 goes to the penalty first, so that 2.00 of the installment stay unpaid. */
  @Test
  void paymentOnTheDayOfThePenaltyPaysItToo() {
    LoanPosition position = position(TERMS, "2024-02-07", OUT, repaid(2, "2024-02-07", "17.01"));

    assertThat(position.arrears().overdue().total()).isEqualTo(euros("2.00"));
    assertThat(position.allocationOf(id(2)).orElseThrow().split().penalties())
        .isEqualTo(euros("2.00"));
  }

  @Test
  void backDatedPaymentTakesItBackAndItsReversalLaysItAgain() {
    LoanEvent.Repaid late = repaid(2, "2024-02-20", "17.01");
    LoanEvent.Repaid found = repaid(3, "2024-02-05", "17.01");

    assertThat(penalties(TERMS, "2024-02-29", OUT, late)).hasSize(1);
    assertThat(penalties(TERMS, "2024-02-29", OUT, late, found)).isEmpty();
    assertThat(penalties(TERMS, "2024-02-29", OUT, late, found, reversed(4, "2024-02-28", 3)))
        .containsExactly("1 2024-02-07 2.00");
  }

  /** Accepting a back-dated event after penalties were laid follows all anew. */
  @Test
  void acceptingABackDatedPaymentTakesThePenaltyBack() {
    Acceptance acceptance =
        Replay.accept(TERMS, List.of(OUT), repaid(2, "2024-02-05", "17.01"), day("2024-02-29"));

    assertThat(acceptance)
        .isInstanceOfSatisfying(
            Acceptance.Accepted.class,
            accepted -> {
              assertThat(accepted.before().latePenalties()).hasSize(1);
              assertThat(accepted.after().latePenalties()).isEmpty();
            });
  }

  @Test
  void repeatsUntilPaidOrUntilTheCap() {
    assertThat(penalties(DAILY, "2024-02-20", OUT))
        .containsExactly("1 2024-02-07 2.00", "1 2024-02-08 2.00", "1 2024-02-09 1.00");
    assertThat(penalties(DAILY, "2024-02-20", OUT, repaid(2, "2024-02-07", "19.01")))
        .containsExactly("1 2024-02-07 2.00");
  }

  /** The order of payment leaves the penalty of 2.00 for the last. */
  @Test
  void penaltyAloneIsNoReasonForAnother() {
    LoanTerms penaltiesLast =
        DAILY.withAllocation(
            new AllocationTerms(
                AllocationDirection.HORIZONTAL,
                AllocationRule.of(
                    AdvanceRule.NEXT_INSTALLMENT,
                    Part.INTEREST,
                    Part.PRINCIPAL,
                    Part.FEE,
                    Part.PENALTY),
                Map.of()));

    LoanPosition position =
        position(penaltiesLast, "2024-02-20", OUT, repaid(2, "2024-02-07", "17.01"));

    assertThat(position.latePenalties()).hasSize(1);
    assertThat(position.arrears().overdue().total()).isEqualTo(euros("2.00"));
  }

  @Test
  void capOfTheLoanCountsAllInstallments() {
    LatePenaltyTerms capped =
        new LatePenaltyTerms(
            0, PenaltyBasis.FIXED, new BigDecimal("2.00"), null, new BigDecimal("3.5"), null);

    assertThat(penalties(TERMS.withLatePenalty(capped), "2024-07-01", OUT))
        .containsExactly("1 2024-02-02 2.00", "2 2024-03-02 1.50");
  }

  @Test
  void daysOfAPauseLayNone() {
    LoanEvent pause =
        new LoanEvent.InterestPaused(
            id(2), day("2024-01-20"), 2, day("2024-02-07"), day("2024-02-07"));

    assertThat(penalties(TERMS, "2024-02-29", OUT, pause)).isEmpty();
    assertThat(penalties(DAILY, "2024-02-08", OUT, pause)).containsExactly("1 2024-02-08 2.00");
  }

  @Test
  void movedDueDateCounts() {
    LoanEvent moved =
        new LoanEvent.DueDateMoved(
            id(2), day("2024-01-20"), 2, day("2024-02-01"), day("2024-02-10"));

    assertThat(penalties(TERMS, "2024-02-29", OUT, moved)).containsExactly("1 2024-02-16 2.00");
  }

  @Test
  void noneAfterTheLoanWasGivenUpEndedOrClosed() {
    assertThat(
            penalties(
                DAILY, "2024-12-31", OUT, new LoanEvent.ChargedOff(id(2), day("2024-02-08"), 2)))
        .hasSize(2);
    assertThat(
            penalties(
                DAILY, "2024-12-31", OUT, new LoanEvent.WrittenOff(id(2), day("2024-02-08"), 2)))
        .hasSize(2);
    assertThat(
            penalties(
                DAILY, "2024-12-31", OUT, new LoanEvent.Terminated(id(2), day("2024-02-08"), 2)))
        .hasSize(2);
    assertThat(penalties(DAILY, "2024-12-31", OUT, repaid(2, "2024-02-08", "200.00"))).hasSize(2);
  }

  @Test
  void payoffOfALaterDayHasThePenaltiesUntilThen() {
    long before = position(TERMS, "2024-02-06", OUT).payoff().penalties().minor();
    long after = position(TERMS, "2024-02-07", OUT).payoff().penalties().minor();

    assertThat(List.of(before, after)).containsExactly(0L, 200L);
  }

  @Test
  void isWaivedByItsIdentifier() {
    LoanEvent waiver =
        new LoanEvent.ChargeWaived(id(2), day("2024-02-10"), 2, penalty("2024-02-07"));

    LoanPosition position = position(TERMS, "2024-02-29", OUT, waiver);

    assertThat(position.arrears().overdue().penalties()).isEqualTo(euros("0.00"));
    assertThat(position.latePenalties().getFirst().waived()).isEqualTo(euros("2.00"));
  }

  /** One installment of 100.58, paid nine days late but for the 2.00 that lateness cost. */
  @Test
  void loanThatOwesNothingButAWaivedPenaltyIsClosed() {
    LoanTerms penaltiesLast =
        monthly("7", 1)
            .withLatePenalty(TERMS.latePenalty())
            .withAllocation(
                new AllocationTerms(
                    AllocationDirection.HORIZONTAL,
                    AllocationRule.of(
                        AdvanceRule.NEXT_INSTALLMENT,
                        Part.PRINCIPAL,
                        Part.INTEREST,
                        Part.FEE,
                        Part.PENALTY),
                    Map.of()));
    LoanEvent paid = repaid(2, "2024-02-10", "100.58");
    LoanEvent waiver =
        new LoanEvent.ChargeWaived(id(3), day("2024-02-12"), 3, penalty("2024-02-07"));

    assertThat(position(penaltiesLast, "2024-02-12", OUT, paid).payoff().total())
        .isEqualTo(euros("2.00"));
    assertThat(position(penaltiesLast, "2024-02-12", OUT, paid, waiver).phase())
        .isEqualTo(LoanPhase.CLOSED);
  }

  /** What was waived is laid no second time, though the cap would have room for it. */
  @Test
  void waivedPenaltyCountsForTheCap() {
    LoanEvent waiver =
        new LoanEvent.ChargeWaived(id(2), day("2024-02-07"), 2, penalty("2024-02-07"));

    assertThat(position(DAILY, "2024-02-29", OUT, waiver).arrears().overdue().penalties())
        .isEqualTo(euros("3.00"));
  }

  @Test
  void waiverOfAPenaltyThatIsNoLongerThereDoesNothing() {
    LoanEvent waiver =
        new LoanEvent.ChargeWaived(id(2), day("2024-02-10"), 2, penalty("2024-02-07"));
    LoanEvent paid = repaid(3, "2024-02-05", "17.01");

    LoanPosition with = position(TERMS, "2024-02-29", OUT, waiver, paid);

    assertThat(with).isEqualTo(position(TERMS, "2024-02-29", OUT, paid));
  }

  @Test
  void newWaiverOfAPenaltyThatIsNotThereIsDeclined() {
    LoanEvent waiver =
        new LoanEvent.ChargeWaived(id(2), day("2024-02-06"), 2, penalty("2024-02-07"));

    assertThat(Replay.accept(TERMS, List.of(OUT), waiver, day("2024-02-29")))
        .isInstanceOfSatisfying(
            Acceptance.Declined.class,
            declined -> assertThat(declined.refusal().rule()).isEqualTo(Rule.TARGET_UNKNOWN));
  }

  @Test
  void saysWhenTheNextOneFalls() {
    assertThat(position(TERMS, "2024-01-01", OUT).nextChangeOn()).isEqualTo("2024-02-07");
    assertThat(position(TERMS, "2024-02-07", OUT).nextChangeOn()).isEqualTo("2024-03-07");
    assertThat(position(DAILY, "2024-02-08", OUT).nextChangeOn()).isEqualTo("2024-02-09");
    assertThat(position(DAILY, "2024-02-09", OUT).nextChangeOn()).isEqualTo("2024-03-07");
    assertThat(position(monthly("7", 6), "2024-02-09", OUT).nextChangeOn()).isNull();
  }

  @Test
  void splitsOfEveryDayAreThoseOfThatDay() {
    List<LoanEvent> events =
        new ArrayList<>(
            List.of(
                OUT,
                repaid(2, "2024-02-20", "10.00"),
                repaid(3, "2024-03-09", "30.00"),
                reversed(4, "2024-03-20", 2)));

    List<DaySplits> splits =
        Replay.splits(
            DAILY,
            events,
            List.of(day("2024-02-20"), day("2024-03-01"), day("2024-03-09"), day("2024-03-20")));

    assertThat(splits.get(3).changed())
        .extracting(MoneyUse::split)
        .containsExactly(
            Replay.position(DAILY, events, day("2024-03-20"))
                .allocationOf(id(3))
                .orElseThrow()
                .split());
  }
}
