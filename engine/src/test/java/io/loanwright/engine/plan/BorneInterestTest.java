package io.loanwright.engine.plan;

import static io.loanwright.engine.Loans.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Interest from binary floating point against its definition, near ties and far from them. */
class BorneInterestTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final Period MONTH = new Period(START, LocalDate.of(2024, 2, 1));

  @Property
  void roundsAsTheDefinition(
      @ForAll @IntRange(max = 6_000) int hundredthsOfAPercent,
      @ForAll @LongRange(max = 10_000_000_000L) long balance,
      @ForAll @IntRange(min = 1, max = 30) int cutAfter,
      @ForAll @LongRange(max = 5_000_000_000L) long paid,
      @ForAll @LongRange(min = -1_000, max = 1_000) long credited) {
    Plan plan = plan(InterestTerms.of(BigDecimal.valueOf(hundredthsOfAPercent, 2)));
    PlanPeriod period = plan.first();
    LocalDate on = START.plusDays(cutAfter);
    plan.stretchEnding(period, on).correction = -paid;
    period.ownStretches().getFirst().balance = balance;
    period.ownStretches().getLast().creditedInterest = credited;
    period.ownStretches().getLast().balance = Math.max(0, balance - paid);

    assertThat(rounded(plan)).isEqualTo(byDefinition(plan));
  }

  /** 12 % a year and months of a twelfth: 1 % of 50, 150 and 250 are ties. */
  @Test
  void aTieGoesToTheEvenMinorUnit() {
    assertThat(onBalance(50)).isEqualTo(0);
    assertThat(onBalance(150)).isEqualTo(2);
    assertThat(onBalance(250)).isEqualTo(2);
  }

  private static long onBalance(long balance) {
    Plan plan = monthly(new BigDecimal("12"));
    plan.first().ownStretches().getFirst().balance = balance;
    assertThat(byDefinition(plan)).isEqualTo(rounded(plan));
    return rounded(plan);
  }

  private static Plan monthly(BigDecimal percent) {
    return plan(
        InterestTerms.of(percent)
            .withPeriod(InterestPeriod.SAME_AS_REPAYMENT_PERIOD, PartialPeriod.WHOLE_PERIOD));
  }

  private static Plan plan(InterestTerms interest) {
    LoanTerms terms = LoanTerms.of(EUR, interest, RepaymentTerms.of(1, 1, PeriodUnit.MONTHS));
    return Plan.empty(terms, List.of(MONTH));
  }

  private static long rounded(Plan plan) {
    return BorneInterest.rounded(plan.first(), plan.rates);
  }

  private static long byDefinition(Plan plan) {
    return Arithmetic.toMinor(
        BorneInterest.exactly(plan.first(), plan.rates), RoundingMode.HALF_EVEN);
  }
}
