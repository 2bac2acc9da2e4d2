package io.loanwright.engine.plan;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.schedule.ScheduleColumns;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * What would be owed if time stopped on a day, worked by hand.
 *
 * <p>1,000.00 at 1 % a month, paid out on 1 April, in two installments of 507.51: 10.00 of interest
 * in April, and 1 % of 502.49 in May.
 */
class TimeStopTest {

  private static final LocalDate APRIL = day("2024-04-01");
  private static final LocalDate MAY = day("2024-05-01");
  private static final LocalDate JUNE = day("2024-06-01");

  private final Plan plan = plan();

  /** 15 of 30 days of April: half of 10.00. */
  @Test
  void whoPaysOffInTheFirstPeriodOwesItsDays() {
    assertThat(TimeStop.owedUntil(plan, day("2024-04-16"))).isEqualTo(new Owed(100_000, 500));
  }

  /** 10.00 of April, and 15 of 31 days of May: 5.0249 x 15 / 31 = 2.4314. */
  @Test
  void whoPaysOffInTheSecondPeriodOwesTheFirstOneWhole() {
    assertThat(TimeStop.owedUntil(plan, day("2024-05-16"))).isEqualTo(new Owed(100_000, 1_243));
    assertThat(TimeStop.interestUntil(plan, APRIL, MAY, day("2024-05-16"))).isEqualTo(1_000);
    assertThat(TimeStop.interestUntil(plan, MAY, JUNE, day("2024-05-16"))).isEqualTo(243);
    assertThat(TimeStop.unpaidInterestUntil(plan, day("2024-05-16"))).isEqualTo(1_243);
  }

  @Test
  void nothingIsBornBeforeTheMoneyGoesOutNorAfterTheLastDueDate() {
    assertThat(TimeStop.unpaidInterestUntil(plan, APRIL.minusDays(1))).isZero();
    assertThat(TimeStop.interestUntil(plan, APRIL, MAY, APRIL.minusDays(1))).isZero();
    assertThat(TimeStop.unpaidInterestUntil(plan, APRIL)).isZero();
    assertThat(TimeStop.owedUntil(plan, JUNE)).isEqualTo(new Owed(100_000, 1_502));
    assertThat(TimeStop.owedUntil(plan, JUNE.plusDays(40))).isEqualTo(new Owed(100_000, 1_502));
    assertThat(TimeStop.interestDueOn(plan, JUNE.plusDays(40))).isEqualTo(1_502);
  }

  /** The installment in progress keeps its size; what is not interest yet is principal. */
  @Test
  void installmentInProgressAsksForTheDaysPassed() {
    assertThat(TimeStop.dueOn(plan, APRIL, MAY, day("2024-04-16")))
        .isEqualTo(new Owed(50_251, 500));
    assertThat(TimeStop.dueOn(plan, APRIL, MAY, MAY)).isEqualTo(new Owed(49_751, 1_000));
  }

  /**
   * It is all principal: its days have not begun. Before the money goes out nothing is asked for.
   */
  @Test
  void installmentToComeAsksForItsSize() {
    assertThat(TimeStop.dueOn(plan, MAY, JUNE, day("2024-04-16"))).isEqualTo(new Owed(50_751, 0));
    assertThat(TimeStop.dueOn(plan, APRIL, MAY, APRIL)).isEqualTo(new Owed(50_751, 0));
    assertThat(TimeStop.dueOn(plan, APRIL, MAY, APRIL.minusDays(1))).isEqualTo(new Owed(0, 0));
  }

  /** April was paid whole on 1 April, so 492.49 are left and bear 2.46 in April. */
  @Test
  void lastOpenInstallmentToComeAsksForWhatIsLeft() {
    new PlanPayments(plan).payPrincipal(plan.first(), MAY, APRIL, 50_751);

    assertThat(TimeStop.dueOn(plan, MAY, JUNE, APRIL)).isEqualTo(new Owed(49_249, 0));
    assertThat(TimeStop.owedUntil(plan, day("2024-04-16"))).isEqualTo(new Owed(49_249, 246));
  }

  /**
   * 100.00 charged back on the first due date are asked for on that day, with May's installment.
   */
  @Test
  void whatCameBackOnADueDateBelongsToThePeriodThatBegins() {
    PlanPayments payments = new PlanPayments(plan);
    payments.payInterest(plan.first(), MAY, 1_000);
    payments.payPrincipal(plan.first(), MAY, MAY, 49_751);
    payments.credit(MAY, 10_000, 0);

    assertThat(TimeStop.owedUntil(plan, MAY)).isEqualTo(new Owed(60_249, 0));
    assertThat(TimeStop.asOf(plan, MAY).last().creditedPrincipal()).isEqualTo(10_000);
    assertThat(TimeStop.asOf(plan, day("2024-05-16")).last().creditedPrincipal()).isEqualTo(10_000);
  }

  /**
   * Interest of 5.00 alone that comes back counts as well, and what comes back on the day asked.
   */
  @Test
  void whatComesBackOnTheDayAskedForIsPartOfIt() {
    PlanPayments payments = new PlanPayments(plan);
    payments.payInterest(plan.first(), MAY, 1_000);
    payments.payPrincipal(plan.first(), MAY, MAY, 49_751);
    payments.credit(MAY, 0, 500);
    assertThat(TimeStop.asOf(plan, MAY).last().creditedInterest()).isEqualTo(500);

    payments.credit(day("2024-05-16"), 10_000, 300);

    PlanPeriod may = TimeStop.asOf(plan, day("2024-05-16")).last();
    assertThat(may.creditedPrincipal()).isEqualTo(10_000);
    assertThat(may.creditedInterest()).isEqualTo(800);
  }

  @Test
  void periodThatThePlanHasNotAsksForNothing() {
    assertThat(TimeStop.dueOn(plan, JUNE, JUNE.plusMonths(1), MAY)).isEqualTo(new Owed(0, 0));
    assertThat(TimeStop.interestUntil(plan, JUNE, JUNE.plusMonths(1), MAY)).isZero();
  }

  private static Plan plan() {
    LoanTerms terms = monthly("12", 2);
    ScheduleColumns schedule = ScheduleColumns.of(terms, APRIL, euros("1000.00"));
    Plan plan = Plan.empty(terms, schedule.periods(), schedule.bearing());
    new PlanChanges(plan).lendAsScheduled(APRIL, 100_000, schedule);
    return plan;
  }
}
