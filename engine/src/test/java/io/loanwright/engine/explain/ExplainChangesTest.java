package io.loanwright.engine.explain;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What was agreed while a loan runs is part of why.
 *
 * <p>By hand: 1,200.00 at 12 % a year, months of 30 days and years of 360, paid out on 1 January
 * 2024 in six installments of 207.06. After that of 1 March 807.93 are owed.
 */
class ExplainChangesTest {

  private static final LoanTerms TERMS = monthly("12", 6);
  private static final LoanTerms EQUAL_PRINCIPAL =
      TERMS.withRepayment(TERMS.repayment().withAmortization(Amortization.EQUAL_PRINCIPAL));
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "1200.00");
  private static final LoanEvent RATE =
      new LoanEvent.RateChanged(
          id(2), day("2024-02-10"), 2, day("2024-03-02"), new BigDecimal("24"));
  private static final LoanEvent PAUSE =
      new LoanEvent.InterestPaused(
          id(2), day("2024-01-05"), 2, day("2024-01-11"), day("2024-01-20"));

  private static Explanation why(
      LoanTerms terms, InstallmentFigure figure, int number, String asOf, LoanEvent... events) {
    return Explain.of(terms, List.of(events), day(asOf)).installment(figure, number).orElseThrow();
  }

  private static void assertAllDerived(LoanTerms terms, String asOf, LoanEvent... events) {
    Explain explain = Explain.of(terms, List.of(events), day(asOf));
    for (int number = 1; explain.installment(InstallmentFigure.DUE, number).isPresent(); number++) {
      for (InstallmentFigure figure : InstallmentFigure.values()) {
        Explanation why = explain.installment(figure, number).orElseThrow();
        assertThat(why.isDerived()).as("%s", why).isTrue();
      }
    }
  }

  /** 807.93 at 2 % a month in four: x 1.02^4 / 4.121608 = 212.18165, 212.18; 16.16 of interest. */
  @Test
  void anotherRateMakesAnotherInstallmentOfWhatIsOwed() {
    Explanation third = why(TERMS, InstallmentFigure.PRINCIPAL, 3, "2024-03-02", OUT, RATE);

    assertThat(third.amount()).isEqualByComparingTo("196.02");
    assertThat(third.parts())
        .extracting(part -> part.amount().stripTrailingZeros().toPlainString())
        .containsExactly("212.18", "-16.16");
    Explanation size = third.parts().getFirst();
    assertThat(size.why())
        .isEqualTo(new Why.InstallmentSince(SizeChange.ANOTHER_RATE, day("2024-03-02")));
    assertThat(size.parts().getFirst().why())
        .isInstanceOfSatisfying(
            Why.Annuity.class,
            annuity -> {
              assertThat(annuity.lent()).isEqualByComparingTo("807.93");
              assertThat(annuity.ratePercent()).isEqualByComparingTo("24");
              assertThat(annuity.installments()).isEqualTo(4);
            });
    assertAllDerived(TERMS, "2024-03-02", OUT, RATE);
  }

  /** What the change left alone is explained as it was agreed. */
  @Test
  void installmentBeforeAChangeIsExplainedByTheFirstTerms() {
    Explanation second = why(TERMS, InstallmentFigure.PRINCIPAL, 2, "2024-03-02", OUT, RATE);

    assertThat(second.parts().getFirst().why())
        .isEqualTo(new Why.OfLoan(LoanFigure.INSTALLMENT, day("2024-01-01")));
    assertThat(second.parts().getLast().why())
        .isEqualTo(new Why.OfInstallment(InstallmentFigure.INTEREST, 2, day("2024-03-01")));
  }

  /** 807.93 at 1 % a month in seven: x 1.01^7 / 7.213535 = 120.0805. */
  @Test
  void moreTimeMakesASmallerInstallmentOfWhatIsOwed() {
    LoanEvent longer =
        new LoanEvent.TermExtended(id(2), day("2024-02-10"), 2, day("2024-03-02"), 3);

    Explanation size =
        why(TERMS, InstallmentFigure.PRINCIPAL, 5, "2024-03-02", OUT, longer).parts().getFirst();

    assertThat(size.amount()).isEqualByComparingTo("120.08");
    assertThat(size.why())
        .isEqualTo(new Why.InstallmentSince(SizeChange.MORE_TIME, day("2024-03-02")));
    assertAllDerived(TERMS, "2024-03-02", OUT, longer);
  }

  @Test
  void daysWithoutInterestAreShown() {
    Explanation first = why(TERMS, InstallmentFigure.INTEREST, 1, "2024-01-21", OUT, PAUSE);

    assertThat(first.leaves())
        .extracting(Explanation::why)
        .contains(new Why.InterestFree(day("2024-01-10"), day("2024-01-20")));
    assertThat(first.leaves())
        .filteredOn(leaf -> leaf.why() instanceof Why.InterestOnBalance)
        .extracting(leaf -> ((Why.InterestOnBalance) leaf.why()).days())
        .containsExactly(9L, 12L);
    assertAllDerived(TERMS, "2024-01-21", OUT, PAUSE);
  }

  /** 1,000.00 left of 1,200.00, and 600.00 more, in five parts. */
  @Test
  void moreMoneyIsSharedByInstallmentsOfEqualPrincipal() {
    LoanEvent more = disbursed(2, "2024-02-01", "600.00");

    Explanation second =
        why(EQUAL_PRINCIPAL, InstallmentFigure.PRINCIPAL, 2, "2024-02-01", OUT, more);

    assertThat(second.amount()).isEqualByComparingTo("320.00");
    assertThat(second.leaves())
        .singleElement()
        .extracting(Explanation::why)
        .isEqualTo(new Why.EqualShare(new BigDecimal("1600.00"), 5));
    assertAllDerived(EQUAL_PRINCIPAL, "2024-02-01", OUT, more);
  }

  @Test
  void sizesStandWhenADueDateMoves() {
    LoanEvent moved =
        new LoanEvent.DueDateMoved(
            id(3), day("2024-03-10"), 3, day("2024-04-01"), day("2024-04-15"));

    Explanation third = why(TERMS, InstallmentFigure.PRINCIPAL, 3, "2024-03-10", OUT, RATE, moved);

    assertThat(third.parts().getFirst().why())
        .isEqualTo(new Why.InstallmentSince(SizeChange.ANOTHER_RATE, day("2024-03-02")));
    assertAllDerived(TERMS, "2024-03-10", OUT, RATE, moved);
  }

  @Test
  void interestOfAChangedLoanFallsAwayWhenItIsPaidOff() {
    LoanEvent paid = repaid(3, "2024-03-10", "2000.00");

    Explanation sixth = why(TERMS, InstallmentFigure.INTEREST, 6, "2024-03-11", OUT, RATE, paid);

    assertThat(sixth.parts().getLast().why()).isEqualTo(new Why.FallenAway(day("2024-03-10")));
    assertAllDerived(TERMS, "2024-03-11", OUT, RATE, paid);
  }

  @Test
  void changeAfterAnotherCountsWhatIsOwedThen() {
    LoanEvent more = disbursed(3, "2024-04-01", "300.00");
    LoanEvent longer =
        new LoanEvent.TermExtended(id(4), day("2024-05-02"), 4, day("2024-05-02"), 2);

    assertAllDerived(TERMS, "2024-05-02", OUT, RATE, more, longer);
  }

  /** The one installment at the end bears interest of each month, rounded once. */
  @Test
  void oneInstallmentBearsInterestOfAllMonths() {
    LoanTerms bullet = TERMS.withRepayment(TERMS.repayment().withAmortization(Amortization.BULLET));

    Explanation interest = why(bullet, InstallmentFigure.INTEREST, 1, "2024-03-02", OUT, RATE);

    assertThat(interest.amount()).isEqualByComparingTo("120.00");
    assertThat(interest.leaves()).hasSize(6);
    assertAllDerived(bullet, "2024-03-02", OUT, RATE);
  }

  /** Interest that begins later follows payments from then on, so that each stretch is shown. */
  @Test
  void interestThatBeginsLaterIsShownOnTheBalanceOfEachDay() {
    LoanTerms free =
        TERMS
            .withInterest(TERMS.interest().withRate(BigDecimal.ZERO))
            .withRecalculation(
                new RecalculationTerms(
                    Recalculation.FOLLOWS_PAYMENTS,
                    Rest.DAILY,
                    PayoffInterest.UNTIL_PAYOFF_DATE,
                    OverdueInterest.CHARGED));
    LoanEvent rate =
        new LoanEvent.RateChanged(
            id(2), day("2024-01-11"), 2, day("2024-01-11"), new BigDecimal("12"));
    LoanEvent paid = repaid(3, "2024-01-21", "600.00");

    Explanation interest = why(free, InstallmentFigure.INTEREST, 2, "2024-01-21", OUT, rate, paid);
    Explanation payoff =
        Explain.of(free, List.of(OUT, rate, paid), day("2024-01-21"))
            .loan(LoanFigure.PAYOFF)
            .orElseThrow();

    assertThat(interest.isDerived()).as("%s", interest).isTrue();
    assertThat(payoff.isDerived()).as("%s", payoff).isTrue();
  }

  /** What was agreed long after an installment fell due is not looked at, one after the other. */
  @Test
  void firstInstallmentOfALoanThatWasChangedEveryMonthIsExplainedAtOnce() {
    LoanTerms thirtyYears = monthly("12", 360);
    List<LoanEvent> events = new ArrayList<>(List.of(disbursed(1, "2024-01-01", "100000.00")));
    for (int month = 1; month < 360; month++) {
      LocalDate on = day("2024-01-10").plusMonths(month);
      events.add(
          new LoanEvent.RateChanged(
              id(month + 1), on, month + 1, on, BigDecimal.valueOf(12 + month % 2)));
    }
    Explain explain = Explain.of(thirtyYears, events, day("2054-01-01"));

    Explanation first =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> explain.installment(InstallmentFigure.PRINCIPAL, 1).orElseThrow());

    assertThat(first.parts().getFirst().why())
        .isEqualTo(new Why.OfLoan(LoanFigure.INSTALLMENT, day("2024-01-01")));
  }
}
