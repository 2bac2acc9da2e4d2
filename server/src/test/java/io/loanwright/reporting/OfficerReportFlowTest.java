package io.loanwright.reporting;

import static io.loanwright.reporting.OwnBranch.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.Particulars;
import io.loanwright.identity.UserAccount;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What each officer has, and what came of some days; 600.00 are six installments of 100.00. */
@FlowTest
class OfficerReportFlowTest {

  private static final String REPORT =
      "/api/reports/officers?currency=EUR&from=2026-02-01&to=" + TODAY;

  private final People people;
  private final OwnBranch branch;

  OfficerReportFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
  }

  /**
   * Two borrowers, one of them with two loans. One of 20 December is 41 days late today: 20.00 of
   * it were paid, 580.00 are owed. The other one is of 10 February, and current. Due since 1
   * February are 100.00 of 20 February, which are not paid: 20.00 went to 20 January. Over 30 days
   * are 580.00 of 1,180.00.
   */
  private UserAccount withTwoLoans() {
    UserAccount officer = branch.user("FIELD_OFFICER");
    UUID borrower = branch.borrower(Particulars.ofPerson("Busy"), officer.id());
    branch.borrower(Particulars.ofPerson("Idle"), officer.id());
    branch.pay(branch.loan(borrower, "EUR", "600.00", "2025-12-20"), "20.00", "2026-03-01");
    branch.loan(borrower, "EUR", "600.00", "2026-02-10");
    return officer;
  }

  @Test
  void anOfficerHasWhatIsHisAndWhatCameOfTheDays() {
    UserAccount officer = withTwoLoans();
    branch.loan(branch.borrower("Of nobody"), "EUR", "600.00", "2026-02-20");

    Answer report = branch.manager().get(REPORT).expect(200);

    assertThat(report.json().at("/officers")).hasSize(2);
    assertThat(report.text("/officers/0/officerId")).isEqualTo(officer.id().toString());
    assertThat(report.json().at("/officers/0/figures").toString())
        .isEqualTo(
            """
            {"borrowers":2,"loans":2,"newLoans":1,"paidOut":"600.00","outstanding":"1180.00",\
            "late":"580.00","atRisk":"580.00","percent":"49.15","expected":{"due":"100.00",\
            "paid":"0.00","unpaid":"100.00","paidPercent":"0.00","collected":"20.00",\
            "late":"20.00","onTime":"0.00","advance":"0.00","beyond":"0.00","unknown":"0.00",\
            "efficiency":"20.00"}}\
            """);
    assertThat(report.json().at("/officers/1/officerId").isNull()).isTrue();
    assertThat(report.text("/total/outstanding")).isEqualTo("1780.00");
    assertThat(report.text("/total/newLoans")).isEqualTo("2");
    assertThat(branch.manager().get("/api/reports/ageing?currency=EUR").text("/total/outstanding"))
        .as("as the ageing report has it")
        .isEqualTo("1780.00");
  }

  @Test
  void anOfficerSeesTheOwnRowAndTakesItAway() {
    UserAccount officer = withTwoLoans();
    branch.loan(branch.borrower("Of nobody"), "EUR", "600.00", "2026-02-20");
    Http client = people.signIn(officer.email());

    Answer report = client.get(REPORT).expect(200);

    assertThat(report.json().at("/officers")).hasSize(1);
    assertThat(report.text("/total/outstanding")).isEqualTo("1180.00");
    String file = client.get(REPORT.replace("reports/officers", "exports/officers.csv")).body();
    assertThat(file).contains("1180.00", "49.15").doesNotContain("1780.00");
    client.get("/api/exports/officers.xlsx").expect(200);
    client.get("/api/exports/officers.pdf").expect(200);
    branch.manager().get(REPORT + "&branchId=" + people.branch()).expectProblem(404, "not-found");
  }
}
