package io.loanwright.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.oracle.SlowLoan.Payment;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.engine.terms.YearBoundary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The second opinion itself says what the pages of docs/concepts worked out by hand. */
class SlowLoanTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);

  /** interest.md: 0.58 x 15 / 31 = 0.28. */
  @Test
  void hundredPaidOffOnJanuary16() {
    SlowLoan loan = SlowLoan.thatChanges(sixMonths("7"), NEW_YEAR, 100_00, List.of());

    assertThat(payoffOn(january(16), loan, List.of())).isEqualTo(100_28);
  }

  /** interest.md: 0.28 stand, and 2.39 - 0.2806 arise in the 16 days that are left. */
  @Test
  void moreMoneyLeavesWhatHadArisen() {
    List<SlowChange> more = List.of(new SlowChange.Money(january(16), 600_00));

    assertThat(
            payoffOn(
                january(16),
                SlowLoan.thatChanges(sixMonths("7"), NEW_YEAR, 100_00, more),
                List.of()))
        .isEqualTo(700_28);
    SlowLoan loan = SlowLoan.thatChanges(sixMonths("7"), NEW_YEAR, 100_00, more);
    assertThat(payoffOn(january(24), loan, List.of())).isEqualTo(701_34);
    assertThat(loan.state().unpaid().getFirst().get(SlowRow.INTEREST)).isEqualTo(2_39);
  }

  /** schedules.md: 1,200.00 + 3.87 - 20.00, whatever the 20.00 were used for. */
  @Test
  void moneyOfTheDayComesOffThePayoffAmount() {
    SlowLoan loan = SlowLoan.thatChanges(sixMonths("12"), NEW_YEAR, 1_200_00, List.of());
    List<Payment> twenty = List.of(new Payment(1, january(11), 20_00, null));

    assertThat(payoffOn(january(11), loan, twenty)).isEqualTo(1_183_87);
    assertThat(loan.state().uses().getFirst().split()).isEqualTo(List.of(0L, 0L, 12_00L, 8_00L));
  }

  /** interest.md: another rate leaves 807.93 for four installments of 212.18. */
  @Test
  void anotherRateSizesWhatIsLeft() {
    List<SlowChange> rate =
        List.of(new SlowChange.Rate(LocalDate.of(2024, 3, 2), new BigDecimal("24")));
    SlowLoan loan = SlowLoan.thatChanges(sixMonths("12"), NEW_YEAR, 1_200_00, rate);
    loan.liveUntil(LocalDate.of(2024, 3, 2), List.of());

    assertThat(loan.state().unpaid().get(2)).isEqualTo(List.of(0L, 0L, 16_16L, 196_02L));
  }

  private static long payoffOn(LocalDate day, SlowLoan loan, List<Payment> payments) {
    loan.liveUntil(day, payments);
    return loan.state().payoff();
  }

  private static LocalDate january(int day) {
    return LocalDate.of(2024, 1, day);
  }

  private static LoanTerms sixMonths(String percent) {
    return LoanTerms.of(
        Currency.of("EUR"),
        new InterestTerms(
            new BigDecimal(percent),
            InterestMethod.DECLINING_BALANCE,
            InterestPeriod.DAILY,
            PartialPeriod.BY_DAYS,
            DaysInYear.DAYS_360,
            DaysInMonth.DAYS_30,
            YearBoundary.JANUARY_1),
        new RepaymentTerms(
            new CalendarTerms(6, 1, PeriodUnit.MONTHS, null, null, null),
            Amortization.EQUAL_INSTALLMENTS,
            InstallmentTerms.of(InstallmentRounding.HALF_EVEN),
            BigDecimal.ZERO));
  }
}
