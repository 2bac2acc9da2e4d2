package io.loanwright.organization;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** When the organization works, and what that makes of due dates, over HTTP. */
@FlowTest
class CalendarFlowTest {

  private static final List<String> MONDAY_TO_FRIDAY =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");
  private static final List<String> MONDAY_TO_SATURDAY =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY");

  private final Http admin;
  private final People people;
  private final Lending lending;

  CalendarFlowTest(People people) {
    this.people = people;
    this.admin = people.administrator();
    this.lending = new Lending(people);
  }

  @AfterEach
  void usualCalendar() {
    change(MONDAY_TO_FRIDAY).expect(200);
  }

  @Test
  void staffReadTheCalendarAndAdministratorsChangeIt() {
    Answer changed =
        change(
                MONDAY_TO_SATURDAY,
                holiday("2026-12-25", "Christmas"),
                holiday("2026-05-01", " May "))
            .expect(200);

    Answer read = people.as("TELLER").get("/api/calendar").expect(200);
    assertThat(read.json()).isEqualTo(changed.json());
    assertThat(read.header("etag")).isEqualTo(changed.header("etag"));
    assertThat(read.text("/workingWeek/5")).isEqualTo("SATURDAY");
    assertThat(read.json().at("/holidays").toString())
        .isEqualTo(
            """
            [{"on":"2026-05-01","name":"May"},{"on":"2026-12-25","name":"Christmas"}]\
            """);
    assertThat(admin.get("/api/audit?action=calendar.change").expect(200).body())
        .contains("Christmas");
    admin.with("If-Match", "\"0\"").put("/api/calendar", read.json()).expectProblem(409, "stale");
    people.as("MANAGER").put("/api/calendar", read.json()).expectProblem(403, "forbidden");
    people.as("BORROWER").get("/api/calendar").expectProblem(403, "forbidden");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"workingWeek": [], "holidays": []}                                     | workingWeek
          {"workingWeek": ["MOONDAY"], "holidays": []}                            | workingWeek[0]
          {"workingWeek": ["MONDAY"]}                                             | holidays
          {"workingWeek": ["MONDAY"], "holidays": [{"on": "2026-02-30", "name": "x"}]} | holidays[0].on
          {"workingWeek": ["MONDAY"], "holidays": [{"on": "2026-05-01", "name": " "}]} | holidays[0].name
          {"workingWeek": ["MONDAY"], "holidays": [{"on": "2026-05-01", "name": "a"}, {"on": "2026-05-01", "name": "b"}]} | holidays[1].on
          """)
  void whatIsNoCalendarIsRefusedAtItsField(String body, String field) {
    Answer refused =
        admin
            .put("/api/calendar", JsonMapper.shared().readTree(body))
            .expectProblem(400, "invalid");

    assertThat(refused.text("/errors/0/field")).isEqualTo(field);
  }

  /**
   * Months' ends from March: 30 April is a holiday here, and 1 May is one in another month, so it
   * moves back to 29 April. 31 May is a Sunday and Saturday 30 works. 30 June is a Tuesday.
   */
  @Test
  void dueDatesKeepOffHolidaysAndLoansKeepTheCalendarTheyWereAppliedForWith() {
    change(MONDAY_TO_SATURDAY, holiday("2026-04-30", "Feast"), holiday("2026-05-01", "Labour Day"))
        .expect(200);
    UUID product =
        lending.product(
            Map.of(
                "repayments",
                3,
                "dueDay",
                Map.of("kind", "MONTH_END"),
                "workdayShift",
                "MODIFIED_FOLLOWING"));
    UUID loan =
        lending.apply(lending.officer(), lending.borrower(), product, "1200.00").expect(201).id();
    lending.approve(lending.manager(), loan).expect(200);

    change(MONDAY_TO_FRIDAY, holiday("2026-06-30", "Later")).expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);

    assertThat(dueDates(lending.officer().get("/api/loans/" + loan + "/schedule").expect(200)))
        .containsExactly("2026-04-29", "2026-05-30", "2026-06-30");
    assertThat(dueDates(calculate())).containsExactly("2026-04-30", "2026-05-29", "2026-06-29");
  }

  private Answer calculate() {
    return admin
        .post(
            "/api/calculator/schedule",
            Map.of(
                "currency", "EUR",
                "principal", "1200.00",
                "annualRate", "12",
                "repayments", 3,
                "unit", "MONTHS",
                "disbursedOn", TODAY,
                "dueDay", Map.of("kind", "MONTH_END"),
                "workdayShift", "MODIFIED_FOLLOWING"))
        .expect(200);
  }

  private static List<String> dueDates(Answer schedule) {
    List<String> dates = new ArrayList<>();
    schedule.json().at("/rows").forEach(row -> dates.add(row.at("/dueOn").asString()));
    return dates;
  }

  private static Holiday holiday(String on, String name) {
    return new Holiday(LocalDate.parse(on), name);
  }

  private Answer change(List<String> workingWeek, Holiday... holidays) {
    return admin.put(
        "/api/calendar", Map.of("workingWeek", workingWeek, "holidays", List.of(holidays)));
  }
}
