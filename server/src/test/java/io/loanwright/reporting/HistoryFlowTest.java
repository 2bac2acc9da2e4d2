package io.loanwright.reporting;

import static io.loanwright.reporting.OwnBranch.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.borrower.Borrowers;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What one borrower has borrowed and repaid, line by line. */
@FlowTest
class HistoryFlowTest {

  private static final String ODD_NAME = "=HYPERLINK(\"http://x\") 'O\"Neil', محمد 🙂";

  private final People people;
  private final OwnBranch branch;

  HistoryFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
  }

  @Test
  void aNewBorrowerHasAnEmptyOne() {
    UUID borrower = branch.borrower(ODD_NAME);

    Answer history = history(borrower, "");

    assertThat(history.text("/borrower/name")).isEqualTo(ODD_NAME);
    assertThat(history.json().at("/totals").size()).isZero();
    assertThat(history.json().at("/lines").size()).isZero();
    assertThat(history.json().at("/next").isNull()).isTrue();
  }

  /** A loan that was given up is known by it, and what came in for it afterwards as well. */
  @Test
  void whatWasGivenUpAndWhatWasRecoveredAreBothSaid() {
    UUID borrower = branch.borrower("Maria");
    UUID loan = branch.loan(borrower, "EUR", "300.00", TODAY);
    Lending.writeOff(branch.accountant(), branch.manager(), loan, TODAY).expect(200);

    branch.pay(loan, "100.00", TODAY);
    assertThat(history(borrower, "").json().at("/totals").toString())
        .contains("\"repaid\":\"100.00\"", "\"writtenOff\":\"300.00\"");
    branch.pay(loan, "210.00", TODAY);
    assertThat(history(borrower, "").json().at("/totals").toString())
        .contains("\"repaid\":\"300.00\"", "\"writtenOff\":\"300.00\"");
  }

  /** Of 300.00 that were owed, 310.00 come: 10.00 go on to the wallet and repay nothing. */
  @Test
  void everyLoanAndPaymentIsThereLatestFirstAndTheTotalsAreOfEachCurrency() {
    UUID borrower = branch.borrower("Maria");
    UUID first = branch.loan(borrower, "EUR", "300.00", "2026-01-05");
    UUID closing = branch.pay(first, "310.00", "2026-02-20").id();
    UUID second = branch.loan(borrower, "EUR", "600.00", "2026-02-21");
    UUID wrong = branch.pay(second, "50.00", TODAY).id();
    branch.reverse(wrong);
    UUID other = branch.loan(borrower, "KES", "7000.00", "2026-02-22");
    UUID applied = branch.application(borrower, "EUR", "900.00");

    Answer history = history(borrower, "");

    assertThat(history.json().at("/totals").toString())
        .isEqualTo(
            """
            [{"currency":"EUR","loans":2,"borrowed":"900.00","repaid":"300.00",\
            "outstanding":"600.00","writtenOff":"0.00"},{"currency":"KES","loans":1,"borrowed":"7000.00",\
            "repaid":"0.00","outstanding":"7000.00","writtenOff":"0.00"}]\
            """);
    assertThat(values(history, "id"))
        .containsExactly(
            applied.toString(),
            wrong.toString(),
            other.toString(),
            second.toString(),
            closing.toString(),
            first.toString());
    assertThat(values(history, "kind"))
        .containsExactly("LOAN", "PAYMENT", "LOAN", "LOAN", "PAYMENT", "LOAN");
    assertThat(values(history, "status"))
        .containsExactly("SUBMITTED", "REVERSED", "ACTIVE", "ACTIVE", "POSTED", "CLOSED");
    assertThat(history.text("/lines/1/allocation/principal")).isEqualTo("0.00");
    assertThat(history.text("/lines/3/outstanding")).isEqualTo("600.00");
    assertThat(history.text("/lines/4/loanId")).isEqualTo(first.toString());
    assertThat(history.text("/lines/4/allocation/principal")).isEqualTo("300.00");
    assertThat(history.text("/lines/4/allocation/excess")).isEqualTo("10.00");
    assertThat(history.text("/lines/4/channel")).isEqualTo("BANK");
    assertThat(history.text("/lines/4/receiptNumber")).isNotEmpty();
  }

  @Test
  void aLongOneComesInPages() {
    UUID borrower = branch.borrower("Maria");
    UUID loan = branch.loan(borrower, "EUR", "600.00", "2026-01-05");
    for (int i = 0; i < 4; i++) {
      branch.pay(loan, "10.00", "2026-02-20");
    }
    List<String> all = values(history(borrower, ""), "id");
    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = history(borrower, "?limit=2" + cursor);
      assertThat(page.json().at("/lines").size()).isLessThanOrEqualTo(2);
      assertThat(page.text("/totals/0/borrowed")).isEqualTo("600.00");
      paged.addAll(values(page, "id"));
      JsonNode next = page.json().at("/next");
      cursor = next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());

    assertThat(paged).hasSize(5).isEqualTo(all);
  }

  @Test
  void whoeverDoesNotSeeTheBorrowerDoesNotSeeIt() {
    UUID borrower = branch.borrower("Maria");
    String path = "/api/borrowers/" + borrower + "/history";

    people.as("MANAGER").get(path).expectProblem(404, "not-found");
    branch.signIn("FIELD_OFFICER").get(path).expectProblem(404, "not-found");
    people.as("BORROWER").get(path).expectProblem(404, "not-found");
    branch.signIn("TELLER").get(path).expect(200);
    people.as("AUDITOR").get(path).expect(200);
    branch
        .manager()
        .get("/api/borrowers/" + UUID.randomUUID() + "/history")
        .expectProblem(404, "not-found");
  }

  @Test
  void nonsenseIsRefused() {
    String path = "/api/borrowers/" + branch.borrower("Maria") + "/history";

    branch.manager().get(path + "?limit=0").expectProblem(400, "invalid");
    branch.manager().get(path + "?limit=201").expectProblem(400, "invalid");
    branch.manager().get(path + "?cursor=x").expectProblem(400, "invalid-cursor");
    branch.manager().get("/api/borrowers/1/history").expectProblem(400, "invalid");
  }

  private Answer history(UUID borrower, String query) {
    return branch.manager().get("/api/borrowers/" + borrower + "/history" + query).expect(200);
  }

  private static List<String> values(Answer history, String field) {
    List<String> found = new ArrayList<>();
    history.json().at("/lines").forEach(line -> found.add(line.get(field).asString()));
    return found;
  }
}
