package io.loanwright.engine.explain;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.GraceTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import io.loanwright.engine.terms.RepaymentTerms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of loans of other kinds than the usual one, each worked by hand and each derived. */
class ExplainKindsTest {

  private static final LoanEvent LATER = disbursed(1, "2024-02-11", "1000.00");

  /**
   * The calendar begins on 1 January and the money goes out on 11 February: 1 % a month for 19 of
   * 29 days is 6.5517, which the second installment is the first to ask for.
   */
  @Test
  void installmentOfInterestOnlyIsTheFirstThatAsksForSomething() {
    Explain explain = explain(beginsEarlier(Amortization.INTEREST_ONLY), LATER);

    Explanation installment = explain.loan(LoanFigure.INSTALLMENT).orElseThrow();
    Explanation first = explain.installment(InstallmentFigure.INTEREST, 1).orElseThrow();
    Explanation none = explain.installment(InstallmentFigure.PRINCIPAL, 1).orElseThrow();

    assertThat(installment.amount()).isEqualByComparingTo("6.55");
    assertThat(installment.leaves().getLast().why())
        .isEqualTo(new Why.OfInstallment(InstallmentFigure.INTEREST, 2, day("2024-03-01")));
    assertThat(installment.isDerived()).isTrue();
    assertThat(first.leaves())
        .singleElement()
        .extracting(Explanation::why)
        .isEqualTo(new Why.NothingLent());
    assertThat(none.leaves())
        .singleElement()
        .extracting(Explanation::why)
        .isEqualTo(new Why.NothingLent());
  }

  /** The one installment is due on 1 April with 6.5517 and a whole month of 10.00. */
  @Test
  void installmentOfABulletLoanIsItsOnlyOne() {
    Explanation installment =
        explain(beginsEarlier(Amortization.BULLET), LATER)
            .loan(LoanFigure.INSTALLMENT)
            .orElseThrow();

    assertThat(installment.amount()).isEqualByComparingTo("1016.55");
    assertThat(installment.leaves().getFirst().why())
        .isEqualTo(new Why.OfInstallment(InstallmentFigure.PRINCIPAL, 1, day("2024-04-01")));
    assertThat(installment.isDerived()).isTrue();
  }

  /** The first of six months bears nothing, by agreement and not for want of money. */
  @Test
  void monthFreeOfInterestIsNamedSo() {
    Explanation interest =
        explain(
                monthly("7", 6).withGrace(new GraceTerms(0, 0, 1)),
                disbursed(1, "2024-01-01", "100.00"))
            .installment(InstallmentFigure.INTEREST, 1)
            .orElseThrow();

    assertThat(interest.leaves())
        .singleElement()
        .extracting(Explanation::why)
        .isEqualTo(new Why.InterestFree(day("2024-01-01"), day("2024-02-01")));
  }

  /** The interest of two months waits and was not in the annuity: the last one would stand out. */
  @Test
  void levellingIsPartOfTheInstallment() {
    Explanation installment =
        explain(
                monthly("12", 6).withGrace(new GraceTerms(0, 2, 0)),
                disbursed(1, "2024-01-01", "1000.00"))
            .loan(LoanFigure.INSTALLMENT)
            .orElseThrow();

    assertThat(installment.leaves())
        .extracting(Explanation::why)
        .hasAtLeastOneElementOfType(Why.Levelled.class);
    assertThat(installment.isDerived()).isTrue();
  }

  /** 100.00 at 7 % over 6 months cost 2.05 in all, and that on whatever day. */
  @Test
  void whoPaysOffOwesAllInterestWhereThatWasAgreed() {
    LoanTerms terms =
        monthly("7", 6)
            .withRecalculation(
                new RecalculationTerms(
                    Recalculation.NONE,
                    Rest.DAILY,
                    PayoffInterest.AS_SCHEDULED,
                    OverdueInterest.CHARGED));

    Explanation payoff =
        Explain.of(terms, List.of(disbursed(1, "2024-01-01", "100.00")), day("2024-01-16"))
            .loan(LoanFigure.PAYOFF)
            .orElseThrow();

    assertThat(payoff.amount()).isEqualByComparingTo("102.05");
    assertThat(payoff.leaves()).filteredOn(leaf -> leaf.why() instanceof Why.Owed).hasSize(6);
    assertThat(payoff.isDerived()).isTrue();
  }

  /** One payment within a year is not compounded, so nothing is to be proven. */
  @ParameterizedTest
  @CsvSource({"1, 0", "12, 0", "13, 1", "24, 1"})
  void onePaymentWithinAYearHasASimpleRate(int months, int proofs) {
    LoanTerms terms = monthly("7", 1);
    LoanTerms once =
        terms.withRepayment(
            RepaymentTerms.of(months, 1, PeriodUnit.MONTHS).withAmortization(Amortization.BULLET));

    Explanation apr =
        explain(once, disbursed(1, "2023-01-01", "100.00")).loan(LoanFigure.APR).orElseThrow();

    assertThat(apr.proof()).hasSize(proofs);
    assertThat(apr.leaves().getFirst().why())
        .isInstanceOf(proofs == 0 ? Why.RateOfYear.class : Why.RateOfInterval.class);
    assertThat(apr.isDerived()).isTrue();
  }

  private static Explain explain(LoanTerms terms, LoanEvent out) {
    return Explain.of(terms, List.of(out), out.on());
  }

  private static LoanTerms beginsEarlier(Amortization amortization) {
    LoanTerms terms = monthly("12", 3);
    return LoanTerms.of(
        EUR,
        terms.interest(),
        RepaymentTerms.of(3, 1, PeriodUnit.MONTHS)
            .withAmortization(amortization)
            .withCalendar(
                new CalendarTerms(3, 1, PeriodUnit.MONTHS, day("2024-01-01"), null, null)));
  }
}
