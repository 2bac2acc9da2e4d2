package io.loanwright.engine.explain;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The loan of docs/concepts/interest.md, asked why: 100.00 at 7 % over 6 months. */
class ExplainTest {

  private static final LoanTerms TERMS = monthly("7", 6);
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "100.00");

  private static Explain explain(LoanTerms terms, String asOf, LoanEvent... events) {
    return Explain.of(terms, List.of(events), day(asOf));
  }

  private static Explanation installment(InstallmentFigure figure, int number) {
    return explain(TERMS, "2024-01-01", OUT).installment(figure, number).orElseThrow();
  }

  /** 83.57 × 7 % × 30/360 = 0.487491666…, up to 0.49. */
  @Test
  void interestIsBalanceTimesRateTimesPartOfTheYearAndItsRounding() {
    Explanation interest = installment(InstallmentFigure.INTEREST, 2);

    assertThat(interest.amount()).isEqualByComparingTo("0.49");
    assertThat(interest.leaves().getFirst().why())
        .isEqualTo(
            new Why.InterestOnBalance(
                new BigDecimal("83.57"),
                new BigDecimal("7"),
                day("2024-02-01"),
                day("2024-03-01"),
                29,
                "30/360"));
    assertThat(interest.leaves().getFirst().amount())
        .isCloseTo(new BigDecimal("0.48749166"), within(new BigDecimal("0.00000001")));
    assertThat(interest.leaves().getLast().why()).isInstanceOf(Why.Rounded.class);
    assertThat(interest.leaves()).hasSize(2);
  }

  @Test
  void principalIsTheInstallmentLessInterestAndTheLastOneTakesWhatIsLeft() {
    Explanation second = installment(InstallmentFigure.PRINCIPAL, 2);
    Explanation last = installment(InstallmentFigure.PRINCIPAL, 6);

    assertThat(second.parts())
        .extracting(Explanation::amount)
        .containsExactly(new BigDecimal("17.01"), new BigDecimal("-0.49"));
    assertThat(last.parts())
        .extracting(Explanation::amount)
        .containsExactly(new BigDecimal("100.00"), new BigDecimal("-83.10"));
    assertThat(last.parts().getLast().why()).isEqualTo(new Why.RepaidBefore(5));
  }

  /** 100.00 × 1.0355144 / 6.0881835 = 17.00859, up to 17.01. */
  @Test
  void installmentIsTheAnnuityAndItsRounding() {
    Explanation installment =
        explain(TERMS, "2024-01-01", OUT).loan(LoanFigure.INSTALLMENT).orElseThrow();

    assertThat(installment.amount()).isEqualByComparingTo("17.01");
    assertThat(installment.leaves().getFirst().why())
        .isInstanceOfSatisfying(
            Why.Annuity.class,
            annuity -> {
              assertThat(annuity.growth())
                  .isCloseTo(new BigDecimal("1.0355144"), within(new BigDecimal("0.0000001")));
              assertThat(annuity.divisor())
                  .isCloseTo(new BigDecimal("6.0881835"), within(new BigDecimal("0.0000001")));
            });
    assertThat(installment.isDerived()).isTrue();
  }

  /** 20.00 on 1 March: 17.01 of February, late, interest first; then interest of March. */
  @Test
  void paymentIsUsedInTheOrderOfTheTerms() {
    Explain explain = explain(TERMS, "2024-03-01", OUT, repaid(2, "2024-03-01", "20.00"));

    Explanation payment = explain.payment(PaymentFigure.AMOUNT, id(2)).orElseThrow();
    Explanation interest = explain.payment(PaymentFigure.INTEREST, id(2)).orElseThrow();

    assertThat(payment.parts())
        .extracting(part -> ((Why.UsedFor) part.why()).part())
        .containsExactly(Part.INTEREST, Part.PRINCIPAL, Part.INTEREST, Part.PRINCIPAL);
    assertThat(payment.parts())
        .extracting(part -> part.amount().toPlainString())
        .containsExactly("0.58", "16.43", "0.49", "2.50");
    assertThat(payment.parts().getLast().why())
        .isEqualTo(
            new Why.UsedFor(
                Part.PRINCIPAL,
                2,
                day("2024-03-01"),
                new BigDecimal("16.52"),
                new BigDecimal("2.50")));
    assertThat(interest.amount()).isEqualByComparingTo("1.07");
    assertThat(explain.payment(PaymentFigure.AMOUNT, id(9))).isEmpty();
  }

  /** On 16 January: 100.00 and 0.58 × 15 / 31 = 0.2806…, down to 0.28. */
  @Test
  void payoffIsPrincipalAndInterestUntilTheDay() {
    Explanation payoff = explain(TERMS, "2024-01-16", OUT).loan(LoanFigure.PAYOFF).orElseThrow();

    assertThat(payoff.amount()).isEqualByComparingTo("100.28");
    assertThat(payoff.parts())
        .extracting(Explanation::why)
        .first()
        .isEqualTo(new Why.Lent(day("2024-01-01")));
    assertThat(payoff.parts().get(1).why())
        .isEqualTo(
            new Why.InterestUntil(
                new BigDecimal("0.58"), day("2024-01-01"), day("2024-01-16"), 15, 31));
    assertThat(payoff.isDerived()).isTrue();
  }

  @Test
  void payoffDoesNotAskAgainForWhatWasPaidOnTheDayForDaysToCome() {
    Explanation payoff =
        explain(TERMS, "2024-01-16", OUT, repaid(2, "2024-01-16", "17.01"))
            .loan(LoanFigure.PAYOFF)
            .orElseThrow();

    assertThat(payoff.amount()).isEqualByComparingTo("83.27");
    assertThat(payoff.leaves())
        .last()
        .extracting(Explanation::why)
        .isEqualTo(new Why.PaidForWhatFallsAway(day("2024-01-16")));
    assertThat(payoff.isDerived()).isTrue();
  }

  @Test
  void interestOfALoanPaidOffEarlyEndsThatDay() {
    Explain explain = explain(TERMS, "2024-02-01", OUT, repaid(2, "2024-01-16", "100.28"));

    assertThat(explain.installment(InstallmentFigure.INTEREST, 1).orElseThrow().leaves())
        .first()
        .extracting(Explanation::why)
        .isInstanceOf(Why.InterestUntil.class);
    assertThat(explain.installment(InstallmentFigure.INTEREST, 2).orElseThrow().leaves())
        .last()
        .extracting(Explanation::why)
        .isEqualTo(new Why.FallenAway(day("2024-01-16")));
  }

  @Test
  void arrearsAreWhatIsOwedOfInstallmentsDueBefore() {
    Explanation arrears =
        explain(TERMS, "2024-03-02", OUT, repaid(2, "2024-02-01", "10.00"))
            .loan(LoanFigure.ARREARS)
            .orElseThrow();

    assertThat(arrears.amount()).isEqualByComparingTo("24.02");
    assertThat(arrears.leaves())
        .extracting(leaf -> leaf.amount().toPlainString())
        .containsExactly("7.01", "0.49", "16.52");
  }

  /** At the rate found everything paid is worth what was lent: 100.00. */
  @Test
  void yearlyRatesSolveTheirEquations() {
    Explain explain = explain(TERMS, "2024-01-01", OUT);
    for (LoanFigure figure : List.of(LoanFigure.APR, LoanFigure.EFFECTIVE_RATE)) {
      Explanation rate = explain.loan(figure).orElseThrow();

      assertThat(rate.amount()).isEqualByComparingTo(figure == LoanFigure.APR ? "7.00" : "7.22");
      assertThat(rate.isDerived()).isTrue();
      Explanation meeting = rate.proof().getFirst();
      assertThat(meeting.parts()).hasSize(7);
      assertThat(meeting.amount()).isCloseTo(BigDecimal.ZERO, within(new BigDecimal("0.00001")));
    }
  }

  /**
   * Interest follows payments: 50.00 paid on 16 January leave 50.28 from then on, so that the first
   * month bears interest on two balances.
   */
  @Test
  void interestThatFollowsPaymentsIsCountedOnTheBalanceOfEachDay() {
    LoanTerms follows =
        TERMS.withRecalculation(
            new RecalculationTerms(
                Recalculation.FOLLOWS_PAYMENTS,
                Rest.DAILY,
                PayoffInterest.UNTIL_PAYOFF_DATE,
                OverdueInterest.CHARGED));
    Explain explain = explain(follows, "2024-03-05", OUT, repaid(2, "2024-01-16", "50.00"));

    Explanation interest = explain.installment(InstallmentFigure.INTEREST, 1).orElseThrow();

    assertThat(interest.isDerived()).as("%s", interest).isTrue();
    assertThat(interest.leaves())
        .filteredOn(leaf -> leaf.why() instanceof Why.InterestOnBalance)
        .extracting(leaf -> ((Why.InterestOnBalance) leaf.why()).days())
        .containsExactly(15L, 16L);
  }

  @Test
  void nothingIsExplainedBeforeMoneyWentOutNorOfARowThatIsNotThere() {
    LocalDate before = day("2023-12-31");

    assertThatThrownBy(() -> Explain.of(TERMS, List.of(OUT), before))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().rule()).isEqualTo(Rule.BEFORE_DISBURSEMENT));
    Explain explain = explain(TERMS, "2024-01-01", OUT);
    assertThat(explain.installment(InstallmentFigure.DUE, 0)).isEmpty();
    assertThat(explain.installment(InstallmentFigure.DUE, 7)).isEmpty();
  }
}
