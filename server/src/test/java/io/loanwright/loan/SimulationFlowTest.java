package io.loanwright.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What if: every change is looked at before and after, and nothing is kept. */
@FlowTest
class SimulationFlowTest {

  private final Lending lending;

  SimulationFlowTest(People people) {
    this.lending = new Lending(people);
  }

  private Answer simulate(UUID loan, Map<String, Object> change) {
    return lending.officer().post("/api/loans/" + loan + "/simulate", change);
  }

  /** Six installments of 207.06 from 2026-03-01 on; none is paid. */
  private UUID loan() {
    return lending.active("1200.00", "2026-02-01");
  }

  @Test
  void aLowerRateMakesInstallmentsSmallerAndKeepsNothing() {
    UUID loan = loan();
    String before = schedule(loan);

    JsonNode answer =
        simulate(loan, Map.of("kind", "RATE", "from", "2026-03-02", "annualRate", "6"))
            .expect(200)
            .json();

    assertThat(answer.at("/before/schedule/rows/1/due").asString()).isEqualTo("207.06");
    assertThat(cents(answer.at("/after/schedule/rows/5/due")))
        .isLessThan(cents(answer.at("/before/schedule/rows/5/due")));
    assertThat(cents(answer.at("/after/scheduled/interest")))
        .isLessThan(cents(answer.at("/before/scheduled/interest")));
    assertThat(schedule(loan)).isEqualTo(before);
  }

  @Test
  void moreTimeMakesMoreInstallments() {
    JsonNode answer =
        simulate(loan(), Map.of("kind", "LONGER_TERM", "from", "2026-03-02", "installments", 3))
            .expect(200)
            .json();

    assertThat(answer.at("/before/lastDueOn").asString()).isEqualTo("2026-08-01");
    assertThat(answer.at("/after/lastDueOn").asString()).isEqualTo("2026-11-01");
  }

  @Test
  void aPaymentHolidayMovesAllThatComesAfter() {
    JsonNode answer =
        simulate(
                loan(),
                Map.of("kind", "PAYMENT_HOLIDAY", "dueOn", "2026-04-01", "newDueOn", "2026-06-01"))
            .expect(200)
            .json();

    assertThat(answer.at("/after/schedule/rows/1/dueOn").asString()).isEqualTo("2026-06-01");
    assertThat(answer.at("/after/lastDueOn").asString()).isEqualTo("2026-10-01");
  }

  @Test
  void moreMoneyMakesMoreToPay() {
    JsonNode answer =
        simulate(loan(), Map.of("kind", "TOP_UP", "amount", "300.00")).expect(200).json();

    assertThat(cents(answer.at("/after/outstanding/principal")))
        .isEqualTo(cents(answer.at("/before/outstanding/principal")) + 300_00);
  }

  /** 1,200.00 are lent and the product lends 1,500.00. */
  @Test
  void moreMoneyIsWithinWhatTheProductLends() {
    UUID product = lending.product(Map.of("maxPrincipal", "1500.00", "approvalSteps", List.of()));
    UUID loan =
        lending.apply(lending.officer(), lending.borrower(), product, "1200.00").expect(201).id();
    lending.disburse(lending.accountant(), loan, Lending.TODAY).expect(200);

    Answer refused =
        simulate(loan, Map.of("kind", "TOP_UP", "amount", "300.01"))
            .expectProblem(422, "principal-out-of-limits");

    assertThat(refused.text("/errors/0/field")).isEqualTo("amount");
    assertThat(refused.text("/detail")).contains("at most 1500.00 EUR");
    simulate(loan, Map.of("kind", "TOP_UP", "amount", "300.00")).expect(200);
  }

  /** A rate from a later day can be thought about, and agreed when that day comes. */
  @Test
  void whatCannotBeAgreedTodayIsShownWithTheReason() {
    UUID loan = loan();
    Map<String, Object> later = Map.of("kind", "RATE", "from", "2026-04-02", "annualRate", "6");
    JsonNode answer = simulate(loan, later).expect(200).json();

    assertThat(answer.at("/asOf").asString()).isEqualTo("2026-04-02");
    assertThat(answer.at("/objection/code").asString()).isEqualTo("date-in-future");
    JsonNode today =
        simulate(loan, Map.of("kind", "RATE", "from", "2026-03-02", "annualRate", "6"))
            .expect(200)
            .json();
    assertThat(today.at("/objection").isNull()).isTrue();
    JsonNode higher =
        simulate(loan, Map.of("kind", "RATE", "from", "2026-03-02", "annualRate", "13"))
            .expect(200)
            .json();
    assertThat(higher.at("/objection/code").asString()).isEqualTo("terms-refused");
  }

  @Test
  void chargesAndWaiversAreThoughtAboutToo() {
    UUID loan = loan();
    JsonNode charged =
        simulate(loan, Map.of("kind", "CHARGE", "chargeKind", "FEE", "amount", "25.00"))
            .expect(200)
            .json();
    assertThat(cents(charged.at("/after/outstanding/fees"))).isEqualTo(25_00);
    simulate(loan, Map.of("kind", "WAIVER", "chargeId", UUID.randomUUID()))
        .expectProblem(404, "not-found");
    lending
        .manager()
        .idempotent()
        .post(
            "/api/loans/" + loan + "/charges",
            Map.of("kind", "FEE", "amount", "25.00", "on", "2026-03-02", "reason", "visit"))
        .expect(200);
    String charge =
        lending.officer().get("/api/loans/" + loan + "/charges").expect(200).text("/items/0/id");

    JsonNode waived =
        simulate(loan, Map.of("kind", "WAIVER", "chargeId", charge)).expect(200).json();

    assertThat(cents(waived.at("/before/outstanding/fees"))).isEqualTo(25_00);
    assertThat(cents(waived.at("/after/outstanding/fees"))).isZero();
  }

  /** 2 percent of what is paid out. */
  @Test
  void whatIsKeptBackOfMoreMoneyIsSaid() {
    UUID product =
        lending.product(
            Map.of(
                "approvalSteps",
                List.of(),
                "charges",
                List.of(Map.of("name", "Fee", "percent", "2", "at", "DISBURSEMENT"))));
    UUID loan =
        lending.apply(lending.officer(), lending.borrower(), product, "1200.00").expect(201).id();
    lending.disburse(lending.accountant(), loan, Lending.TODAY).expect(200);

    JsonNode answer =
        simulate(loan, Map.of("kind", "TOP_UP", "amount", "300.00")).expect(200).json();

    assertThat(answer.at("/keptBack").asString()).isEqualTo("6.00");
  }

  @ParameterizedTest
  @CsvSource({
    "RATE, from, 2026-03-02, annualRate, 400",
    "RATE, on, 2026-03-02, on, 400",
    "CHARGE, amount, 1.00, chargeKind, 400",
    "WAIVER, on, 2026-03-02, chargeId, 400",
    "INTEREST_WAIVER, dueOn, 2026-03-02, dueOn, 400",
    "TOP_UP, from, 2026-03-02, from, 400",
    "TOP_UP, amount, 1.234, amount, 400",
    "PAYMENT_HOLIDAY, dueOn, 2026-04-01, newDueOn, 400",
  })
  void whatDoesNotBelongTogetherIsRefused(
      String kind, String field, String value, String named, int status) {
    JsonNode problem = simulate(loan(), Map.of("kind", kind, field, value)).expect(status).json();

    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(named);
  }

  @Test
  void aDateOnWhichNothingIsDueIsRefused() {
    simulate(
            loan(),
            Map.of("kind", "PAYMENT_HOLIDAY", "dueOn", "2026-04-17", "newDueOn", "2026-06-01"))
        .expectProblem(422, "terms-refused");
  }

  @Test
  void onlyARunningLoanIsThoughtAbout() {
    UUID application = lending.application("1200.00");

    simulate(application, Map.of("kind", "TOP_UP", "amount", "300.00"))
        .expectProblem(409, "wrong-status");
  }

  private String schedule(UUID loan) {
    return lending.officer().get("/api/loans/" + loan + "/schedule").expect(200).json().toString();
  }

  private static long cents(JsonNode amount) {
    return Long.parseLong(amount.asString().replace(".", ""));
  }
}
