package io.loanwright.engine.schedule;

import static io.loanwright.engine.Loans.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Figures on a tie between two cents, where 64-bit arithmetic gives up and the digits decide. */
class TiesTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  /** 1 % a month. 1.50 × 1 % = 0.015, 2.50 × 1 % = 0.025: both ties go to 0.02. */
  @Test
  void interestOnATieGoesToTheEvenCent() {
    assertThat(oneMonth("12", 150, InstallmentRounding.HALF_EVEN).totals().interest())
        .isEqualTo(cents(2));
    assertThat(oneMonth("12", 250, InstallmentRounding.HALF_EVEN).totals().interest())
        .isEqualTo(cents(2));
  }

  /**
   * 7 % / 12 keeps 19 decimals: 0.0058333333333333333. 6.00 × that is 0.034999…98, below the tie
   * that a third would make of it.
   */
  @Test
  void digitsKeptDecideATieThatIsNone() {
    assertThat(oneMonth("7", 600, InstallmentRounding.HALF_EVEN).totals().interest())
        .isEqualTo(cents(3));
  }

  /** 2.50 × 1.01 = 2.525: to the even cent 2.52, up on a tie 2.53. */
  @Test
  void installmentOnATieGoesAsItsRoundingSays() {
    assertThat(oneMonth("12", 250, InstallmentRounding.HALF_EVEN).installmentAmount())
        .isEqualTo(cents(252));
    assertThat(oneMonth("12", 250, InstallmentRounding.HALF_UP).installmentAmount())
        .isEqualTo(cents(253));
  }

  /** 2.00 × 1.01 = 2.02 exactly; 2.01 × 1.01 = 2.0301. */
  @Test
  void roundingUpLeavesWholeCentsAlone() {
    assertThat(oneMonth("12", 200, InstallmentRounding.UP).installmentAmount())
        .isEqualTo(cents(202));
    assertThat(oneMonth("12", 201, InstallmentRounding.UP).installmentAmount())
        .isEqualTo(cents(204));
  }

  /** 0.05 / 2 = 0.025 without interest, and 10,000,000,000,000.05 / 2, beyond exact doubles. */
  @Test
  void sharesOnATieGoAsTheirRoundingSays() {
    assertThat(installments(5, 2, InstallmentRounding.HALF_EVEN)).isEqualTo(cents(2));
    assertThat(installments(5, 2, InstallmentRounding.HALF_UP)).isEqualTo(cents(3));
    assertThat(installments(4, 3, InstallmentRounding.UP)).isEqualTo(cents(2));
    assertThat(installments(6, 3, InstallmentRounding.UP)).isEqualTo(cents(2));
    assertThat(installments(1_000_000_000_000_000L - 5, 2, InstallmentRounding.HALF_EVEN))
        .isEqualTo(cents(499_999_999_999_998L));
  }

  @Test
  void quotientsRoundLikeTheirDecimals() {
    for (RoundingMode rounding :
        new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.HALF_UP, RoundingMode.UP}) {
      for (long minor = -40; minor <= 40; minor++) {
        for (int among = 1; among <= 12; among++) {
          long expected =
              BigDecimal.valueOf(minor)
                  .divide(BigDecimal.valueOf(among), 0, rounding)
                  .longValueExact();
          assertThat(Arithmetic.quotient(minor, among, rounding)).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void aDoubtfulFigureIsUnknown() {
    assertThat(Estimate.rounded(2.4, 0.05, RoundingMode.HALF_EVEN)).isEqualTo(2);
    assertThat(Estimate.rounded(2.6, 0.05, RoundingMode.HALF_EVEN)).isEqualTo(3);
    assertThat(Estimate.rounded(2.46, 0.05, RoundingMode.HALF_UP)).isEqualTo(Estimate.UNKNOWN);
    assertThat(Estimate.rounded(2.54, 0.05, RoundingMode.HALF_UP)).isEqualTo(Estimate.UNKNOWN);
    assertThat(Estimate.rounded(2.04, 0.05, RoundingMode.UP)).isEqualTo(Estimate.UNKNOWN);
    assertThat(Estimate.rounded(2.96, 0.05, RoundingMode.UP)).isEqualTo(Estimate.UNKNOWN);
    assertThat(Estimate.rounded(2.1, 0.05, RoundingMode.UP)).isEqualTo(3);
    assertThat(Estimate.rounded(Double.NaN, 0, RoundingMode.UP)).isEqualTo(Estimate.UNKNOWN);
    assertThat(Estimate.rounded(0x1p52, 0, RoundingMode.UP)).isEqualTo(Estimate.UNKNOWN);
  }

  private static Schedule oneMonth(String rate, long minor, InstallmentRounding rounding) {
    return Schedule.of(terms(rate, 1, rounding), START, cents(minor));
  }

  private static Money installments(long minor, int count, InstallmentRounding rounding) {
    return Schedule.of(terms("0", count, rounding), START, cents(minor)).installmentAmount();
  }

  private static LoanTerms terms(String rate, int count, InstallmentRounding rounding) {
    return LoanTerms.of(
        EUR,
        InterestTerms.of(new BigDecimal(rate))
            .withPeriod(InterestPeriod.SAME_AS_REPAYMENT_PERIOD, PartialPeriod.WHOLE_PERIOD),
        RepaymentTerms.of(count, 1, PeriodUnit.MONTHS)
            .withInstallment(InstallmentTerms.of(rounding)));
  }

  private static Money cents(long minor) {
    return new Money(minor, EUR);
  }
}
