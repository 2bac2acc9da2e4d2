package io.loanwright.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calculator answers to the letter, and refuses in words. */
@FlowTest
class CalculatorFlowTest {

  private static final Path CASES =
      Path.of("../bench/src/test/resources/conformance/schedules.jsonl");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Http http;

  CalculatorFlowTest(Http http) {
    this.http = http;
  }

  @Test
  void exampleOfTheInterfaceIsAnsweredToTheLetter() {
    JsonNode answer = http.post("/api/calculator/schedule", example(Map.of())).expect(200).json();

    assertThat(answer.at("/rows/0"))
        .isEqualTo(
            JSON.readTree(
                """
                {"number": 1, "dueOn": "2024-02-01", "days": 31, "principal": "16.43",
                 "interest": "0.58", "fees": "0.00", "penalties": "0.00", "due": "17.01",
                 "balance": "83.57"}
                """));
    assertThat(answer.at("/totals"))
        .isEqualTo(
            JSON.readTree(
                """
                {"principal": "100.00", "interest": "2.05", "fees": "0.00", "penalties": "0.00",
                 "due": "102.05"}
                """));
    assertThat(answer.at("/installment").asString()).isEqualTo("17.01");
    assertThat(answer.at("/apr").asString()).isEqualTo("7.00");
    assertThat(answer.at("/effectiveRate").asString()).isEqualTo("7.22");
    assertThat(answer.at("/rows").size()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "principal, 100.001, 400",
    "principal, -5, 400",
    "principal, 0, 400",
    "principal, 99999999999999999999, 400",
    "principal, abc, 400",
    "currency, XYZ, 400",
    "currency, EURO, 400",
    "annualRate, -1, 400",
    "annualRate, 99999, 400",
    "annualRate, 1e9, 400",
    "unit, YEARS, 400",
    "interestMethod, MAGIC, 400",
    "daysInYear, 366, 400",
    "disbursedOn, 2024-02-30, 400",
    "disbursedOn, 9999-01-01, 400",
    "downPaymentPercent, 100, 400",
    "firstDueOn, 2023-12-31, 422",
  })
  void wrongValueIsRefusedWithItsField(String field, String value, int status) {
    var answer = http.post("/api/calculator/schedule", example(Map.of(field, value)));

    answer.expect(status);
    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/message")).isNotBlank();
  }

  @Test
  void missingFieldIsNamed() {
    Map<String, Object> request = new HashMap<>(example(Map.of()));
    request.remove("principal");

    var answer = http.post("/api/calculator/schedule", request).expect(400);

    assertThat(answer.text("/errors/0/field")).isEqualTo("principal");
  }

  /** Whatever language the browser speaks: the page translates. */
  @Test
  void whatIsMissingOrTooMuchIsToldInTheWordsOfThePage() {
    Map<String, Object> flow = Map.of("on", "2026-01-01", "amount", "1.00");
    Map<String, Object> request =
        Map.of("advances", List.of(), "payments", Collections.nCopies(1301, flow), "method", "EU");

    Answer answer =
        http.with("Accept-Language", "de").post("/api/calculator/apr", request).expect(400);

    assertThat(answer.json().at("/errors").valueStream().map(e -> e.at("/message").asString()))
        .containsExactlyInAnyOrder("Fill this in.", "At most 1300.");
  }

  @Test
  void graceLongerThanTheLoanContradicts() {
    var answer =
        http.post("/api/calculator/schedule", example(Map.of("graceOnPrincipal", 6))).expect(422);

    assertThat(answer.text("/errors/0/field")).isEqualTo("graceOnPrincipal");
  }

  @Test
  void feesRaiseTheCost() {
    var fee = Map.of("name", "Service", "amount", "2.00", "at", "DISBURSEMENT");

    JsonNode answer =
        http.post("/api/calculator/schedule", example(Map.of("charges", List.of(fee))))
            .expect(200)
            .json();

    assertThat(answer.at("/totals/fees").asString()).isEqualTo("2.00");
    assertThat(new BigDecimal(answer.at("/apr").asString())).isGreaterThan(new BigDecimal("7.00"));
  }

  @Test
  void chargeNeedsAmountOrPercent() {
    var fee = Map.of("name", "Service", "at", "DISBURSEMENT");

    http.post("/api/calculator/schedule", example(Map.of("charges", List.of(fee)))).expect(400);
  }

  /** 100 repaid by 110 a year later costs 10 % a year by either law. */
  @Test
  void rateOfFlowsIsComputedByBothMethods() {
    var request =
        Map.of(
            "advances", List.of(Map.of("on", "2024-01-01", "amount", "100")),
            "payments", List.of(Map.of("on", "2025-01-01", "amount", "110")));

    Map<String, Object> eu = new HashMap<>(request);
    eu.put("method", "EU");
    Map<String, Object> us = new HashMap<>(request);
    us.put("method", "US_ACTUARIAL");

    assertThat(http.post("/api/calculator/apr", eu).expect(200).text("/apr")).isEqualTo("10.00");
    assertThat(http.post("/api/calculator/apr", us).expect(200).text("/apr")).isEqualTo("10.00");
  }

  @Test
  void paymentsWithoutRateAndEmptyFlowsAreRefused() {
    http.post(
            "/api/calculator/apr",
            Map.of("advances", List.of(), "payments", List.of(), "method", "EU"))
        .expect(400);
    http.post(
            "/api/calculator/apr",
            Map.of(
                "advances", List.of(Map.of("on", "2024-01-01", "amount", "-1")),
                "payments", List.of(Map.of("on", "2025-01-01", "amount", "110")),
                "method", "EU"))
        .expect(400);
  }

  /** Goal: the mapping of fields to terms is right. Method: published cases, row by row. */
  @Test
  void conformanceCasesComeOutThroughHttp() throws IOException {
    int checked = 0;
    for (String line : Files.readAllLines(CASES)) {
      JsonNode example = JSON.readTree(line);
      if (isPlain(example)) {
        JsonNode answer =
            http.post("/api/calculator/schedule", request(example)).expect(200).json();
        assertRows(example, answer);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(10);
  }

  private static void assertRows(JsonNode example, JsonNode answer) {
    JsonNode periods = example.at("/expected/periods");
    for (int i = 0; i < periods.size(); i++) {
      JsonNode period = periods.get(i);
      JsonNode row = answer.at("/rows/" + i);
      assertThat(row.at("/dueOn").asString() + " " + row.at("/due").asString())
          .as("%s row %d", example.at("/id"), i + 1)
          .isEqualTo(period.at("/due_date").asString() + " " + period.at("/due").asString());
    }
  }

  private static boolean isPlain(JsonNode example) {
    JsonNode loan = example.at("/loan");
    return example.at("/source/kind").asString().equals("e2e")
        && loan.at("/interest_rate_frequency").asString().equals("PER_YEAR")
        && loan.at("/charges").isEmpty()
        && loan.at("/down_payment").isNull()
        && !loan.at("/multi_disburse").asBoolean()
        && !loan.at("/interest_recognition_on_disbursement_date").asBoolean()
        && loan.at("/installment_multiples_of").isNull()
        && loan.at("/days_in_year_custom").isMissingNode()
        && loan.at("/fixed_length").isMissingNode()
        && loan.at("/interest_calculation_period").asString().equals("DAILY")
        && loan.at("/repayment_start_date_type").asString().equals("DISBURSEMENT_DATE")
        && example.at("/disbursement/fixed_emi").isMissingNode();
  }

  private static Map<String, Object> request(JsonNode example) {
    JsonNode loan = example.at("/loan");
    Map<String, Object> request = new HashMap<>();
    request.put("currency", loan.at("/currency").asString());
    request.put("principal", example.at("/disbursement/amount").asString());
    request.put("annualRate", loan.at("/interest_rate").asString());
    request.put("interestMethod", loan.at("/interest_type").asString());
    request.put("amortization", loan.at("/amortization").asString());
    request.put("interestPeriod", loan.at("/interest_calculation_period").asString());
    request.put("daysInYear", loan.at("/days_in_year").asString());
    request.put("daysInMonth", loan.at("/days_in_month").asString());
    request.put("repayments", loan.at("/number_of_repayments").asInt());
    request.put("every", loan.at("/repay_every").asInt());
    request.put("unit", loan.at("/repay_frequency").asString());
    request.put("disbursedOn", example.at("/disbursement/date").asString());
    return request;
  }

  private static Map<String, Object> example(Map<String, Object> changes) {
    Map<String, Object> request = new HashMap<>();
    request.put("currency", "EUR");
    request.put("principal", "100.00");
    request.put("annualRate", "7");
    request.put("interestMethod", "DECLINING_BALANCE");
    request.put("amortization", "EQUAL_INSTALLMENTS");
    request.put("interestPeriod", "DAILY");
    request.put("daysInYear", "360");
    request.put("daysInMonth", "30");
    request.put("repayments", 6);
    request.put("every", 1);
    request.put("unit", "MONTHS");
    request.put("disbursedOn", "2024-01-01");
    request.putAll(changes);
    return request;
  }
}
