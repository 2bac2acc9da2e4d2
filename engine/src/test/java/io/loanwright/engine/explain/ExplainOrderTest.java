package io.loanwright.engine.explain;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a payment is said to have found is what it found: events have one order. */
class ExplainOrderTest {

  private static final int PAYMENT = 3;
  private static final LoanTerms STANDS = monthly("24", 12);
  private static final LoanTerms FOLLOWS =
      STANDS.withRecalculation(
          new RecalculationTerms(
              Recalculation.FOLLOWS_PAYMENTS,
              Rest.DAILY,
              PayoffInterest.UNTIL_PAYOFF_DATE,
              OverdueInterest.CHARGED));

  /**
   * A rate and a waiver count before the payment of their day, though they were entered after it;
   * the rate, too, if it was agreed days later.
   */
  @Property
  void whatWasOwedBeforeIsWhatThePaymentFound(
      @ForAll @IntRange(min = 1, max = 300) int day,
      @ForAll @IntRange(min = 0, max = 30) int agreedLater,
      @ForAll @IntRange(min = 1, max = 300_00) int paid,
      @ForAll boolean follows) {
    LoanTerms terms = follows ? FOLLOWS : STANDS;
    LoanEvent out = disbursed(1, "2024-01-01", "1000.00");
    LocalDate on = out.on().plusDays(day);
    LocalDate agreedOn = on.plusDays(agreedLater);
    LoanEvent charge =
        new LoanEvent.ChargeAdded(
            id(2), on.minusDays(1), 2, ChargeKind.PENALTY, on.minusDays(1), new Money(5_00, EUR));
    LoanEvent payment = new LoanEvent.Repaid(id(PAYMENT), on, PAYMENT, new Money(paid, EUR), null);
    LoanEvent rate = new LoanEvent.RateChanged(id(4), agreedOn, 4, on, new BigDecimal("6"));
    LoanEvent waiver = new LoanEvent.ChargeWaived(id(5), on, 5, charge.id());
    LoanEvent rateInTime = new LoanEvent.RateChanged(id(4), on, 4, on, new BigDecimal("6"));

    Explanation explained =
        Explain.of(terms, List.of(out, charge, payment, rate, waiver), agreedOn)
            .payment(PaymentFigure.AMOUNT, payment.id())
            .orElseThrow();

    List<InstallmentPosition> found =
        Replay.position(terms, List.of(out, charge, rateInTime, waiver), on).installments();
    assertThat(explained.leaves()).isNotEmpty();
    for (Explanation leaf : explained.leaves()) {
      if (leaf.why() instanceof Why.UsedFor used) {
        InstallmentPosition row = found.get(used.installment() - 1);
        assertThat(used.owed())
            .as("%s of %s", used, explained)
            .isEqualByComparingTo(
                new Amounts(EUR).of(PaymentSplit.of(row.outstanding(), used.part())));
      }
    }
  }
}
