package io.loanwright.reporting;

import static io.loanwright.reporting.OwnBranch.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.loanwright.audit.Sealing;
import io.loanwright.borrower.Borrowers;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Where money is, where it came from, and where it should come from. */
@FlowTest
class MoneyReportsFlowTest {

  private final OwnBranch branch;
  private final Http accountant;
  private final Sealing sealing;

  MoneyReportsFlowTest(People people, Borrowers borrowers, Sealing sealing) {
    this.sealing = sealing;
    this.branch = OwnBranch.open(people, borrowers);
    this.accountant = people.as("ACCOUNTANT");
  }

  @Test
  void theFlowsExplainTheChangeOfAllMoneyAndWhatIsTakenBackIsTakenOff() {
    UUID loan = branch.loanAt("24", branch.borrower("Aziz"), "AZN", "60000.00", "2026-01-05");
    String interest = branch.pay(loan, "5000.00", "2026-02-05").text("/allocation/interest");
    branch.reverse(branch.pay(loan, "700.00", TODAY).id());

    Answer flow = accountant.get("/api/ledger/cash-flow?currency=AZN").expect(200);

    assertThat(flow.text("/opening")).isEqualTo("0.00");
    assertThat(flow.text("/closing")).isEqualTo("-55000.00");
    assertThat(flow.text("/change")).isEqualTo("-55000.00");
    assertThat(flow.text("/difference")).isEqualTo("0.00");
    JsonNode operating = flow.json().at("/sections/0/flows");
    assertThat(operating.at("/0/code").asString()).isEqualTo("1210");
    assertThat(operating.at("/0/paid").asString()).isEqualTo("60000.00");
    assertThat(new BigDecimal(operating.at("/0/received").asString()))
        .isEqualTo(new BigDecimal("5000.00").subtract(new BigDecimal(interest)));
    assertThat(operating.at("/1/code").asString()).isEqualTo("4110");
    assertThat(operating.at("/1/received").asString()).isEqualTo(interest);
    // Before the payment there was only the payout.
    Answer january =
        accountant
            .get("/api/ledger/cash-flow?currency=AZN&from=2026-02-01&to=2026-02-28")
            .expect(200);
    assertThat(january.text("/opening")).isEqualTo("-60000.00");
    assertThat(january.text("/change")).isEqualTo("5000.00");
  }

  /** What waits for its seal is read line by line, and everything else out of sums. */
  @Test
  void theFlowsAreTheSameOnceTheirEntriesAreSealed() {
    UUID loan = branch.loanAt("24", branch.borrower("Madina"), "TMT", "6000.00", "2026-01-05");
    branch.pay(loan, "500.00", "2026-02-05");
    branch.reverse(branch.pay(loan, "700.00", TODAY).id());
    String path = "/api/ledger/cash-flow?currency=TMT";
    JsonNode before = accountant.get(path).expect(200).json();

    await()
        .until(() -> {
          sealing.sealAll();
          return sealing.state().waiting() == 0;
        });

    assertThat(before.at("/change").asString()).isEqualTo("-5500.00");
    assertThat(accountant.get(path).expect(200).json()).isEqualTo(before);
  }

  /** Zeros would look like a branch without money. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/ledger/cash-flow",
        "/api/ledger/income-received",
        "/api/exports/cash-flow.csv",
        "/api/exports/income-received.csv",
        "/api/reports/day-book",
        "/api/reports/liquidity",
        "/api/reports/expected",
        "/api/reports/officers",
        "/api/reports/at-risk",
        "/api/reports/provisions",
        "/api/exports/expected.csv",
        "/api/exports/provisions.csv"
      })
  void aBranchThatThereIsNotHasNoReport(String path) {
    accountant.get(path + "?branchId=" + UUID.randomUUID()).expectProblem(404, "not-found");
    accountant.get(path).expect(200);
  }

  @Test
  void aFlowLeadsToTheEntriesThatMoveMoney() {
    UUID loan = branch.loanAt("24", branch.borrower("Bayar"), "MNT", "60000.00", "2026-01-05");
    branch.pay(loan, "5000.00", "2026-02-05");

    Answer entries =
        accountant
            .get("/api/ledger/entries?movesMoney=true&account=4110&loanId=" + loan)
            .expect(200);

    assertThat(entries.json().at("/items")).hasSize(1);
    assertThat(entries.text("/items/0/on")).isEqualTo("2026-02-05");
    String csv =
        accountant
            .get("/api/exports/journal.csv?movesMoney=true&account=4110&loanId=" + loan)
            .expect(200)
            .body();
    assertThat(csv.lines().count()).isEqualTo(4);
    assertThat(
            accountant
                .get("/api/ledger/entries?basis=BOOKING_DATE&limit=2&loanId=" + loan)
                .expect(200)
                .json()
                .at("/items"))
        .hasSize(2);
  }

  @Test
  void theFlowsOfBranchesAddUpToThoseOfAll() {
    branch.loan(branch.borrower("Chea"), "KHR", "900.00", "2026-01-05");

    Answer own =
        accountant.get("/api/ledger/cash-flow?currency=KHR&branchId=" + branch.id()).expect(200);

    assertThat(own.text("/change")).isEqualTo("-900.00");
    assertThat(own.text("/difference")).isEqualTo("0.00");
  }

  @Test
  void whatIsEarnedByCashAccountingIsWhatIsReceived() {
    UUID loan = branch.loanAt("24", branch.borrower("Dorji"), "BTN", "60000.00", "2026-01-05");
    String interest = branch.pay(loan, "5000.00", "2026-02-05").text("/allocation/interest");

    Answer income =
        accountant
            .get("/api/ledger/income-received?currency=BTN&from=2026-02-01&to=2026-02-28")
            .expect(200);

    assertThat(income.text("/rows/0/kind")).isEqualTo("INTEREST");
    assertThat(income.text("/rows/0/earned")).isEqualTo(interest);
    assertThat(income.text("/rows/0/received")).isEqualTo(interest);
    assertThat(income.text("/rows/0/other")).isEqualTo("0.00");
    assertThat(income.text("/rows/1/earned")).isEqualTo("0.00");
  }

  @Test
  void theDayBookHasTheDaysMoneyKindsPeopleAndWhatWasTakenBack() {
    UUID loan = branch.loan(branch.borrower("Hassan"), "MVR", "600.00", "2026-01-05");
    branch.pay(loan, "150.00", TODAY);
    branch.reverse(branch.pay(loan, "30.00", TODAY).id());

    Answer day = branch.manager().get("/api/reports/day-book?currency=MVR").expect(200);

    assertThat(day.text("/on")).isEqualTo(TODAY);
    assertThat(day.text("/branchId")).isEqualTo(branch.id().toString());
    JsonNode bank = named(day.json().at("/accounts"), "code", "1120");
    assertThat(bank.get("in").asString()).isEqualTo("180.00");
    assertThat(bank.get("out").asString()).isEqualTo("30.00");
    assertThat(bank.get("closing").asString()).isEqualTo("150.00");
    JsonNode repaid = named(day.json().at("/kinds"), "what", "Repayment");
    assertThat(repaid.at("/sums/entries").asLong()).isEqualTo(2);
    assertThat(repaid.at("/sums/in").asString()).isEqualTo("180.00");
    assertThat(day.json().at("/total/entries").asLong()).isEqualTo(3);
    assertThat(day.json().at("/people")).hasSize(1);
    assertThat(day.text("/channels/0/channel")).isEqualTo("BANK");
    assertThat(day.text("/channels/0/amount")).isEqualTo("150.00");
    assertThat(day.text("/channels/0/reversedAmount")).isEqualTo("30.00");
    assertThat(day.json().at("/reversals/count").asLong()).isEqualTo(1);
    // The payout counts from January and was recorded while this was the business date.
    assertThat(day.json().at("/late/count").asLong()).isEqualTo(1);
    assertThat(day.text("/late/entries/0/on")).isEqualTo("2026-01-05");
    assertThat(day.json().at("/close").isNull()).isTrue();
    // Nobody knows when a day that was not closed was the business date.
    Answer open = branch.manager().get("/api/reports/day-book?currency=MVR&on=2026-02-20");
    assertThat(open.expect(200).json().at("/late/count").asLong()).isZero();
    branch
        .manager()
        .get("/api/reports/day-book?currency=MVR&on=2026-03-03")
        .expectProblem(400, "invalid");
  }

  @Test
  void aManagerSeesTheMoneyOfHisBranchOnly() {
    branch
        .manager()
        .get("/api/reports/day-book?branchId=" + UUID.randomUUID())
        .expectProblem(404, "not-found");
    branch.manager().get("/api/reports/liquidity").expect(200);
    branch.signIn("LOAN_OFFICER").get("/api/reports/liquidity").expectProblem(403, "forbidden");
    branch.manager().get("/api/ledger/cash-flow").expectProblem(403, "forbidden");
    accountant.get("/api/reports/liquidity?days=0").expectProblem(400, "invalid");
    accountant.get("/api/ledger/cash-flow?currency=QQQ").expectProblem(400, "invalid");
  }

  @Test
  void liquidityIsMoneyLessPromisesAndWhatFallsDueIsAddedThen() {
    UUID borrower = branch.borrower("Sita");
    UUID loan = branch.loan(borrower, "NPR", "600.00", "2026-01-05");
    branch.pay(loan, "130.00", TODAY);
    UUID promised = branch.application(borrower, "NPR", "250.00");
    branch.manager().patch("/api/loans/" + promised + "/approve", Map.of()).expect(200);
    branch.application(borrower, "NPR", "9000.00");

    Answer found = branch.manager().get("/api/reports/liquidity?currency=NPR&days=40").expect(200);

    // 600 went out, 130 came in
    assertThat(found.text("/atHand")).isEqualTo("-470.00");
    assertThat(found.text("/approved/amount")).isEqualTo("250.00");
    assertThat(found.json().at("/approved/count").asLong()).isEqualTo(1);
    assertThat(found.text("/free")).isEqualTo("-720.00");
    // Six installments of 100 from February 5th; the one of March 5th is paid by 30, April 5th is
    // due too
    assertThat(found.text("/expected/amount")).isEqualTo("170.00");
    assertThat(found.text("/freeThen")).isEqualTo("-550.00");
    assertThat(found.text("/pastDue/amount")).isEqualTo("0.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trial-balance",
        "cash-flow",
        "income-received",
        "income-statement",
        "balance-sheet",
        "control-accounts",
        "day-book",
        "liquidity",
        "ageing",
        "journal",
        "general-ledger",
        "payments"
      })
  void everyReportIsTakenAwayInThreeFormats(String report) throws Exception {
    String asked = report.equals("general-ledger") ? "?account=1210&" : "?";
    String currency =
        switch (report) {
          case "journal" -> "branchId=" + branch.id();
          case "payments" -> "from=" + TODAY;
          default -> "currency=UZS";
        };
    for (String format : List.of("csv", "xlsx", "pdf")) {
      Answer file =
          accountant.get("/api/exports/" + report + "." + format + asked + currency).expect(200);
      assertThat(file.header("content-disposition")).contains("." + format);
      if (format.equals("pdf")) {
        assertThat(file.header("content-type")).isEqualTo("application/pdf");
        assertThat(textOf(file)).contains("Page 1 of");
      }
    }
  }

  @Test
  void theDayBookOnPaperHasItsFiguresAndRoomToSign() throws Exception {
    UUID loan = branch.loan(branch.borrower("Laila"), "TJS", "6000.00", "2026-01-05");
    branch.pay(loan, "1500.00", TODAY);

    String paper = textOf(accountant.get("/api/exports/day-book.pdf?currency=TJS").expect(200));

    assertThat(paper).contains("Day book", "Repayment", "Checked by, date", "All branches");
    assertThat(paper).containsPattern("1.500[.,]00");
  }

  private static String textOf(Answer file) throws Exception {
    byte[] bytes = file.response().body();
    assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static JsonNode named(JsonNode items, String field, String value) {
    for (JsonNode item : items) {
      if (value.equals(item.get(field).asString())) {
        return item;
      }
    }
    throw new AssertionError("No " + field + " " + value + " in " + items);
  }
}
