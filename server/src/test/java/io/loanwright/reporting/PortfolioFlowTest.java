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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portfolio at a glance, as far as each caller sees. */
@FlowTest
class PortfolioFlowTest {

  private static final String PORTFOLIO = "/api/dashboards/portfolio?currency=";

  private final People people;
  private final OwnBranch branch;

  PortfolioFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
  }

  @Test
  void whereThereIsNothingEveryFigureIsZero() {
    Answer portfolio = branch.manager().get(PORTFOLIO + "EUR").expect(200);

    assertThat(portfolio.body())
        .isEqualTo(
            """
            {"asOf":"2026-03-02","currency":"EUR","borrowers":0,"applications":0,"loans":0,\
            "activePrincipal":"0.00","averagePrincipal":"0.00",\
            "outstanding":"0.00","averageOutstanding":"0.00","byStatus":[],"atRisk":[\
            {"fromDay":1,"loans":0,"outstanding":"0.00","percent":"0.00"},\
            {"fromDay":31,"loans":0,"outstanding":"0.00","percent":"0.00"},\
            {"fromDay":61,"loans":0,"outstanding":"0.00","percent":"0.00"},\
            {"fromDay":91,"loans":0,"outstanding":"0.00","percent":"0.00"},\
            {"fromDay":181,"loans":0,"outstanding":"0.00","percent":"0.00"},\
            {"fromDay":366,"loans":0,"outstanding":"0.00","percent":"0.00"}],\
            "repaymentsLast7Days":[\
            {"on":"2026-02-24","amount":"0.00"},{"on":"2026-02-25","amount":"0.00"},\
            {"on":"2026-02-26","amount":"0.00"},{"on":"2026-02-27","amount":"0.00"},\
            {"on":"2026-02-28","amount":"0.00"},{"on":"2026-03-01","amount":"0.00"},\
            {"on":"2026-03-02","amount":"0.00"}],"yesterday":null,"lastWeek":null}\
            """);
  }

  /**
   * 600.00 over six months without interest: 100.00 an installment. Of the first loan 250.00 come
   * back, 50.00 of which are reversed: 600.00 - 200.00 = 400.00. The second is repaid, the third
   * only applied for.
   */
  @Test
  void theFiguresAreThoseOfTheLoansOfOneCurrency() {
    UUID borrower = branch.borrower("Maria");
    branch.borrower("Without a loan");
    UUID running = branch.loan(borrower, "EUR", "600.00", "2026-01-05");
    branch.pay(running, "150.00", "2026-02-20");
    branch.pay(running, "50.00", TODAY);
    branch.reverse(branch.pay(running, "50.00", TODAY).id());
    UUID repaid = branch.loan(borrower, "EUR", "300.00", "2026-02-01");
    branch.pay(repaid, "310.00", "2026-02-24");
    branch.application(borrower, "EUR", "900.00");
    branch.loan(borrower, "KES", "70000.00", "2026-02-01");

    Answer euros = branch.manager().get(PORTFOLIO + "EUR").expect(200);

    assertThat(euros.text("/borrowers")).isEqualTo("2");
    assertThat(euros.text("/applications")).isEqualTo("3");
    assertThat(euros.text("/loans")).isEqualTo("2");
    assertThat(euros.text("/activePrincipal")).isEqualTo("600.00");
    assertThat(euros.text("/outstanding")).isEqualTo("400.00");
    assertThat(euros.text("/averagePrincipal")).isEqualTo("600.00");
    assertThat(euros.text("/averageOutstanding")).isEqualTo("400.00");
    assertThat(euros.json().at("/byStatus").toString())
        .isEqualTo(
            """
            [{"status":"SUBMITTED","count":1,"outstanding":"0.00"},\
            {"status":"ACTIVE","count":1,"outstanding":"400.00"},\
            {"status":"CLOSED","count":1,"outstanding":"0.00"}]\
            """);
    assertThat(euros.text("/repaymentsLast7Days/0/amount")).isEqualTo("310.00");
    assertThat(euros.text("/repaymentsLast7Days/6/on")).isEqualTo(TODAY);
    assertThat(euros.text("/repaymentsLast7Days/6/amount")).isEqualTo("50.00");
    Answer shillings = branch.manager().get(PORTFOLIO + "KES").expect(200);
    assertThat(shillings.text("/outstanding")).isEqualTo("70000.00");
    assertThat(shillings.text("/applications")).isEqualTo("1");
  }

  @Test
  void eachSeesHisPart() {
    UserAccount officer = branch.user("FIELD_OFFICER");
    UUID own = branch.borrower(Particulars.ofPerson("Own"), officer.id());
    branch.loan(own, "UGX", "5000", "2026-02-01");
    branch.loan(branch.borrower("Other"), "UGX", "7000", "2026-02-01");

    Http fieldOfficer = people.signIn(officer.email());
    assertThat(fieldOfficer.get(PORTFOLIO + "UGX").expect(200).text("/outstanding"))
        .isEqualTo("5000");
    assertThat(branch.signIn("TELLER").get(PORTFOLIO + "UGX").text("/outstanding"))
        .isEqualTo("12000");
    assertThat(branch.signIn("TELLER").get(PORTFOLIO + "UGX").text("/averageOutstanding"))
        .isEqualTo("6000");
    assertThat(people.as("AUDITOR").get(PORTFOLIO + "UGX").text("/outstanding")).isEqualTo("12000");
    assertThat(people.as("MANAGER").get(PORTFOLIO + "UGX").text("/outstanding")).isEqualTo("0");
    people.as("BORROWER").get(PORTFOLIO + "UGX").expectProblem(403, "forbidden");
  }

  @Test
  void withoutACurrencyItIsTheOrganizations() {
    Http admin = people.administrator();

    assertThat(admin.get("/api/dashboards/portfolio").expect(200).text("/currency"))
        .isEqualTo(admin.get("/api/organization").text("/currency"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"QQQ", "EURO", "%F0%9F%99%82", "e"})
  void anUnknownCurrencyIsRefused(String currency) {
    assertThat(
            people
                .administrator()
                .get(PORTFOLIO + currency)
                .expectProblem(400, "invalid")
                .text("/errors/0/field"))
        .isEqualTo("currency");
  }
}
