package io.loanwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.bench.conformance.CaseRunner;
import io.loanwright.bench.conformance.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Small cases of our own, as the suite's README defines their fields, worked out by hand: rules
 * that no published case of ours needs, and what the reader says of a case that it cannot follow.
 */
class OwnCasesTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** 1,200.00 in three months of 30 days, of which each repays 400.00. */
  private static final String LOAN =
      """
      {"schedule_type":"PROGRESSIVE","currency":"EUR","currency_digits":2,"principal":"1200.00",
       "interest_rate":"24","interest_rate_frequency":"PER_YEAR","number_of_repayments":3,
       "repay_every":1,"repay_frequency":"MONTHS","amortization":"EQUAL_PRINCIPAL",
       "interest_type":"DECLINING_BALANCE","interest_calculation_period":"DAILY",
       "allow_partial_period_interest":true,"days_in_year":"360","days_in_month":"30",
       "submitted_on":"2024-01-01"}
      """;

  /** Two percent a month: of 1,200.00, of 800.00 and of 400.00. */
  private static final String AT_TWO_PERCENT =
      """
      [{"nr":1,"days":31,"due_date":"2024-02-01","principal":"400.00","interest":"24.00",
        "due":"424.00","balance_after":"800.00"},
       {"nr":2,"days":29,"due_date":"2024-03-01","principal":"400.00","interest":"16.00",
        "due":"416.00","balance_after":"400.00"},
       {"nr":3,"days":31,"due_date":"2024-04-01","principal":"400.00","interest":"8.00",
        "due":"408.00","balance_after":"0.00"}]
      """;

  private static final String DISBURSED =
      """
      {"seq":1,"type":"DISBURSE","date":"2024-01-01","business_date":"2024-01-01",
       "amount":"1200.00"}
      """;

  @Test
  void rateOfTheWholeTermIsThatOfItsMonths() {
    ObjectNode loan = loan().put("interest_rate", "6").put("interest_rate_frequency", "WHOLE_TERM");

    assertPasses(schedule(loan, "1200.00", AT_TWO_PERCENT));
  }

  /** Two percent in 60 days are 12 in a year of 360. */
  @Test
  void rateOfTheWholeTermIsThatOfItsDays() {
    ObjectNode loan =
        loan()
            .put("interest_rate", "2")
            .put("interest_rate_frequency", "WHOLE_TERM")
            .put("number_of_repayments", 2)
            .put("repay_every", 30)
            .put("repay_frequency", "DAYS");

    assertPasses(
        schedule(
            loan,
            "1000.00",
            """
            [{"nr":1,"due_date":"2024-01-31","principal":"500.00","interest":"10.00",
              "balance_after":"500.00"},
             {"nr":2,"due_date":"2024-03-01","principal":"500.00","interest":"5.00",
              "balance_after":"0.00"}]
            """));
  }

  /** 1,000.00 at 36.5 % bear 1.00 a day: 30 days of it, and 44 of half. */
  @Test
  void listedDatesCountWhereTheyFollowNoRule() {
    ObjectNode loan =
        loan()
            .put("interest_rate", "36.5")
            .put("number_of_repayments", 2)
            .put("days_in_year", "365")
            .put("days_in_month", "ACTUAL");
    loan.putArray("period_dates").add("2023-01-01").add("2023-01-31").add("2023-03-16");

    assertPasses(
        schedule(
            loan,
            "2023-01-01",
            "1000.00",
            """
            [{"nr":1,"days":30,"due_date":"2023-01-31","principal":"500.00","interest":"30.00",
              "balance_after":"500.00"},
             {"nr":2,"days":44,"due_date":"2023-03-16","principal":"500.00","interest":"22.00",
              "balance_after":"0.00"}]
            """));
  }

  @Test
  void disbursementMayFixTheInstallment() {
    ObjectNode loan =
        loan()
            .put("interest_rate", "0")
            .put("amortization", "EQUAL_INSTALLMENTS")
            .put("number_of_repayments", 2);
    ObjectNode node =
        schedule(
            loan,
            "1000.00",
            """
            [{"nr":1,"due_date":"2024-02-01","principal":"700.00","interest":"0.00",
              "balance_after":"300.00"},
             {"nr":2,"due_date":"2024-03-01","principal":"300.00","interest":"0.00",
              "balance_after":"0.00"}]
            """);
    ((ObjectNode) node.path("disbursement")).put("fixed_emi", "700");

    assertPasses(node);
  }

  /** All interest is 48.00, all that is lent 1,200.00. */
  @ParameterizedTest
  @CsvSource({
    "FLAT, 7, 7.00",
    "PERCENTAGE_AMOUNT, 1, 12.00",
    "PERCENTAGE_INTEREST, 10, 4.80",
    "PERCENTAGE_LOAN_AMOUNT_PLUS_INTEREST, 1, 12.48"
  })
  void chargeThatIsAddedMayBeAPercentage(String calculation, String amount, String fees) {
    String charge =
        """
        {"seq":2,"type":"ADD_CHARGE","business_date":"2024-01-10","due_date":"2024-02-10",
         "time":"SPECIFIED_DUE_DATE","penalty":false,"charge":"LOAN_SNOOZE_FEE",
         "calculation":"%s","amount":"%s"}
        """
            .formatted(calculation, amount);

    assertPasses(history(loan(), charge, totals("48.00", fees)));
  }

  /** Five each, or one percent of 400.00 each, or ten percent of 24.00, 16.00 and 8.00. */
  @ParameterizedTest
  @CsvSource({
    "FLAT, 5, 15.00",
    "PERCENTAGE_AMOUNT, 1, 12.00",
    "PERCENTAGE_INTEREST, 10, 4.80",
    "PERCENTAGE_LOAN_AMOUNT_PLUS_INTEREST, 1, 12.48"
  })
  void chargeThatIsAddedMayGoWithEachInstallment(String calculation, String amount, String fees) {
    String charge =
        """
        {"seq":2,"type":"ADD_CHARGE","business_date":"2024-01-10","time":"INSTALLMENT",
         "charge":"LOAN_INSTALLMENT_FEE","calculation":"%s","amount":"%s"}
        """
            .formatted(calculation, amount);

    assertPasses(history(loan(), charge, totals("48.00", fees)));
  }

  /** 300.00 in each of four installments, the first on 15 February. */
  @Test
  void everyFieldOfOneReschedulingIsFollowed() {
    ObjectNode loan = loan().put("interest_rate", "0").put("amortization", "EQUAL_INSTALLMENTS");
    String change =
        """
        {"seq":2,"type":"RESCHEDULE","business_date":"2024-01-10","submitted_on":"2024-01-10",
         "from_date":"2024-02-01","adjusted_due_date":"2024-02-15","extra_terms":1}
        """;
    String snapshot =
        """
        {"after_seq":2,"checks":{"status":"ACTIVE"},"periods":[
         {"nr":1,"days":45,"due_date":"2024-02-15","principal":"300.00","due":"300.00",
          "balance_after":"900.00"},
         {"nr":2,"days":29,"due_date":"2024-03-15","principal":"300.00","due":"300.00",
          "balance_after":"600.00"},
         {"nr":3,"days":31,"due_date":"2024-04-15","principal":"300.00","due":"300.00",
          "balance_after":"300.00"},
         {"nr":4,"days":30,"due_date":"2024-05-15","principal":"300.00","due":"300.00",
          "balance_after":"0.00"}]}
        """;

    assertPasses(history(loan, change, snapshot));
  }

  @Test
  void overdueIsCompared() {
    assertPasses(afterTheFirstDueDate("{\"overdue\":\"424.00\"}"));
    assertThat(run(afterTheFirstDueDate("{\"overdue\":\"424.01\"}")))
        .isEqualTo(new Verdict.Failed("after 2: overdue", "424.01", "424.00"));
  }

  @Test
  void checkThatIsNotReadIsNamed() {
    assertThat(run(afterTheFirstDueDate("{\"status\":\"ACTIVE\",\"delinquency\":\"RANGE_1\"}")))
        .isEqualTo(new Verdict.Passed("not compared: delinquency"));
  }

  /** An amount that is left out is zero. */
  @Test
  void whatIsLeftOutOfACheckPointIsZero() {
    String waived =
        """
        {"seq":2,"type":"ADD_CHARGE","business_date":"2024-01-10","due_date":"2024-01-20",
         "time":"SPECIFIED_DUE_DATE","penalty":true,"charge":"LOAN_NSF_FEE",
         "calculation":"FLAT","amount":"20.00"},
        {"seq":3,"type":"WAIVE_LAST_CHARGE","business_date":"2024-01-11"}
        """;
    String first =
        """
        {"after_seq":3,"periods":[
         {"nr":1,"days":31,"due_date":"2024-02-01","principal":"400.00","interest":"24.00",
          "penalties":"20.00","due":"444.00","balance_after":"800.00"%s},
         {"nr":2,"days":29,"due_date":"2024-03-01","principal":"400.00","interest":"16.00",
          "due":"416.00","balance_after":"400.00","outstanding":"416.00"},
         {"nr":3,"days":31,"due_date":"2024-04-01","principal":"400.00","interest":"8.00",
          "due":"408.00","balance_after":"0.00","outstanding":"408.00"}]}
        """;

    assertPasses(
        history(
            loan(), waived, first.formatted(",\"outstanding\":\"424.00\",\"waived\":\"20.00\"")));
    assertThat(run(history(loan(), waived, first.formatted(",\"outstanding\":\"424.00\""))))
        .isEqualTo(new Verdict.Failed("after 3: installment 1 waived", "0.00", "20.00"));
    assertThat(run(history(loan(), waived, first.formatted(",\"waived\":\"20.00\""))))
        .isEqualTo(new Verdict.Failed("after 3: installment 1 outstanding", "0.00", "424.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "strategy, DUE_PENALTY_FEE, payment order DUE_PENALTY_FEE",
    "math_precision, 4, arithmetic of 4 digits",
    "rounding_mode, HALF_UP, rounding HALF_UP",
    "repayment_start_date_type, FIRST_OF_MONTH, repayments counted from FIRST_OF_MONTH",
    "days_in_year_custom, OTHER, leap years by OTHER",
    "colour, blue, loan with colour"
  })
  void fieldThatIsNotFollowedIsNamedAndFailsNoFigure(String field, String value, String feature) {
    ObjectNode loan = loan().put(field, value);

    assertThat(run(schedule(loan, "1200.00", AT_TWO_PERCENT)))
        .isEqualTo(new Verdict.Passed("without " + feature + ", which changes no figure"));
    assertThat(run(schedule(loan, "1200.00", AT_TWO_PERCENT.replace("16.00", "16.10"))))
        .isEqualTo(
            new Verdict.NotSupported(
                feature + " (without: installment 2 interest expected 16.10 got 16.00)"));
  }

  @ParameterizedTest
  @CsvSource({
    "compounding, INTEREST, compounding of interest",
    "reschedule_strategy, REDUCE_EMI_AMOUNT, recalculation of interest by REDUCE_EMI_AMOUNT",
    "rest_frequency, WEEKLY, 'interest rest WEEKLY, every 1'",
    "pre_closure, NEVER, interest at payoff NEVER"
  })
  void recalculationThatIsNotFollowedIsNamed(String field, String value, String feature) {
    ObjectNode loan = loan();
    loan.putObject("interest_recalculation").put("enabled", true).put(field, value);

    assertThat(run(schedule(loan, "1200.00", AT_TWO_PERCENT)))
        .isEqualTo(new Verdict.Passed("without " + feature + ", which changes no figure"));
  }

  /** A rest of a month is that of installments that are due every month. */
  @Test
  void restThatComesToThatOfTheInstallmentsIsFollowed() {
    ObjectNode loan = loan();
    loan.putObject("interest_recalculation").put("enabled", true).put("rest_frequency", "MONTHLY");

    assertPasses(schedule(loan, "1200.00", AT_TWO_PERCENT));
  }

  @ParameterizedTest
  @CsvSource({
    "interest_type, COMPOUND, interest by COMPOUND",
    "interest_rate_frequency, PER_MOON, interest rate PER_MOON",
    "repay_frequency, MOONS, repayments every MOONS",
    "days_in_month, 28, months of 28 days",
    "days_in_year, 366, years of 366 days",
    "schedule_type, CUMULATIVE, schedule type CUMULATIVE"
  })
  void choiceThatThereIsNotIsNotSupported(String field, String value, String feature) {
    assertThat(run(schedule(loan().put(field, value), "1200.00", AT_TWO_PERCENT)))
        .isEqualTo(new Verdict.NotSupported(feature));
  }

  @Test
  void switchesAreNamedThatAreNotFollowed() {
    ObjectNode node = schedule(loan(), "1200.00", AT_TWO_PERCENT);
    node.putObject("global_config").put("round-up-everything", "enabled");

    assertThat(run(node))
        .isEqualTo(
            new Verdict.Passed("without switch round-up-everything, which changes no figure"));
  }

  @Test
  void caseThatCannotBeReadFailsAlone() {
    ObjectNode node = schedule(loan().put("submitted_on", "soon"), "much", AT_TWO_PERCENT);

    assertThat(run(node)).isInstanceOf(Verdict.Failed.class);
  }

  private static ObjectNode afterTheFirstDueDate(String checks) {
    return history(
        loan(),
        "{\"seq\":2,\"type\":\"COB\",\"business_date\":\"2024-02-10\"}",
        "{\"after_seq\":2,\"checks\":" + checks + "}");
  }

  private static String totals(String interest, String fees) {
    return """
    {"after_seq":2,"totals":{"principal":"1200.00","interest":"%s","fees":"%s"}}
    """
        .formatted(interest, fees);
  }

  private static ObjectNode loan() {
    return (ObjectNode) MAPPER.readTree(LOAN);
  }

  private static ObjectNode schedule(ObjectNode loan, String amount, String periods) {
    return schedule(loan, "2024-01-01", amount, periods);
  }

  private static ObjectNode schedule(ObjectNode loan, String on, String amount, String periods) {
    ObjectNode node = MAPPER.createObjectNode();
    node.set("loan", loan);
    node.putObject("disbursement").put("date", on).put("amount", amount);
    node.putObject("expected").set("periods", MAPPER.readTree(periods));
    return node;
  }

  private static ObjectNode history(ObjectNode loan, String transactions, String snapshot) {
    ObjectNode node = MAPPER.createObjectNode();
    node.set("loan", loan);
    node.set("transactions", MAPPER.readTree("[" + DISBURSED + "," + transactions + "]"));
    node.set("snapshots", MAPPER.readTree("[" + snapshot + "]"));
    return node;
  }

  private static Verdict run(ObjectNode node) {
    return new CaseRunner().run(node);
  }

  private static void assertPasses(ObjectNode node) {
    assertThat(run(node)).isEqualTo(new Verdict.Passed(""));
  }
}
