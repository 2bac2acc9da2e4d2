package io.loanwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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
  void anAccountThatIsPostedToStaysInUse() {
    UUID cash = account("ASSET");
    UUID rent = account("EXPENSE");
    String product = "Product " + UUID.randomUUID();
    new Lending(people).product(Map.of("name", product, "accounts", Map.of("CASH", code(cash))));
    String category = "Category " + UUID.randomUUID();
    UUID paid =
        admin
            .post("/api/expense-categories", Map.of("name", category, "accountCode", code(rent)))
            .expect(201)
            .id();

    assertThat(takenOutOfUse(cash).expectProblem(409, "account-in-use").text("/detail"))
        .endsWith("goes on: product " + product + ".");
    assertThat(takenOutOfUse(rent).expectProblem(409, "account-in-use").text("/detail"))
        .endsWith("goes on: expenses of " + category + ".");
    admin.patch("/api/ledger/accounts/" + cash, Map.of("name", "Till")).expect(200);
    admin.patch("/api/expense-categories/" + paid, Map.of("active", false)).expect(200);

    takenOutOfUse(rent).expect(200);
  }

  private UUID account(String type) {
    String code = "9" + UUID.randomUUID().toString().substring(0, 8);
    return admin
        .post("/api/ledger/accounts", Map.of("code", code, "name", "Of a test", "type", type))
        .expect(201)
        .id();
  }

  private String code(UUID account) {
    for (JsonNode each : admin.get("/api/ledger/accounts").expect(200).json().at("/items")) {
      if (each.at("/id").asString().equals(account.toString())) {
        return each.at("/code").asString();
      }
    }
    throw new AssertionError("No account " + account);
  }

  private Answer takenOutOfUse(UUID account) {
    return admin.patch("/api/ledger/accounts/" + account, Map.of("active", false));
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
