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

/**
 * How far behind loans are. 600.00 over six months without interest are 100.00 an installment; paid
 * out on 5 January the first one is 25 days late on 2 March, paid out on 20 November 72 days.
 */
@FlowTest
class AgeingFlowTest {

  private static final String AGEING = "/api/reports/ageing?currency=";

  private final People people;
  private final OwnBranch branch;

  AgeingFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
  }

  private void threeLoans(UUID borrower, String currency) {
    branch.loan(borrower, currency, "600.00", "2026-02-20");
    branch.loan(borrower, currency, "600.00", "2026-01-05");
    branch.loan(borrower, currency, "600.00", "2025-11-20");
  }

  @Test
  void loansAreCountedInTheClassThatTheyAreIn() {
    threeLoans(branch.borrower("Maria"), "EUR");

    Answer ageing = people.signIn(manager()).get(AGEING + "EUR").expect(200);

    assertThat(ageing.text("/on")).isEqualTo(TODAY);
    assertThat(row(ageing, 0)).isEqualTo("current: 1, 0.00, 600.00, 33.33");
    assertThat(row(ageing, 1)).isEqualTo("1-30: 1, 100.00, 600.00, 33.33");
    assertThat(row(ageing, 2)).isEqualTo("31-60: 0, 0.00, 0.00, 0.00");
    assertThat(row(ageing, 3)).isEqualTo("61-90: 1, 300.00, 600.00, 33.33");
    assertThat(ageing.text("/classes/3/untilDay")).isEqualTo("90");
    assertThat(ageing.text("/classes/3/branches/0/sums/overdue")).isEqualTo("300.00");
    assertThat(ageing.text("/total/loans")).isEqualTo("3");
    assertThat(ageing.text("/total/overdue")).isEqualTo("400.00");
    assertThat(ageing.text("/total/percent")).isEqualTo("100.00");
    assertThat(ageing.text("/nonPerforming/loans")).isEqualTo("0");
    assertThat(ageing.json().at("/atRisk").toString())
        .isEqualTo(
            """
            [{"fromDay":1,"loans":2,"outstanding":"1200.00","percent":"66.67"},\
            {"fromDay":31,"loans":1,"outstanding":"600.00","percent":"33.33"},\
            {"fromDay":61,"loans":1,"outstanding":"600.00","percent":"33.33"},\
            {"fromDay":91,"loans":0,"outstanding":"0.00","percent":"0.00"},\
            {"fromDay":181,"loans":0,"outstanding":"0.00","percent":"0.00"},\
            {"fromDay":366,"loans":0,"outstanding":"0.00","percent":"0.00"}]\
            """);
  }

  private String manager() {
    return branch.user("MANAGER").email();
  }

  private static String row(Answer ageing, int place) {
    String at = "/classes/" + place;
    return "%s: %s, %s, %s, %s"
        .formatted(
            ageing.text(at + "/code"),
            ageing.text(at + "/sums/loans"),
            ageing.text(at + "/sums/overdue"),
            ageing.text(at + "/sums/outstanding"),
            ageing.text(at + "/sums/percent"));
  }

  /**
   * 600.00 at 12 % a year, paid out on 2 February and due today, are not overdue. Those of 5
   * January were due on 5 February; all parts of what is overdue add up to it, and its principal
   * and interest are those of the first installment.
   */
  @Test
  void whatIsOverdueIsToldPartByPart() {
    UUID borrower = branch.borrower("Maria");
    branch.loanAt("12", borrower, "EUR", "600.00", "2026-02-02");
    UUID late = branch.loanAt("12", borrower, "EUR", "600.00", "2026-01-05");
    Http manager = people.signIn(manager());

    Answer ageing = manager.get(AGEING + "EUR&parts=true").expect(200);

    Answer schedule = manager.get("/api/loans/" + late + "/schedule").expect(200);
    assertThat(ageing.text("/total/overdue")).isEqualTo(schedule.text("/rows/0/due"));
    assertThat(ageing.text("/total/parts/principal")).isEqualTo(schedule.text("/rows/0/principal"));
    assertThat(ageing.text("/total/parts/interest")).isEqualTo(schedule.text("/rows/0/interest"));
    assertThat(ageing.text("/total/parts/penalties")).isEqualTo("0.00");
    assertThat(ageing.text("/classes/1/branches/0/sums/parts/principal"))
        .isEqualTo(schedule.text("/rows/0/principal"));
    assertThat(ageing.text("/classes/0/sums/parts/principal")).isEqualTo("0.00");
    assertThat(manager.get(AGEING + "EUR").json().at("/total/parts").isNull()).isTrue();
    assertThat(manager.get("/api/exports/ageing.csv?currency=EUR&parts=true").body())
        .contains("Overdue principal", schedule.text("/rows/0/interest"));
  }

  @Test
  void theListOfLoansShowsThoseOfAClass() {
    UUID borrower = branch.borrower("Maria");
    threeLoans(borrower, "EUR");
    Http manager = people.signIn(manager());
    String list = "/api/loans?borrowerId=" + borrower;

    assertThat(manager.get(list + "&pastDueFrom=61&pastDueUntil=90").json().at("/items").size())
        .isEqualTo(1);
    assertThat(manager.get(list + "&pastDueFrom=1&pastDueUntil=30").text("/items/0/daysPastDue"))
        .isEqualTo("25");
    assertThat(manager.get(list + "&pastDueFrom=31").json().at("/items").size()).isEqualTo(1);
    assertThat(manager.get(list + "&pastDueUntil=0").json().at("/items").size()).isEqualTo(1);
    assertThat(manager.get(list + "&overdue=true").json().at("/items").size()).isEqualTo(2);
    manager.get(list + "&pastDueFrom=-1").expectProblem(400, "invalid");
    assertThat(
            manager
                .get("/api/exports/loans.csv?pastDueFrom=61&pastDueUntil=90&borrowerId=" + borrower)
                .expect(200)
                .body()
                .lines())
        .hasSize(2);
  }

  @Test
  void theDashboardShowsWhatIsAtRiskOfWhatOneSees() {
    UserAccount officer = branch.user("FIELD_OFFICER");
    UUID own = branch.borrower(Particulars.ofPerson("Own"), officer.id());
    branch.loan(own, "UGX", "6000", "2025-11-20");
    branch.loan(branch.borrower("Other"), "UGX", "6000", "2026-02-20");
    String portfolio = "/api/dashboards/portfolio?currency=UGX";

    Answer ofOfficer = people.signIn(officer.email()).get(portfolio).expect(200);
    Answer ofBranch = branch.manager().get(portfolio).expect(200);

    assertThat(ofOfficer.text("/atRisk/2/percent")).isEqualTo("100.00");
    assertThat(ofBranch.text("/atRisk/2/percent")).isEqualTo("50.00");
    assertThat(ofBranch.text("/atRisk/3/loans")).isEqualTo("0");
  }

  @Test
  void itIsAFileForWhoTakesReportsAway() {
    threeLoans(branch.borrower("Maria"), "EUR");
    Http manager = people.signIn(manager());

    String file = manager.get("/api/exports/ageing.csv?currency=EUR").expect(200).body();

    assertThat(file).contains("61 to 90 days").contains("300.00");
    manager.get("/api/exports/ageing.xlsx?currency=EUR").expect(200);
    manager.get(AGEING + "nonsense").expectProblem(400, "invalid");
  }
}
