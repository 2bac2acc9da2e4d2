package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Loans whose first installment falls due on a day that the application names. */
@FlowTest
class FirstDueFlowTest {

  private final People people;
  private final Lending lending;

  FirstDueFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  /**
   * The first of six installments bears interest of 44 days: 600.00 × 12 % × 44 / 365 = 8.679, up
   * to 8.68.
   */
  @Test
  void theLoanIsQuotedPaidOutAndRepaidFromThatDayOn() {
    Answer applied = apply("2026-04-15", Map.of("interestPeriod", "DAILY")).expect(201);
    UUID loan = applied.id();
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);

    assertThat(applied.text("/firstDueOn")).isEqualTo("2026-04-15");
    for (String kind : List.of("QUOTE", "CONTRACT", "CURRENT")) {
      Answer schedule = schedule(loan, "?kind=" + kind);
      assertThat(schedule.text("/rows/0/dueOn")).as(kind).isEqualTo("2026-04-15");
      assertThat(schedule.text("/rows/0/interest")).as(kind).isEqualTo("8.68");
      assertThat(schedule.text("/rows/1/dueOn")).as(kind).isEqualTo("2026-05-15");
      assertThat(schedule.text("/rows/5/dueOn")).as(kind).isEqualTo("2026-09-15");
    }
    assertThat(lending.loan(lending.officer(), loan).text("/nextDue/on")).isEqualTo("2026-04-15");
  }

  @Test
  void withoutOneTheProductSaysIt() {
    Answer applied = lending.apply(officer(), lending.borrower(), product(), "600.00").expect(201);

    assertThat(applied.json().hasNonNull("firstDueOn")).isFalse();
    assertThat(schedule(applied.id(), "").text("/rows/0/dueOn")).isEqualTo("2026-04-02");
  }

  @Test
  void aDayThatIsNotAfterTheApplicationIsRefused() {
    Answer refused = apply(TODAY, Map.of()).expectProblem(422, "terms-refused");

    assertThat(refused.text("/errors/0/field")).isEqualTo("firstDueOn");
    apply("2026-03-03", Map.of()).expect(201);
  }

  @Test
  void aDayMoreThanAYearLaterThanUsualIsRefused() {
    Map<String, Object> byDays = Map.of("interestPeriod", "DAILY");
    Answer refused = apply("2027-04-03", byDays).expectProblem(422, "terms-refused");

    assertThat(refused.text("/errors/0/field")).isEqualTo("firstDueOn");
    assertThat(refused.text("/detail")).contains("2027-04-02");
    apply("2027-04-02", byDays).expect(201);
  }

  /** A first period of a year would bear interest of one month. */
  @Test
  void whereInterestCountsWholePeriodsItIsOnePeriodLaterAtMost() {
    Answer refused = apply("2026-05-03", Map.of()).expectProblem(422, "terms-refused");

    assertThat(refused.text("/detail")).contains("2026-05-02");
    apply("2026-05-02", Map.of()).expect(201);
  }

  @Test
  void aLoanThatIsRepaidAtOnceHasNoFirstDueDate() {
    Answer refused =
        apply("2026-04-20", Map.of("amortization", "BULLET")).expectProblem(422, "terms-refused");

    assertThat(refused.text("/errors/0/field")).isEqualTo("firstDueOn");
  }

  @Test
  void theTrailSaysWhichDayWasAskedFor() {
    UUID loan = apply("2026-03-20", Map.of()).expect(201).id();

    Answer rows = people.administrator().get("/api/audit?subjectId=" + loan).expect(200);

    assertThat(rows.text("/items/0/after/firstDueOn")).isEqualTo("2026-03-20");
  }

  private Http officer() {
    return lending.officer();
  }

  private UUID product() {
    return lending.product(Map.of());
  }

  private Answer apply(String firstDueOn, Map<String, Object> terms) {
    Map<String, Object> request = new HashMap<>();
    request.put("borrowerId", lending.borrower());
    request.put("productId", lending.product(terms));
    request.put("principal", "600.00");
    request.put("firstDueOn", firstDueOn);
    return officer().post("/api/loans/apply", request);
  }

  private Answer schedule(UUID loan, String query) {
    return officer().get("/api/loans/" + loan + "/schedule" + query).expect(200);
  }
}
