package io.loanwright.payment;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job, by three people, until nothing is owed and the books still balance. */
@FlowTest
class MainJobFlowTest {

  private static final String CASH = "1110";
  private static final String PORTFOLIO = "1210";
  private static final String INTEREST_INCOME = "4110";

  private final People people;
  private final Lending lending;

  MainJobFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  /** In a currency that no other test uses, so that the books show this loan alone. */
  @Test
  void aLoanIsAppliedForApprovedPaidOutAndPaidBackToZero() {
    UUID product = lending.product(Map.of("currency", "NOK"));
    UUID loan =
        lending.apply(lending.officer(), lending.borrower(), product, "1200.00").expect(201).id();
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, "2025-09-02").expect(200);
    assertThat(balance(PORTFOLIO)).isEqualByComparingTo("1200.00");

    // 1200 at 1 % a month: 207.06 each, the last one takes what rounding left.
    String[] due = {"2025-10-02", "2025-11-02", "2025-12-02", "2026-01-02", "2026-02-02"};
    for (String on : due) {
      assertThat(lending.pay(lending.accountant(), loan, "207.06", on).expect(201))
          .extracting(taken -> taken.text("/loanStatus"))
          .isEqualTo("ACTIVE");
    }
    String left = lending.loan(lending.teller(), loan).text("/outstanding/total");
    assertThat(left).isEqualTo("207.05");
    Answer last = lending.pay(lending.teller(), loan, left, TODAY).expect(201);

    assertThat(last.text("/loanStatus")).isEqualTo("CLOSED");
    assertThat(last.text("/allocation/excess")).isEqualTo("0.00");
    assertThat(last.text("/receiptNumber")).endsWith("-006");
    Answer closed = lending.loan(lending.officer(), loan);
    assertThat(closed.text("/status")).isEqualTo("CLOSED");
    assertThat(closed.text("/closedReason")).isEqualTo("REPAID");
    assertThat(closed.text("/outstanding/total")).isEqualTo("0.00");
    JsonNode rows = lending.officer().get("/api/loans/" + loan + "/schedule").json().at("/rows");
    assertThat(rows)
        .hasSize(6)
        .allSatisfy(row -> {
          assertThat(row.get("status").asString()).isEqualTo("PAID");
          assertThat(row.get("outstanding").asString()).isEqualTo("0.00");
        });
    // Five times 207.06 and 207.05 came in for 1200.00 that went out.
    assertThat(balance(PORTFOLIO)).isEqualByComparingTo("0.00");
    assertThat(balance(CASH)).isEqualByComparingTo("42.35");
    assertThat(balance(INTEREST_INCOME)).isEqualByComparingTo("-42.35");
  }

  @Test
  void aReceiptIsAPageAndAPdfAndItsReprintIsMarked() throws IOException {
    UUID loan = lending.active("600.00", TODAY);
    Answer taken =
        lending
            .teller()
            .idempotent()
            .post(
                "/api/payments/" + loan,
                Map.of(
                    "amount",
                    "50.00",
                    "on",
                    TODAY,
                    "channel",
                    "CASH",
                    "reference",
                    "<b>7</b> \ufffe Łukasz Иванов"))
            .expect(201);
    String path = "/api/payments/" + taken.id() + "/receipt";

    Answer page = lending.teller().with("Accept", "text/html").get(path).expect(200);
    Answer pdf = lending.teller().with("Accept", "application/pdf").get(path).expect(200);
    Answer copy = lending.accountant().with("Accept", "*/*").get(path).expect(200);

    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.body())
        .contains(taken.text("/receiptNumber"), "EUR\u00a050.00", "&lt;b&gt;7&lt;/b&gt;")
        .doesNotContain("COPY");
    assertThat(pdf.header("content-type")).isEqualTo("application/pdf");
    try (PDDocument document = Loader.loadPDF(pdf.response().body())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(taken.text("/receiptNumber"), "EUR\u00a050.00", "Łukasz Иванов")
          .doesNotContain("COPY");
    }
    assertThat(copy.body()).contains("COPY");
    lending.teller().with("Accept", "application/json").get(path).expect(406);
    lending
        .teller()
        .with("Accept", "text/html")
        .get("/api/payments/" + loan + "/receipt")
        .expect(404);
  }

  @Test
  void aPaymentItsEventAndItsJournalEntryAreOneAndEveryDeedIsInTheTrail() {
    UUID loan = lending.active("1200.00", "2026-02-02");
    UUID payment = lending.pay(lending.teller(), loan, "207.06", TODAY).expect(201).id();
    lending.pay(lending.teller(), loan, "5.00", "2026-03-03").expectProblem(422, "date-in-future");

    assertThat(lending.officer().get("/api/loans/" + loan + "/events").text("/items/1/id"))
        .isEqualTo(payment.toString());
    JsonNode lines =
        people
            .administrator()
            .get("/api/ledger/entries/" + payment)
            .expect(200)
            .json()
            .at("/lines");
    assertThat(lines.valueStream())
        .extracting(line -> line.get("account").asString())
        .containsExactlyInAnyOrder(CASH, PORTFOLIO, INTEREST_INCOME);
    JsonNode trail =
        people
            .administrator()
            .get("/api/audit?limit=200&subjectId=" + loan)
            .expect(200)
            .json()
            .at("/items");
    assertThat(trail.valueStream())
        .extracting(row -> row.get("action").asString() + " " + row.get("result").asString())
        .containsExactly(
            "loan.repay REFUSED",
            "loan.repay DONE",
            "loan.disburse DONE",
            "loan.approve DONE",
            "loan.apply DONE");
  }

  /** What an account has on its debit side; the whole trial balance must agree as well. */
  private BigDecimal balance(String account) {
    JsonNode books =
        people.administrator().get("/api/ledger/trial-balance?currency=NOK").expect(200).json();
    assertThat(books.at("/totals/debit").asString())
        .isEqualTo(books.at("/totals/credit").asString());
    return books
        .at("/rows")
        .valueStream()
        .filter(row -> row.get("code").asString().equals(account))
        .map(row ->
            new BigDecimal(row.get("debit").asString())
                .subtract(new BigDecimal(row.get("credit").asString())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
