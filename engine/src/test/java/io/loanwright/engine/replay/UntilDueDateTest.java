package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
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
 * Interest follows payments; who pays the loan off owes it until the next due date, and who pays
 * less until the day of payment only.
 *
 * <p>1,000.00 at 1 % a month over 2 months, paid out on 1 April, 30 days before the first due date:
 * installments of 507.51.
 */
class UntilDueDateTest {

  private static final LoanTerms TERMS =
      monthly("12", 2)
          .withRecalculation(
              new RecalculationTerms(
                  Recalculation.FOLLOWS_PAYMENTS,
                  Rest.DAILY,
                  PayoffInterest.UNTIL_REST_DATE,
                  OverdueInterest.CHARGED));
  private static final LoanTerms WITH_FEES =
      TERMS.withCharges(
          List.of(
              new ChargeTerms(
                  "Service",
                  ChargeKind.FEE,
                  ChargeTiming.EACH_INSTALLMENT,
                  ChargeBasis.FIXED,
                  BigDecimal.valueOf(20),
                  null)));
  private static final LoanEvent OUT = disbursed(1, "2024-04-01", "1000.00");

  /** Interest of the whole month, 10.00, and both fees. */
  @Test
  void whoPaysTheLoanOffOwesInterestUntilTheDueDate() {
    List<LoanEvent> events = List.of(OUT, repaid(2, "2024-04-16", "1050.00"));

    assertThat(on("2024-04-16", WITH_FEES, List.of(OUT)).payoff())
        .isEqualTo(split("1000.00", "10.00", "40.00"));
    LoanPosition paid = on("2024-04-16", WITH_FEES, events);
    assertThat(paid.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(used(paid, 2)).isEqualTo(split("1000.00", "10.00", "40.00"));
  }

  /** It would be enough if there were no fees; with them it owes interest of 15 of 30 days. */
  @Test
  void whoLeavesFeesUnpaidOwesInterestUntilTheDayOfPayment() {
    List<LoanEvent> events = List.of(OUT, repaid(2, "2024-04-16", "1010.00"));

    LoanPosition paid = on("2024-04-16", WITH_FEES, events);

    assertThat(paid.phase()).isEqualTo(LoanPhase.ACTIVE);
    assertThat(used(paid, 2)).isEqualTo(split("965.00", "5.00", "40.00"));
  }

  /**
   * The first installment is paid on the tenth day: 3.33 interest, 504.18 principal. What is left
   * bears 495.82 × 1 % × 20 / 30 = 3.3055 until the due date, with the 3.3333 before it 6.64 in
   * all, of which 3.31 are unpaid.
   */
  @Test
  void whoPaidTheInstallmentInProgressOwesInterestUntilItsDueDateToo() {
    List<LoanEvent> early = List.of(OUT, repaid(2, "2024-04-11", "507.51"));
    List<LoanEvent> paidOff =
        List.of(OUT, repaid(2, "2024-04-11", "507.51"), repaid(3, "2024-04-16", "499.13"));

    assertThat(on("2024-04-16", TERMS, early).payoff()).isEqualTo(split("495.82", "3.31", "0.00"));
    LoanPosition paid = on("2024-04-16", TERMS, paidOff);
    assertThat(paid.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(used(paid, 3)).isEqualTo(split("495.82", "3.31", "0.00"));
  }

  private static LoanPosition on(String day, LoanTerms terms, List<LoanEvent> events) {
    return Replay.position(terms, events, day(day));
  }

  private static Split used(LoanPosition position, int payment) {
    return position.allocationOf(id(payment)).orElseThrow().split();
  }

  private static Split split(String principal, String interest, String fees) {
    return new Split(euros(principal), euros(interest), euros(fees), Split.zero(EUR).penalties());
  }
}
