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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What fell due beside what was collected. 600.00 over six months without interest are 100.00 an
 * installment, due on the day of the month on which it was paid out.
 */
@FlowTest
class ExpectedFlowTest {

  private static final String SINCE_JANUARY =
      "/api/reports/expected?currency=EUR&from=2026-01-01&to=" + TODAY;

  private final People people;
  private final OwnBranch branch;

  ExpectedFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
  }

  /**
   * Due since 1 January are of the first loan those of 20 January and February, of the second one
   * that of 5 February, of the third one those of 20 January and February, and of the fourth one
   * that of today.
   *
   * <p>150.00 on 20 January are 100.00 for 20 December and half of what is due that day. 250.00 on
   * 1 February are in advance. 650.00 today on a loan that ended on 20 February are late, but for
   * 50.00 that it does not owe. 100.00 today are due today. 10.00 are taken back.
   */
  private void sixHundredDue() {
    UUID borrower = branch.borrower("Maria");
    branch.pay(branch.loan(borrower, "EUR", "600.00", "2025-11-20"), "150.00", "2026-01-20");
    branch.pay(branch.loan(borrower, "EUR", "600.00", "2026-01-05"), "250.00", "2026-02-01");
    branch.pay(branch.loan(borrower, "EUR", "600.00", "2025-08-20"), "650.00", TODAY);
    UUID last = branch.loan(borrower, "EUR", "600.00", "2026-02-02");
    branch.pay(last, "100.00", TODAY);
    branch.reverse(branch.pay(last, "10.00", TODAY).id());
  }

  @Test
  void whatIsCollectedIsToldApartByWhenItWasDue() {
    sixHundredDue();

    Answer report = branch.manager().get(SINCE_JANUARY).expect(200);

    assertThat(report.text("/rows/0/key")).isEqualTo(branch.id().toString());
    assertThat(report.json().at("/rows")).hasSize(1);
    assertThat(report.json().at("/total").toString())
        .isEqualTo(
            """
            {"due":"600.00","paid":"450.00","unpaid":"150.00","paidPercent":"75.00",\
            "collected":"1150.00","late":"700.00","onTime":"150.00","advance":"250.00",\
            "beyond":"50.00","unknown":"0.00","efficiency":"183.33"}\
            """);
    assertThat(report.json().at("/rows/0/sums")).isEqualTo(report.json().at("/total"));
  }

  @Test
  void eachMonthHasItsOwn() {
    sixHundredDue();

    Answer report = branch.manager().get(SINCE_JANUARY + "&by=MONTH").expect(200);

    assertThat(rows(report))
        .containsExactly(
            "2026-01: due 200.00, unpaid 50.00, late 100.00, on time 50.00, advance 0.00",
            "2026-02: due 300.00, unpaid 100.00, late 0.00, on time 0.00, advance 250.00",
            "2026-03: due 100.00, unpaid 0.00, late 600.00, on time 100.00, advance 0.00");
  }

  private static Stream<String> rows(Answer report) {
    return report
        .json()
        .at("/rows")
        .valueStream()
        .map(row ->
            Map.of(
                "key", row.path("name").asString(),
                "due", row.at("/sums/due").asString(),
                "unpaid", row.at("/sums/unpaid").asString(),
                "late", row.at("/sums/late").asString(),
                "onTime", row.at("/sums/onTime").asString(),
                "advance", row.at("/sums/advance").asString()))
        .map(row ->
            "%s: due %s, unpaid %s, late %s, on time %s, advance %s"
                .formatted(
                    row.get("key"),
                    row.get("due"),
                    row.get("unpaid"),
                    row.get("late"),
                    row.get("onTime"),
                    row.get("advance")));
  }

  @Test
  void anOfficerSeesTheOwnAndTakesItAlongWithTheBorrower() {
    UserAccount before = branch.user("FIELD_OFFICER");
    UserAccount after = branch.user("FIELD_OFFICER");
    UUID borrower = branch.borrower(Particulars.ofPerson("Handed"), before.id());
    branch.pay(branch.loan(borrower, "EUR", "600.00", "2026-02-02"), "130.00", TODAY);
    Http first = people.signIn(before.email());
    assertThat(keys(first)).isEqualTo(before.id() + " 100.00 130.00 30.00");

    people
        .administrator()
        .patch("/api/borrowers/" + borrower, Map.of("officerId", after.id()))
        .expect(200);

    assertThat(keys(first)).isEmpty();
    assertThat(keys(people.signIn(after.email()))).isEqualTo(after.id() + " 100.00 130.00 30.00");
    assertThat(keys(branch.manager())).isEqualTo(after.id() + " 100.00 130.00 30.00");
  }

  private static String keys(Http client) {
    Answer report = client.get(SINCE_JANUARY + "&by=OFFICER").expect(200);
    return report
        .json()
        .at("/rows")
        .valueStream()
        .map(row ->
            String.join(
                " ",
                row.path("key").asString(),
                row.at("/sums/onTime").asString(),
                row.at("/sums/collected").asString(),
                row.at("/sums/advance").asString()))
        .collect(Collectors.joining("; "));
  }

  @Test
  void itIsAFileAndHasLimits() {
    sixHundredDue();
    Http manager = branch.manager();

    String file =
        manager.get(SINCE_JANUARY.replace("reports/expected", "exports/expected.csv")).body();

    assertThat(file).contains("Total", "1150.00", "183.33");
    manager.get("/api/exports/expected.xlsx?currency=EUR&by=OFFICER").expect(200);
    manager.get("/api/exports/expected.pdf?currency=EUR&by=MONTH").expect(200);
    manager
        .get("/api/reports/expected?from=2025-01-01&to=2026-01-03")
        .expectProblem(400, "invalid");
    manager
        .get("/api/reports/expected?from=2026-01-02&to=2026-01-01")
        .expectProblem(400, "invalid");
    manager.get("/api/reports/expected?by=nonsense").expectProblem(400, "invalid");
    manager
        .get("/api/reports/expected?branchId=" + people.branch())
        .expectProblem(404, "not-found");
    people.as("BORROWER").get("/api/reports/expected").expect(403);
  }
}
