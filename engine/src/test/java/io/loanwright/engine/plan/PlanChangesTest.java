package io.loanwright.engine.plan;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.schedule.DueDates;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is lent and agreed while a plan runs, worked by hand.
 *
 * <p>1 % a month, months of 30 days, three installments from 1 April on. 1,000.00 are repaid by
 * 340.02 a month: 330.02, 333.32 and 336.66.
 */
class PlanChangesTest {

  private static final LocalDate APRIL = day("2024-04-01");

  private final Plan plan = plan();

  /** A third of a cent is none; the last installment asks for what all leave. */
  @Test
  void oneCentIsAskedForByTheLastInstallment() {
    lend(APRIL, 1);

    assertThat(rows()).containsExactly("0 + 0", "0 + 0", "1 + 0");
  }

  @Test
  void moneyMakesInstallmentsOfOneSize() {
    lend(APRIL, 100_000);

    assertThat(rows()).containsExactly("33002 + 1000", "33332 + 670", "33666 + 337");
  }

  /**
   * On 1 May 500.00 more: 669.98 and 500.00 in two installments of 593.78, 11.70 of the first
   * interest.
   */
  @Test
  void moneyOnADueDateBelongsToTheNextPeriod() {
    lend(APRIL, 100_000);
    lend(day("2024-05-01"), 50_000);

    assertThat(rows()).containsExactly("33002 + 1000", "58208 + 1170", "58790 + 588");
  }

  /** 1,000.00 again on the day they went out, due from a month later on: the same installments. */
  @Test
  void newScheduleFromTheFirstDayIsTheFirstOneAgain() {
    lend(APRIL, 100_000);

    new ReAge(plan, APRIL)
        .recompute(new NewSchedule(APRIL, 3, 1, PeriodUnit.MONTHS, MovedInterest.RECOMPUTED));

    assertThat(rows()).containsExactly("33002 + 1000", "33332 + 670", "33666 + 337");
    assertThat(plan.maturity()).isEqualTo(day("2024-07-01"));
  }

  /** 10 of May's 31 days bear nothing: 6.6998 x 21 / 31 = 4.5386, so that 2.16 more are repaid. */
  @Test
  void pauseTakesItsDaysOutOfAPeriod() {
    lend(APRIL, 100_000);

    new PlanChanges(plan).pause(day("2024-05-11"), day("2024-05-20"));

    assertThat(rows()).containsExactly("33002 + 1000", "33548 + 454", "33450 + 334");
  }

  private void lend(LocalDate day, long minor) {
    new PlanChanges(plan).lend(day, minor);
  }

  private static Plan plan() {
    LoanTerms terms = monthly("12", 3);
    return Plan.empty(terms, DueDates.of(terms.repayment().calendar(), APRIL));
  }

  private List<String> rows() {
    return plan.periods.stream()
        .map(period -> period.principal() + " + " + period.interest())
        .toList();
  }
}
