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

  @ParameterizedTest
  @ValueSource(strings = {"REJECTED", "WITHDRAWN", "ACTIVE", "CLOSED", "WRITTEN_OFF", "CANCELLED"})
  void itHasLoansInEveryStateThatLasts(String status) {
    assertThat(admin.get("/api/loans?status=" + status).expect(200).json().at("/items"))
        .isNotEmpty();
  }
}
