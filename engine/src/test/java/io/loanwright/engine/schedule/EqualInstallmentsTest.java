package io.loanwright.engine.schedule;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Golden;
import io.loanwright.engine.apr.CostOfCredit;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Equal installments, by a case worked by hand and by whole schedules. */
class EqualInstallmentsTest {

  /**
   * 100.00 at 7 % over 6 months of 30 days in a year of 360: a month bears 7 % / 12 = 0.58333 %.
   * Payment 100 × 0.0058333 / (1 − 1.0058333⁻⁶) = 17.0086 → 17.01. Interest 100.00 × 0.58333 % =
   * 0.58; 83.57 × 0.58333 % = 0.487 → 0.49; 67.05 × 0.58333 % = 0.391 → 0.39.
   */
  @Test
  void partsEachInstallmentAsWorkedByHand() {
    Schedule schedule = Schedule.of(monthly("7", 6), day("2024-01-01"), euros("100.00"));

    assertThat(schedule.installmentAmount()).isEqualTo(euros("17.01"));
    assertThat(schedule.installments().subList(0, 3))
        .extracting(Installment::interest)
        .containsExactly(euros("0.58"), euros("0.49"), euros("0.39"));
    Golden.assertMatches("schedule/monthly-6-at-7.txt", Golden.table(schedule));
  }

  @Test
  void costsItsNominalRateWhereNothingIsCharged() {
    LoanTerms terms = monthly("7", 6);
    Schedule schedule = Schedule.of(terms, day("2024-01-01"), euros("100.00"));

    CostOfCredit cost = CostOfCredit.of(schedule, terms.repayment().calendar(), day("2024-01-01"));

    assertThat(cost.apr()).contains(new BigDecimal("7.00"));
    assertThat(cost.effectiveRate()).contains(new BigDecimal("7.22"));
  }
}
