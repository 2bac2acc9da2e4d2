package io.loanwright.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.DemoFlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The demo, smaller than the one that people see. */
@DemoFlowTest
class DemoTest {

  private final Http admin;
  private final Verifier verifier;

  DemoTest(People people, Verifier verifier) {
    this.admin = people.administrator();
    this.verifier = verifier;
  }

  @Test
  void itsHistoryEndsAtTheBusinessDateAndItsBooksBalance() {
    assertThat(admin.get("/api/business-date").text("/businessDate")).isEqualTo("2026-03-02");

    Answer balance = admin.get("/api/ledger/trial-balance").expect(200);
    assertThat(balance.text("/totals/debit"))
        .isEqualTo(balance.text("/totals/credit"))
        .isNotEqualTo("0.00");
  }

  @Test
  void itLendsMoneyThatWasPaidIn() {
    JsonNode sheet = admin.get("/api/ledger/balance-sheet").expect(200).json();

    assertThat(sheet.at("/equity/lines").toString()).contains("Capital paid in");
    assertThat(sheet.at("/assets/lines").toString()).doesNotContain("\"-");
  }

  @Test
  void everyBalanceOfItFollowsFromItsEvents() {
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** Something waits for each role, and has been decided for those who only look. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "approvals",
        "loans?status=SUBMITTED",
        "loans?status=APPROVED",
        "loan-requests?kind=WRITE_OFF&status=WAITING",
        "loan-requests?kind=WRITE_OFF&status=CONFIRMED",
        "loan-requests?kind=WRITE_OFF&status=REJECTED",
        "loan-requests?kind=TOP_UP&status=WAITING",
        "loan-requests?kind=TOP_UP&status=CONFIRMED",
        "loan-requests?kind=CHANGE&status=WAITING",
        "loan-requests?kind=CHANGE&status=CONFIRMED",
        "expenses?status=RECORDED",
        "expenses?status=APPROVED",
        "documents?status=WAITING",
        "documents?status=REFUSED",
        "ledger/manual-entries?status=WAITING",
      })
  void workLiesOnTheDesks(String list) {
    assertThat(admin.get("/api/" + list).expect(200).json().at("/items")).isNotEmpty();
  }

  @Test
  void everyWalletOfTheLenderHoldsSomething() {
    JsonNode wallets = admin.get("/api/wallets?limit=100").expect(200).json().at("/items");

    assertThat(wallets.findValuesAsString("kind")).contains("LOAN_FUND", "TILL", "EXPENSE");
    assertThat(wallets.findValuesAsString("balance")).doesNotContain("0.00");
  }

  /** A summary is of one person's work. */
  @Test
  void promisesAreDueToday() {
    JsonNode people = admin.get("/api/collection/assignees").expect(200).json().at("/items");

    assertThat(people.valueStream().map(each -> each.at("/id").asString()))
        .anySatisfy(id -> assertThat(due(id)).isPositive());
  }

  @Test
  void whoCollectsHasWork() {
    JsonNode people = admin.get("/api/collection/assignees").expect(200).json().at("/items");
    String collector =
        people
            .valueStream()
            .filter(each -> "Cleo Collector".equals(each.at("/name").asString()))
            .map(each -> each.at("/id").asString())
            .findFirst()
            .orElseThrow();

    assertThat(admin.get("/api/collection/queue?assigneeId=" + collector).json().at("/items"))
        .isNotEmpty();
  }

  private int due(String assignee) {
    JsonNode summary =
        admin.get("/api/collection/summary?assigneeId=" + assignee).expect(200).json();
    return summary
        .at("/sections")
        .valueStream()
        .filter(each -> each.toString().contains("PROMISE_DUE"))
        .mapToInt(each -> each.at("/loans").asInt())
        .sum();
  }

  @Test
  void theBorrowerWhoSignsInPaysALoan() {
    JsonNode found = admin.get("/api/loans?status=ACTIVE&search=Bella+Borrower").expect(200).json();

    assertThat(found.at("/items")).hasSize(1);
    assertThat(found.at("/items/0/daysPastDue").asInt()).isLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REJECTED", "WITHDRAWN", "ACTIVE", "CLOSED", "WRITTEN_OFF", "CANCELLED"})
  void itHasLoansInEveryStateThatLasts(String status) {
    assertThat(admin.get("/api/loans?status=" + status).expect(200).json().at("/items"))
        .isNotEmpty();
  }
}
