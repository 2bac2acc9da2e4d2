package io.loanwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The chart of accounts, the journal and the trial balance, over HTTP. */
@FlowTest
class BooksFlowTest {

  private final People people;
  private final Http admin;

  BooksFlowTest(People people) {
    this.people = people;
    this.admin = people.administrator();
  }

  @Test
  void anAccountIsAddedRenamedAndTakenOutOfUse() {
    String code = "9" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> account = Map.of("code", code, "name", "Petty cash", "type", "ASSET");
    Answer made = admin.post("/api/ledger/accounts", account).expect(201);
    String path = "/api/ledger/accounts/" + made.id();

    admin.post("/api/ledger/accounts", account).expectProblem(409, "account-code-taken");
    Answer changed =
        admin
            .with("If-Match", made.header("etag"))
            .patch(path, Map.of("name", "Small cash", "active", false))
            .expect(200);

    assertThat(changed.text("/name")).isEqualTo("Small cash");
    assertThat(changed.text("/active")).isEqualTo("false");
    admin
        .with("If-Match", made.header("etag"))
        .patch(path, Map.of("name", "x"))
        .expectProblem(409, "stale");
    assertThat(people.as("ACCOUNTANT").get("/api/ledger/accounts").expect(200).body())
        .contains(code);
  }

  @Test
  void bothSidesOfTheTrialBalanceAreEqual() {
    Answer balance =
        people.as("ACCOUNTANT").get("/api/ledger/trial-balance?on=2026-03-02&currency=USD");

    assertThat(balance.expect(200).text("/totals/debit")).isEqualTo(balance.text("/totals/credit"));
  }

  @Test
  void nonsenseIsRefusedByName() {
    Http accountant = people.as("ACCOUNTANT");
    accountant.get("/api/ledger/trial-balance?currency=QQQ").expectProblem(400, "invalid");
    accountant.get("/api/ledger/trial-balance?on=yesterday").expectProblem(400, "invalid");
    accountant.get("/api/ledger/entries?cursor=nonsense").expectProblem(400, "invalid-cursor");
    accountant.get("/api/ledger/entries?limit=100000").expect(400);
    accountant.get("/api/ledger/entries/" + UUID.randomUUID()).expectProblem(404, "not-found");
    people.as("TELLER").get("/api/ledger/entries").expectProblem(403, "forbidden");
  }
}
