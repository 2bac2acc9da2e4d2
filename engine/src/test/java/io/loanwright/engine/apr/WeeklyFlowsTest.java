package io.loanwright.engine.apr;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Loans;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Flows of which nobody says what intervals they are counted in. */
class WeeklyFlowsTest {

  private static final List<CashFlow> LENT =
      List.of(new CashFlow(day("2024-01-01"), euros("1000")));

  /** (1 + 0.3099)^(-k/52) of 22.00 for k from 1 to 52 add up to 1,000.00. */
  @Test
  void wholeWeeksAreCountedInWeeks() {
    assertThat(EffectiveApr.of(LENT, weekly(52, "22.00"))).contains(new BigDecimal("30.99"));
    assertThat(EffectiveApr.of(LENT, weekly(12, "90.00"))).contains(new BigDecimal("86.36"));
  }

  /** The calculator has a route for a schedule and one for flows. */
  @Test
  void flowsOfAWeeklyLoanCostWhatTheLoanCosts() {
    LoanTerms terms =
        LoanTerms.of(
            Loans.EUR,
            InterestTerms.of(new BigDecimal("27")),
            RepaymentTerms.of(52, 1, PeriodUnit.WEEKS));
    Schedule schedule = Schedule.of(terms, day("2024-01-01"), euros("1000"));
    List<CashFlow> paid =
        schedule.installments().stream().map(row -> new CashFlow(row.dueOn(), row.due())).toList();

    assertThat(EffectiveApr.of(LENT, paid))
        .isEqualTo(
            CostOfCredit.of(schedule, terms.repayment().calendar(), day("2024-01-01"))
                .effectiveRate());
  }

  /** One payment four weeks later, on the first of March, is a month later. */
  @Test
  void wholeMonthsAreCountedInMonths() {
    List<CashFlow> lent = List.of(new CashFlow(day("2023-02-01"), euros("1000")));
    List<CashFlow> paid = List.of(new CashFlow(day("2023-03-01"), euros("1010")));

    assertThat(EffectiveApr.of(lent, paid))
        .isEqualTo(EffectiveApr.of(lent, paid, PeriodUnit.MONTHS));
  }

  @Test
  void oneDayBesideTheWeeksMakesThemDays() {
    List<CashFlow> paid =
        List.of(
            new CashFlow(day("2024-01-08"), euros("500")),
            new CashFlow(day("2024-01-16"), euros("510")));

    assertThat(EffectiveApr.of(LENT, paid))
        .isEqualTo(EffectiveApr.of(LENT, paid, PeriodUnit.MONTHS));
  }

  private static List<CashFlow> weekly(int weeks, String amount) {
    return IntStream.rangeClosed(1, weeks)
        .mapToObj(week -> new CashFlow(day("2024-01-01").plusWeeks(week), euros(amount)))
        .toList();
  }
}
