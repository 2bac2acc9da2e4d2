package io.loanwright.engine.apr;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a loan without interest costs: 100.00 for six months, all back at the end, less a fee. */
class CostOfCreditTest {

  /**
   * 96 are worth 100 after half a year: 4 / 96 x 2 = 8.33 % a year, or (100 / 96)² = 1.0851 with
   * interest on interest. Five installments that ask for nothing are no payments.
   */
  @Test
  void aFeeAtDisbursementIsNotReceived() {
    CostOfCredit cost = costWithFee("4");

    assertThat(cost.apr()).contains(new BigDecimal("8.33"));
    assertThat(cost.effectiveRate()).contains(new BigDecimal("8.51"));
  }

  @Test
  void thereIsNoRateWhereNothingIsReceived() {
    assertThat(costWithFee("100")).isEqualTo(costWithFee("101"));
    assertThat(costWithFee("100").apr()).isEmpty();
    assertThat(costWithFee("100").effectiveRate()).isEmpty();
  }

  private static CostOfCredit costWithFee(String amount) {
    ChargeTerms fee =
        new ChargeTerms(
            "Opening",
            ChargeKind.FEE,
            ChargeTiming.DISBURSEMENT,
            ChargeBasis.FIXED,
            new BigDecimal(amount),
            null);
    LoanTerms free = monthly("0", 6);
    LoanTerms terms =
        free.withRepayment(free.repayment().withAmortization(Amortization.INTEREST_ONLY))
            .withCharges(List.of(fee));
    Schedule schedule = Schedule.of(terms, day("2024-01-01"), euros("100.00"));
    return CostOfCredit.of(schedule, terms.repayment().calendar(), day("2024-01-01"));
  }
}
