package io.loanwright.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.Particulars;
import io.loanwright.identity.UserAccount;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is at risk of each officer and branch; 600.00 are six installments of 100.00. */
@FlowTest
class AtRiskFlowTest {

  private static final String REPORT = "/api/reports/at-risk?currency=EUR";

  private final People people;
  private final OwnBranch branch;

  AtRiskFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
  }

  /**
   * One officer has a loan that is 25 days late and one that is current, so half at risk at all and
   * none over 30 days. A loan without an officer has been unpaid since 20 August: on 2 March, 194
   * days, so more than 180 and not more than 365.
   */
  @Test
  void eachOfficerHasARowAndTheMostLateComesFirst() {
    UserAccount officer = branch.user("FIELD_OFFICER");
    UUID borrower = branch.borrower(Particulars.ofPerson("Looked after"), officer.id());
    branch.loan(borrower, "EUR", "600.00", "2026-01-05");
    branch.loan(borrower, "EUR", "600.00", "2026-02-20");
    branch.loan(branch.borrower("Of nobody"), "EUR", "600.00", "2025-07-20");
    Http manager = branch.manager();

    Answer report = manager.get(REPORT + "&by=OFFICER").expect(200);

    assertThat(report.json().at("/rows")).hasSize(2);
    assertThat(percents(report.json().at("/rows/0")))
        .isEqualTo("1: 100.00, 31: 100.00, 61: 100.00, 91: 100.00, 181: 100.00, 366: 0.00");
    assertThat(report.text("/rows/1/id")).isEqualTo(officer.id().toString());
    assertThat(percents(report.json().at("/rows/1")))
        .isEqualTo("1: 50.00, 31: 0.00, 61: 0.00, 91: 0.00, 181: 0.00, 366: 0.00");
    assertThat(report.text("/total/loans")).isEqualTo("3");
    assertThat(report.text("/total/outstanding")).isEqualTo("1800.00");
    assertThat(percents(report.json().at("/total")))
        .isEqualTo("1: 66.67, 31: 33.33, 61: 33.33, 91: 33.33, 181: 33.33, 366: 0.00");
    assertThat(report.json().at("/total/atRisk"))
        .as("as the ageing report has it")
        .isEqualTo(manager.get("/api/reports/ageing?currency=EUR").json().at("/atRisk"));
    Answer ofBranches = manager.get(REPORT).expect(200);
    assertThat(ofBranches.text("/rows/0/id")).isEqualTo(branch.id().toString());
    assertThat(ofBranches.json().at("/total")).isEqualTo(report.json().at("/total"));
    assertThat(people.signIn(officer.email()).get(REPORT).text("/total/outstanding"))
        .isEqualTo("1200.00");
  }

  private static String percents(JsonNode row) {
    return row.path("atRisk")
        .valueStream()
        .map(each -> each.path("fromDay").asInt() + ": " + each.path("percent").asString())
        .collect(Collectors.joining(", "));
  }

  @Test
  void itIsAFile() {
    branch.loan(branch.borrower("Maria"), "EUR", "600.00", "2026-01-05");
    Http manager = branch.manager();

    assertThat(manager.get(REPORT.replace("reports/at-risk", "exports/at-risk.csv")).body())
        .contains("Over 365 days", "600.00", "100.00", "Total");
    manager.get("/api/exports/at-risk.xlsx?by=OFFICER").expect(200);
    manager.get("/api/exports/at-risk.pdf?by=OFFICER").expect(200);
    manager.get(REPORT + "&branchId=" + people.branch()).expectProblem(404, "not-found");
  }
}
