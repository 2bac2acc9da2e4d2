package io.loanwright.reporting;

import static io.loanwright.reporting.OwnBranch.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.borrower.Borrowers;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The general ledger of an account: what was there, what came and went, what is there. */
@FlowTest
class GeneralLedgerFlowTest {

  /** No other test lends lari. */
  private static final String LARI = "GEL";

  private static final String PATH = "/api/ledger/general-ledger?currency=";

  private final People people;
  private final OwnBranch branch;
  private final Http accountant;

  GeneralLedgerFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
    this.accountant = people.as("ACCOUNTANT");
  }

  @Test
  void theBalanceRunsFromTheOpeningToTheClosingOneOverAllPages() {
    UUID loan = branch.loan(branch.borrower("Nino"), LARI, "600.00", "2026-01-05");
    branch.pay(loan, "150.00", "2026-02-10");
    branch.pay(loan, "50.00", "2026-02-20");
    branch.pay(loan, "40.00", "2026-02-20");
    branch.reverse(branch.pay(loan, "30.00", TODAY).id());
    String path = PATH + LARI + "&account=1210&from=2026-02-01&to=" + TODAY;

    Answer whole = accountant.get(path).expect(200);

    assertThat(texts(whole.json(), "balance"))
        // 600 - 150 = 450; - 50 = 400; - 40 = 360; - 30 = 330; and back
        .containsExactly("450.00", "400.00", "360.00", "330.00", "360.00");
    assertThat(whole.text("/opening")).isEqualTo("600.00");
    assertThat(whole.text("/debit")).isEqualTo("30.00");
    assertThat(whole.text("/credit")).isEqualTo("270.00");
    assertThat(whole.text("/closing")).isEqualTo("360.00");
    assertThat(paged(path, 2)).isEqualTo(texts(whole.json(), "balance"));
    String next = accountant.get(path + "&limit=1").expect(200).text("/next");
    accountant
        .get(path.replace("from=2026-02-01", "from=2026-02-11") + "&cursor=" + next)
        .expectProblem(400, "invalid-cursor");
    JsonNode first = whole.json().at("/items/0");
    assertThat(first.get("loanId").asString()).isEqualTo(loan.toString());
    accountant.get("/api/ledger/entries/" + first.get("entryId").asString()).expect(200);
  }

  @Test
  void theClosingBalanceIsThatOfTheTrialBalance() {
    UUID loan = branch.loanAt("24", branch.borrower("Ani"), "AMD", "60000.00", "2026-01-05");
    branch.pay(loan, "9000.00", "2026-02-10");

    for (String day : List.of("2026-01-04", "2026-01-05", "2026-02-10", TODAY)) {
      JsonNode rows =
          accountant.get("/api/ledger/trial-balance?currency=AMD&on=" + day).json().get("rows");
      for (JsonNode row : rows) {
        Answer ledger =
            accountant.get(PATH + "AMD&account=" + row.get("code").asString() + "&to=" + day);
        BigDecimal net = amount(row, "debit").subtract(amount(row, "credit"));
        boolean byDebit = ledger.expect(200).text("/growsBy").equals("DEBIT");
        assertThat(ledger.text("/closing"))
            .as("%s on %s", row.get("code"), day)
            .isEqualTo((byDebit ? net : net.negate()).toPlainString());
      }
    }
  }

  @Test
  void whereNothingWasPostedTheBalanceStaysWhatItWas() {
    Answer none = accountant.get(PATH + "AZN&account=2110").expect(200);

    assertThat(none.text("/opening")).isEqualTo("0.00");
    assertThat(none.text("/closing")).isEqualTo("0.00");
    assertThat(none.text("/from")).isEqualTo("2026-01-01");
    assertThat(none.text("/to")).isEqualTo(TODAY);
    assertThat(none.json().get("items")).isEmpty();
  }

  @Test
  void theFileHasTheSameLinesBetweenTheTwoBalances() throws Exception {
    UUID loan = branch.loan(branch.borrower("Ion"), "MDL", "600.00", "2026-01-05");
    branch.pay(loan, "150.00", "2026-02-10");
    branch.pay(loan, "50.00", TODAY);

    List<String> lines =
        accountant
            .get("/api/exports/general-ledger.csv?currency=MDL&account=1210&from=2026-02-01")
            .expect(200)
            .body()
            .lines()
            .toList();

    assertThat(lines).hasSize(5);
    assertThat(lines.get(1)).isEqualTo("2026-02-01,,,Opening balance,MDL,,,600.00,");
    assertThat(lines.get(2)).startsWith("2026-02-10,").contains("MDL,,150.00,450.00,LN-");
    assertThat(lines.get(3)).contains("MDL,,50.00,400.00,LN-");
    assertThat(lines.get(4)).isEqualTo(TODAY + ",,,Closing balance,MDL,,200.00,400.00,");
    accountant.get("/api/exports/general-ledger.xlsx?account=1110").expect(200);
    people.as("TELLER").get("/api/exports/general-ledger.csv?account=1110").expect(403);
  }

  @Test
  void nonsenseIsRefusedByName() {
    accountant.get("/api/ledger/general-ledger").expectProblem(400, "invalid");
    accountant.get(PATH + "EUR&account=9999").expectProblem(404, "not-found");
    accountant.get(PATH + "QQQ&account=1110").expectProblem(400, "invalid");
    accountant
        .get(PATH + "EUR&account=1110&from=2026-03-02&to=2026-03-01")
        .expectProblem(400, "invalid");
    accountant.get(PATH + "EUR&account=1110&cursor=x").expectProblem(400, "invalid-cursor");
    people.as("TELLER").get(PATH + "EUR&account=1110").expectProblem(403, "forbidden");
  }

  private List<String> paged(String path, int limit) {
    List<String> balances = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page =
          accountant.get(path + "&limit=" + limit + "&cursor=" + cursor).expect(200).json();
      balances.addAll(texts(page, "balance"));
      JsonNode next = page.get("next");
      cursor = next == null || next.isNull() ? null : next.asString();
    }
    return balances;
  }

  private static List<String> texts(JsonNode page, String field) {
    return page.get("items").valueStream().map(row -> row.get(field).asString()).toList();
  }

  private static BigDecimal amount(JsonNode row, String field) {
    return new BigDecimal(row.get(field).asString());
  }
}
