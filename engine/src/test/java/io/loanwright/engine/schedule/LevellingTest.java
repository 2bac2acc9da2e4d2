package io.loanwright.engine.schedule;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.terms.GraceTerms;
import io.loanwright.engine.terms.LoanTerms;
import org.junit.jupiter.api.Test;

/** Where levelling ends: at half a cent for each installment. 6 % a year is 0.5 % a month. */
class LevellingTest {

  private static final LoanTerms TERMS = monthly("6", 6).withGrace(new GraceTerms(2, 0, 0));

  /**
   * 640.00, of which the first two of six installments repay nothing: 640.00 x 0.005 / (1 -
   * 1.005⁻⁴) = 162.00. That repays 158.80, 159.59 and 160.39; 161.22 are left, with 0.81 interest
   * 162.03. Level enough, though 162.01 would leave 162.00.
   */
  @Test
  void threeCentsMoreAmongSixInstallmentsStay() {
    assertInstallments("640.00", "162.00", "162.03");
  }

  /**
   * 1,020.00: 258.20 repay 253.10, 254.37 and 255.64; 256.89 are left, with 1.28 interest 258.17.
   * Level enough, though 258.19 would leave 258.20.
   */
  @Test
  void threeCentsLessAmongSixInstallmentsStay() {
    assertInstallments("1020.00", "258.20", "258.17");
  }

  private static void assertInstallments(String principal, String size, String last) {
    Schedule schedule = Schedule.of(TERMS, day("2024-01-01"), euros(principal));

    assertThat(schedule.installmentAmount()).isEqualTo(euros(size));
    assertThat(schedule.installments().getLast().due()).isEqualTo(euros(last));
  }
}
