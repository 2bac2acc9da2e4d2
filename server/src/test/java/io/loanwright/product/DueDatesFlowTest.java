package io.loanwright.product;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Due dates by a day of the month and by working days, over HTTP; each is worked out by hand. */
@FlowTest
class DueDatesFlowTest {

  private static final Map<String, Object> MONTH_END_ON_WORKDAYS =
      Map.of("dueDay", Map.of("kind", "MONTH_END"), "workdayShift", "MODIFIED_FOLLOWING");

  private final Http http;
  private final Http admin;
  private final Lending lending;

  DueDatesFlowTest(Http http, People people) {
    this.http = http;
    this.admin = people.administrator();
    this.lending = new Lending(people);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                     | 2026-02-15 2026-03-15 2026-04-15
          {"kind": "MONTH_END"}                                  | 2026-02-28 2026-03-31 2026-04-30
          {"kind": "DAY_OF_MONTH", "ordinal": 31}                | 2026-02-28 2026-03-31 2026-04-30
          {"kind": "NTH_WEEKDAY", "ordinal": 2, "weekday": "TUESDAY"} | 2026-02-10 2026-03-10 2026-04-14
          {"kind": "LAST_WEEKDAY", "weekday": "FRIDAY"}          | 2026-02-27 2026-03-27 2026-04-24
          """)
  void aDayOfTheMonthMakesTheDueDates(String dueDay, String expected) {
    Map<String, Object> terms = new HashMap<>();
    JsonNode day = JsonMapper.shared().readTree(dueDay);
    if (!day.isEmpty()) {
      terms.put("dueDay", day);
    }

    assertThat(calculatedDueDates(terms)).containsExactly(expected.split(" "));
  }

  /** 28 February is a Saturday and 31 May a Sunday; 15 February and 15 March are Sundays. */
  @ParameterizedTest
  @CsvSource({
    "NONE, 2026-02-15 2026-03-15 2026-04-15",
    "FOLLOWING, 2026-02-16 2026-03-16 2026-04-15",
    "PRECEDING, 2026-02-13 2026-03-13 2026-04-15",
    "MODIFIED_FOLLOWING, 2026-02-16 2026-03-16 2026-04-15",
  })
  void aDueDateOnASundayMovesAsAgreed(String shift, String expected) {
    assertThat(calculatedDueDates(Map.of("workdayShift", shift)))
        .containsExactly(expected.split(" "));
  }

  /** 12 percent of 10,000 for 32 days until 16 February, or for the 31 that were planned. */
  @ParameterizedTest
  @CsvSource({"RUNS_UNTIL_DUE, 105.21", "AS_PLANNED, 101.92"})
  void interestMovesWithTheDueDateOrStays(String interest, String expected) {
    Answer answer =
        calculate(Map.of("workdayShift", "FOLLOWING", "shiftedInterest", interest)).expect(200);

    assertThat(answer.text("/rows/0/dueOn")).isEqualTo("2026-02-16");
    assertThat(answer.text("/rows/0/interest")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"dueDay": {"kind": "MONTH_END"}, "unit": "WEEKS"}      | 422 | dueDay
          {"dueDay": {"kind": "NTH_WEEKDAY", "ordinal": 2}}       | 400 | dueDay
          {"dueDay": {"kind": "NTH_WEEKDAY", "ordinal": 5, "weekday": "MONDAY"}} | 400 | dueDay
          {"dueDay": {"kind": "DAY_OF_MONTH", "ordinal": 32}}     | 400 | dueDay.ordinal
          {"dueDay": {}}                                          | 400 | dueDay.kind
          {"dueDay": {"kind": "NEVER"}}                           | 400 | dueDay.kind
          {"workdayShift": "AROUND"}                              | 400 | workdayShift
          {"shiftedInterest": "HALF"}                             | 400 | shiftedInterest
          """)
  void whatIsNoRuleIsRefusedAtItsField(String terms, int status, String field) {
    Map<String, Object> changes = new HashMap<>();
    JsonMapper.shared().readTree(terms).forEachEntry(changes::put);

    Answer calculator = calculate(changes);
    changes.put("name", "Product " + UUID.randomUUID());
    Answer product = admin.post("/api/products", fields(changes));

    for (Answer refused : List.of(calculator, product)) {
      refused.expectProblem(status, status == 422 ? "terms-refused" : "invalid");
      assertThat(refused.text("/errors/0/field")).isEqualTo(field);
    }
  }

  @Test
  void aProductAnswersItsRulesAndTheUsualOnes() {
    UUID usual = lending.product(Map.of());
    UUID ruled = lending.product(MONTH_END_ON_WORKDAYS);

    Answer first = admin.get("/api/products/" + usual).expect(200);
    Answer second = admin.get("/api/products/" + ruled).expect(200);

    assertThat(first.text("/workdayShift")).isEqualTo("NONE");
    assertThat(first.text("/shiftedInterest")).isEqualTo("RUNS_UNTIL_DUE");
    assertThat(first.json().at("/dueDay").isNull()).isTrue();
    assertThat(second.text("/workdayShift")).isEqualTo("MODIFIED_FOLLOWING");
    assertThat(second.text("/dueDay/kind")).isEqualTo("MONTH_END");
  }

  /** A loan with another number of installments than its product keeps the rules. */
  @Test
  void aLoanFallsDueAsItsProductSays() {
    UUID product = lending.product(MONTH_END_ON_WORKDAYS);
    Map<String, Object> wish =
        Map.of(
            "borrowerId",
            lending.borrower(),
            "productId",
            product,
            "principal",
            "1200.00",
            "repayments",
            3);
    UUID loan = lending.officer().post("/api/loans/apply", wish).expect(201).id();
    lending.approve(lending.manager(), loan).expect(200);
    Answer planned = planned(loan, TODAY).expect(200);
    Answer earlier = planned(loan, "2026-01-30").expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);

    Answer schedule = lending.officer().get("/api/loans/" + loan + "/schedule").expect(200);

    assertThat(dueDates(schedule)).containsExactly("2026-04-30", "2026-05-29", "2026-06-30");
    assertThat(dueDates(planned)).isEqualTo(dueDates(schedule));
    assertThat(dueDates(earlier)).containsExactly("2026-02-27", "2026-03-31", "2026-04-30");
    planned(loan, TODAY).expectProblem(409, "already-disbursed");
    planned(UUID.randomUUID(), TODAY).expectProblem(404, "not-found");
  }

  /** 1 March is a Sunday, and the Friday before it is no day after the payout. */
  @Test
  void aPayoutThatNoDueDateCanFollowIsRefused() {
    UUID product =
        lending.product(
            Map.of(
                "dueDay",
                Map.of("kind", "DAY_OF_MONTH", "ordinal", 1),
                "workdayShift",
                "PRECEDING"));
    UUID loan =
        lending.apply(lending.officer(), lending.borrower(), product, "1200.00").expect(201).id();
    lending.approve(lending.manager(), loan).expect(200);

    Answer refused = lending.disburse(lending.accountant(), loan, "2026-02-28");

    assertThat(refused.status()).isEqualTo(422);
    planned(loan, "2026-02-28").expectProblem(422, "terms-refused");
  }

  private Answer planned(UUID loan, String on) {
    return lending.accountant().get("/api/loans/" + loan + "/schedule?disbursedOn=" + on);
  }

  private Answer calculate(Map<String, Object> changes) {
    Map<String, Object> fields = fields(changes);
    fields.put("principal", "10000");
    fields.put("disbursedOn", "2026-01-15");
    return http.post("/api/calculator/schedule", fields);
  }

  private List<String> calculatedDueDates(Map<String, Object> changes) {
    return dueDates(calculate(changes).expect(200));
  }

  private static List<String> dueDates(Answer schedule) {
    List<String> dates = new ArrayList<>();
    schedule.json().at("/rows").forEach(row -> dates.add(row.at("/dueOn").asString()));
    return dates;
  }

  private static Map<String, Object> fields(Map<String, Object> changes) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("currency", "EUR");
    fields.put("annualRate", "12");
    fields.put("repayments", 3);
    fields.put("unit", "MONTHS");
    fields.putAll(changes);
    return fields;
  }
}
