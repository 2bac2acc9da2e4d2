package io.loanwright.reporting;

import static io.loanwright.reporting.OwnBranch.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.borrower.Borrowers;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Income statement and balance sheet: what was earned, what there is, and whose it is. */
@FlowTest
class StatementsFlowTest {

  private static final String INCOME = "/api/ledger/income-statement?currency=";
  private static final String SHEET = "/api/ledger/balance-sheet?currency=";

  private final People people;
  private final OwnBranch branch;
  private final Http accountant;

  StatementsFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
    this.accountant = people.as("ACCOUNTANT");
  }

  @Test
  void interestIsTheIncomeOfTheDaysInWhichItWasPaid() {
    String interest = lend("ALL").interest();

    Answer march = accountant.get(INCOME + "ALL&from=2026-03-01&to=" + TODAY).expect(200);
    Answer beside =
        accountant
            .get(
                INCOME
                    + "ALL&from=2026-02-01&to=2026-02-28"
                    + "&comparedFrom=2026-01-01&comparedTo=2026-01-31")
            .expect(200);

    assertThat(march.text("/result/amount")).isEqualTo("0.00");
    assertThat(march.json().at("/income/lines")).isEmpty();
    assertThat(beside.text("/income/lines/0/code")).isEqualTo("4110");
    assertThat(beside.text("/income/lines/0/amount")).isEqualTo(interest);
    assertThat(beside.text("/income/lines/0/compared")).isEqualTo("0.00");
    assertThat(beside.text("/result/amount")).isEqualTo(interest);
    assertThat(beside.text("/result/compared")).isEqualTo("0.00");
    assertThat(beside.text("/comparedTo")).isEqualTo("2026-01-31");
  }

  @Test
  void theSheetBalancesOnEveryDayWithTheResultInIt() {
    Lent lent = lend("BAM");
    branch.reverse(branch.pay(lent.loan(), "7000.00", TODAY).id());

    for (String day : List.of("2026-01-04", "2026-01-05", "2026-02-05", TODAY)) {
      Answer sheet = accountant.get(SHEET + "BAM&on=" + day).expect(200);
      Answer year = accountant.get(INCOME + "BAM&to=" + day).expect(200);

      assertThat(sheet.text("/difference/amount")).as(day).isEqualTo("0.00");
      assertThat(sheet.text("/assets/total/amount"))
          .as(day)
          .isEqualTo(sheet.text("/liabilitiesAndEquity/amount"));
      assertThat(sheet.text("/result/amount")).as(day).isEqualTo(year.text("/result/amount"));
    }
    Answer beside = accountant.get(SHEET + "BAM&on=2026-02-05&comparedOn=2026-01-05").expect(200);
    assertThat(line(beside, "1110", "compared")).isEqualTo("-60000.00");
    assertThat(line(beside, "1210", "compared")).isEqualTo("60000.00");
    assertThat(beside.text("/result/amount")).isEqualTo(lent.interest());
    assertThat(beside.text("/result/compared")).isEqualTo("0.00");
    assertThat(beside.text("/difference/compared")).isEqualTo("0.00");
  }

  @Test
  void eachFigureIsThatOfTheGeneralLedger() {
    lend("MKD");

    Answer sheet = accountant.get(SHEET + "MKD&on=" + TODAY).expect(200);

    for (String section : List.of("assets", "liabilities", "equity")) {
      for (JsonNode line : sheet.json().at("/" + section + "/lines")) {
        String code = line.get("code").asString();
        String path = "/api/ledger/general-ledger?currency=MKD&account=" + code + "&to=" + TODAY;
        assertThat(accountant.get(path).text("/closing"))
            .as(code)
            .isEqualTo(line.get("amount").asString());
      }
    }
  }

  @Test
  void theFilesHaveTheSameFigures() {
    String interest = lend("RSD").interest();

    String income =
        accountant
            .get("/api/exports/income-statement.csv?currency=RSD&from=2026-02-01&to=2026-02-28")
            .expect(200)
            .body();
    Answer sheet = accountant.get("/api/exports/balance-sheet.csv?currency=RSD").expect(200);

    assertThat(income)
        .contains("Kind,Account,Account name,Currency,2026-02-01 to 2026-02-28,Beside")
        .contains("Income,4110,Interest income,RSD," + interest + ",")
        .contains("Result,,Total,RSD," + interest + ",");
    assertThat(sheet.body()).contains("Difference,,Total,RSD,0.00,");
    assertThat(sheet.header("content-disposition")).contains("balance-sheet-" + TODAY + ".csv");
    accountant
        .get("/api/exports/balance-sheet.xlsx?currency=RSD&comparedOn=2026-01-31")
        .expect(200);
    people.as("TELLER").get("/api/exports/balance-sheet.csv").expectProblem(403, "forbidden");
    people.as("MANAGER").get("/api/exports/income-statement.csv").expectProblem(403, "forbidden");
  }

  @Test
  void whereNothingWasPostedNothingIsListed() {
    Answer sheet = accountant.get(SHEET + "ISK").expect(200);
    Answer income = accountant.get(INCOME + "ISK").expect(200);

    assertThat(sheet.text("/assets/total/amount")).isEqualTo("0");
    assertThat(sheet.json().at("/assets/lines")).isEmpty();
    assertThat(sheet.json().at("/result/compared").isNull()).isTrue();
    assertThat(income.text("/from")).isEqualTo("2026-01-01");
  }

  @Test
  void nonsenseIsRefusedByName() {
    accountant.get(INCOME + "QQQ").expectProblem(400, "invalid");
    accountant.get(INCOME + "EUR&from=2026-03-02&to=2026-03-01").expectProblem(400, "invalid");
    accountant.get(INCOME + "EUR&comparedFrom=2026-01-01").expectProblem(400, "invalid");
    accountant
        .get(INCOME + "EUR&comparedFrom=2026-02-01&comparedTo=2026-01-01")
        .expectProblem(400, "invalid");
    accountant.get(SHEET + "EUR&on=soon").expectProblem(400, "invalid");
    people.as("TELLER").get(SHEET + "EUR").expectProblem(403, "forbidden");
  }

  /**
   * A loan whose first installment was paid when it was due.
   *
   * @param interest what that had of interest
   */
  private record Lent(UUID loan, String interest) {}

  private Lent lend(String currency) {
    UUID loan = branch.loanAt("24", branch.borrower("Mira"), currency, "60000.00", "2026-01-05");
    Answer schedule = accountant.get("/api/loans/" + loan + "/schedule").expect(200);
    assertThat(schedule.text("/rows/0/dueOn")).isEqualTo("2026-02-05");
    branch.pay(loan, schedule.text("/rows/0/due"), "2026-02-05");
    String interest = schedule.text("/rows/0/interest");
    assertThat(new BigDecimal(interest)).isPositive();
    return new Lent(loan, interest);
  }

  private static String line(Answer sheet, String code, String field) {
    return sheet
        .json()
        .at("/assets/lines")
        .valueStream()
        .filter(line -> line.get("code").asString().equals(code))
        .map(line -> line.get(field).asString())
        .findFirst()
        .orElse("none");
  }
}
