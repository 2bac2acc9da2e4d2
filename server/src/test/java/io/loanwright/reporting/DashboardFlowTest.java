package io.loanwright.reporting;

import static io.loanwright.reporting.OwnBranch.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.audit.proof.Difference;
import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.Particulars;
import io.loanwright.identity.UserAccount;
import io.loanwright.loan.Lending;
import io.loanwright.loan.store.PortfolioFigures;
import io.loanwright.organization.BusinessDate;
import io.loanwright.payment.store.DayFigures;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The parts of the dashboard: their figures, who sees them, and how screens learn of changes. */
@FlowTest
@TestPropertySource(properties = {"loanwright.updates-life=20s", "loanwright.session-idle=13d"})
@TestMethodOrder(OrderAnnotation.class)
class DashboardFlowTest {

  private static final String EUROS = "?currency=EUR";
  private static final String TODAYS = "/api/dashboards/today" + EUROS;
  private static final String OWN = "/api/dashboards/own" + EUROS;

  private final People people;
  private final BusinessDate businessDate;
  private final Verifier verifier;
  private final OwnBranch branch;
  private final PortfolioFigures loanFigures;
  private final DayFigures paymentFigures;
  private final JdbcClient jdbc;

  DashboardFlowTest(
      People people,
      Borrowers borrowers,
      BusinessDate businessDate,
      Verifier verifier,
      PortfolioFigures loanFigures,
      DayFigures paymentFigures,
      JdbcClient jdbc) {
    this.loanFigures = loanFigures;
    this.paymentFigures = paymentFigures;
    this.jdbc = jdbc;
    this.people = people;
    this.businessDate = businessDate;
    this.verifier = verifier;
    this.branch = OwnBranch.open(people, borrowers);
  }

  /**
   * 600.00 over six months without interest from 2 February: 100.00 falls due today. 30.00 come
   * today, 20.00 yesterday; 5.00 of today are taken back. What is paid of today's 100.00 is 50.00.
   */
  @Test
  @Order(1)
  void theDayIsAddedUpAndStandsBesideTheDayBefore() {
    UUID borrower = branch.borrower("Maria");
    UUID loan = branch.loan(borrower, "EUR", "600.00", "2026-02-02");
    branch.pay(loan, "20.00", "2026-03-01");
    branch.pay(loan, "30.00", TODAY);
    branch.reverse(branch.pay(loan, "5.00", TODAY).id());
    branch.application(borrower, "EUR", "900.00");

    Answer today = branch.manager().get(TODAYS).expect(200);

    assertThat(today.text("/asOf")).isEqualTo(TODAY);
    assertThat(tile(today, "WAITING").path("value").asString()).isEqualTo("1");
    assertThat(tile(today, "WAITING").path("yesterday").isNull()).as("no day was closed").isTrue();
    assertThat(figures(today, "DUE")).isEqualTo("100.00 0.00 0.00");
    assertThat(figures(today, "DUE_PAID")).isEqualTo("50.00 0.00 0.00");
    assertThat(figures(today, "COLLECTED")).isEqualTo("30.00 20.00 0.00");
    assertThat(figures(today, "REVERSED")).isEqualTo("1 0 0");
    assertThat(tile(today, "AT_RISK").path("value").asString()).isEqualTo("0.00");
  }

  @Test
  @Order(2)
  void anOfficerSeesHisOwnWorkAndWhatIsOverdueOfIt() {
    UserAccount officer = branch.user("FIELD_OFFICER");
    UUID own = branch.borrower(Particulars.ofPerson("Own"), officer.id());
    branch.loan(own, "EUR", "1200.00", "2026-01-20");
    branch.loan(branch.borrower("Other"), "EUR", "1200.00", "2026-01-20");

    Http fieldOfficer = people.signIn(officer.email());
    Answer today = fieldOfficer.get(TODAYS).expect(200);

    assertThat(tile(today, "OVERDUE").path("value").asString()).isEqualTo("200.00");
    assertThat(tile(today, "PROMISES").path("value").asString()).isEqualTo("0");
    fieldOfficer.get("/api/dashboards/money").expectProblem(403, "forbidden");
    fieldOfficer.get("/api/dashboards/controls").expectProblem(403, "forbidden");
    fieldOfficer.get("/api/dashboards/system").expectProblem(403, "forbidden");
  }

  /**
   * Of 600.00 lent on 2 February 100.00 fall due today; 1200.00 of 20 January are ten days behind
   * with 200.00, and another 200.00 fall due on the 20th.
   */
  @Test
  @Order(2)
  void whoSeesTheBranchHasTheOwnWorkBeside() {
    UserAccount officer = branch.user("LOAN_OFFICER");
    UUID own = branch.borrower(Particulars.ofPerson("Own"), officer.id());
    branch.pay(branch.loan(own, "EUR", "600.00", "2026-02-02"), "30.00", TODAY);
    branch.loan(own, "EUR", "1200.00", "2026-01-20");
    branch.application(own, "EUR", "900.00");
    branch.loan(branch.borrower("Other"), "EUR", "600.00", "2026-02-02");

    Answer work = people.signIn(officer.email()).get(OWN).expect(200);

    assertThat(tile(work, "WAITING").path("value").asString()).isEqualTo("1");
    assertThat(figures(work, "DUE")).isEqualTo("100.00 0.00 0.00");
    assertThat(figures(work, "DUE_PAID")).isEqualTo("30.00 0.00 0.00");
    assertThat(tile(work, "OVERDUE").path("value").asString()).isEqualTo("200.00");
    assertThat(tile(work, "COLLECTED_OF_MONTH").path("value").asString()).isEqualTo("30.00");
    assertThat(tile(work, "COLLECTED_OF_MONTH").path("target").asString()).isEqualTo("300.00");
    assertThat(tile(work, "QUEUE_NOT_CONTACTED").path("value").asString()).isEqualTo("1");
    assertThat(tile(work, "QUEUE_NEWLY_OVERDUE").path("value").asString()).isEqualTo("0");
    assertThat(branch.manager().get(OWN).expect(200).json().path("tiles")).isEmpty();
    assertThat(people.signIn(branch.user("FIELD_OFFICER").email()).get(OWN).expect(200).body())
        .as("today has it")
        .contains("\"tiles\":[]");
  }

  @Test
  @Order(3)
  void moneyAtHandFollowsPaymentsByTheirChannel() {
    Http accountant = branch.accountant();
    Answer before = accountant.get("/api/dashboards/money" + EUROS).expect(200);
    UUID loan = branch.loan(branch.borrower("Paying"), "EUR", "600.00", "2026-02-05");
    Answer lent = accountant.get("/api/dashboards/money" + EUROS).expect(200);
    branch.pay(loan, "40.00", TODAY);

    Answer after = accountant.get("/api/dashboards/money" + EUROS).expect(200);

    assertThat(value(after, "LIQUID").subtract(value(lent, "LIQUID"))).isEqualByComparingTo("40");
    assertThat(value(after, "EXPECTED").subtract(value(lent, "EXPECTED")))
        .isEqualByComparingTo("-40");
    assertThat(value(lent, "LIQUID").subtract(value(before, "LIQUID")))
        .isEqualByComparingTo("-600");
    assertThat(value(after, "DIFFERENCE")).isZero();
    assertThat(after.json().at("/channels").toString()).contains("\"channel\":\"BANK\"");
  }

  @Test
  @Order(4)
  void auditorsSeeWhatWasTakenOrDatedBackAndDrawTheSameSampleAgain() {
    Http auditor = people.as("AUDITOR");
    Answer before = auditor.get("/api/dashboards/controls").expect(200);
    UUID loan = branch.loan(branch.borrower("Audited"), "EUR", "600.00", "2026-02-02");
    branch.pay(loan, "10.00", "2026-02-20");
    branch.reverse(branch.pay(loan, "11.00", TODAY).id());
    new Lending(people)
        .agree(
            branch.manager(), loan, Map.of("kind", "LONGER_TERM", "from", TODAY, "installments", 1))
        .expect(200);
    Lending.writeOff(branch.accountant(), branch.manager(), loan, TODAY).expect(200);

    Answer after = auditor.get("/api/dashboards/controls").expect(200);

    assertThat(value(after, "BACKDATED").subtract(value(before, "BACKDATED")))
        .isEqualByComparingTo("1");
    assertThat(value(after, "GIVEN_UP").subtract(value(before, "GIVEN_UP")))
        .isEqualByComparingTo("1");
    assertThat(value(after, "TERMS_CHANGED").subtract(value(before, "TERMS_CHANGED")))
        .isEqualByComparingTo("1");
    assertThat(value(after, "REVERSALS").subtract(value(before, "REVERSALS")))
        .isEqualByComparingTo("1");
    String sample = "/api/audit/sample?seed=2026-Q1&size=3";
    assertThat(auditor.get(sample).expect(200).json().at("/items")).hasSize(3);
    assertThat(auditor.get(sample).body()).isEqualTo(auditor.get(sample).body());
    auditor.get("/api/audit/sample").expectProblem(400, "invalid");
    auditor
        .get("/api/audit/sample?seed=a&from=2026-01-01&to=2026-03-02")
        .expectProblem(400, "invalid");
  }

  @Test
  @Order(5)
  void administratorsSeeHowTheProgramDoes() {
    Answer system = people.administrator().get("/api/dashboards/system").expect(200);

    assertThat(value(system, "SIGNED_IN")).isPositive();
    assertThat(value(system, "SESSIONS")).isGreaterThanOrEqualTo(value(system, "SIGNED_IN"));
    assertThat(value(system, "STAFF")).isGreaterThan(BigDecimal.ONE);
    assertThat(value(system, "REMINDERS_WAITING")).isZero();
    assertThat(value(system, "TASKS_FAILING")).isZero();
    branch.manager().get("/api/dashboards/system").expectProblem(403, "forbidden");
  }

  @Test
  @Order(6)
  void aPaymentIsToldToAnotherScreenWithinASecond() throws Exception {
    UUID loan = branch.loan(branch.borrower("Live"), "EUR", "600.00", "2026-02-02");
    try (InputStream stream = updates(branch.manager())) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      assertThat(lines.readLine()).startsWith(":");
      next(lines, "changed", loan);
    }
  }

  /** The first telling may be of what was done before the stream was opened. */
  private void next(BufferedReader lines, String event, UUID loan) throws IOException {
    branch.pay(loan, "10.00", TODAY);
    long start = System.nanoTime();
    String line = lines.readLine();
    List<String> seen = new ArrayList<>();
    while (line != null && !line.startsWith("data:")) {
      seen.add(line);
      line = lines.readLine();
    }
    assertThat(seen).contains("event:" + event);
    assertThat(line).contains("LENDING").doesNotContain("10.00");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  @Order(7)
  void streamsAreForThoseWhoSeeFiguresAndAreLimited() throws Exception {
    people.as("BORROWER").get("/api/dashboards/updates").expectProblem(403, "forbidden");
    Http teller = branch.signIn("TELLER");
    List<InputStream> open = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      open.add(updates(teller));
    }
    open.add(updates(teller));
    String oldest = new String(open.getFirst().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(oldest).as("it has ended").contains("event:replaced");
    for (InputStream stream : open) {
      stream.close();
    }
  }

  /** The stock at the end of a day is what the next day is compared with. */
  @Test
  @Order(8)
  void whatTheCloseFoundIsComparedWithTheDayAfter() {
    UserAccount officer = branch.user("LOAN_OFFICER");
    UUID own = branch.borrower(Particulars.ofPerson("Late"), officer.id());
    branch.loan(own, "EUR", "600.00", "2025-12-20");
    branch.application(own, "EUR", "900.00");

    businessDate.closeOne(Caller.system("close"), LocalDate.parse(TODAY));
    businessDate.finishHere();

    Answer today = branch.manager().get(TODAYS).expect(200);
    assertThat(today.text("/asOf")).isEqualTo("2026-03-03");
    assertThat(tile(today, "WAITING").path("yesterday").asString()).isEqualTo("1");
    assertThat(figures(today, "COLLECTED")).startsWith("0.00 ");
    Answer portfolio = branch.manager().get("/api/dashboards/portfolio" + EUROS).expect(200);
    assertThat(portfolio.json().path("yesterday").toString())
        .isEqualTo(
            """
            {"loans":1,"outstanding":"600.00","percentLate":"100.00","percentLate30":"100.00"}\
            """);
    assertThat(portfolio.json().path("lastWeek").isNull()).isTrue();
    Answer officers = branch.manager().get("/api/dashboards/officers" + EUROS).expect(200);
    assertThat(officers.text("/day")).isEqualTo(TODAY);
    JsonNode row = officers.json().at("/officers/0");
    assertThat(row.path("officerId").asString()).isEqualTo(officer.id().toString());
    assertThat(row.path("atRisk").asString()).isEqualTo("600.00");
    assertThat(row.path("percent").asString()).isEqualTo("100.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  @Order(9)
  void aSumOfADayThatIsNotThatOfItsRowsIsNamed() {
    branch.pay(
        branch.loan(branch.borrower("Summed"), "EUR", "600.00", "2026-02-02"), "10.00", TODAY);
    loanFigures.putTogether();
    paymentFigures.addUp();

    assertThat(whileWrong("loan.due_sum", "unpaid_minor")).anyMatch(it -> it.startsWith("due on"));
    assertThat(whileWrong("loan.due_sum", "unpaid")).anyMatch(it -> it.startsWith("due on"));
    assertThat(whileWrong("payment.day_sum", "amount_minor"))
        .anyMatch(it -> it.startsWith("payments of"));
    assertThat(whileWrong("payment.day_sum", "late_minor"))
        .anyMatch(it -> it.startsWith("payments of"));
    assertThat(whileWrong("payment.day_sum", "beyond_minor"))
        .anyMatch(it -> it.startsWith("payments of"));
    assertThat(verifier.verify().first()).isEmpty();
  }

  private List<String> whileWrong(String table, String column) {
    String change = "UPDATE %s SET %s = %s %s 1";
    jdbc.sql(change.formatted(table, column, column, "+")).update();
    List<String> found = verifier.verify().first().stream().map(Difference::record).toList();
    jdbc.sql(change.formatted(table, column, column, "-")).update();
    return found;
  }

  private static InputStream updates(Http client) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(client.base() + "/api/dashboards/updates"))
            .header("Authorization", client.authorization())
            .build();
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private static JsonNode tile(Answer answer, String of) {
    return StreamSupport.stream(answer.json().at("/tiles").spliterator(), false)
        .filter(tile -> tile.path("of").asString().equals(of))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal value(Answer answer, String of) {
    return new BigDecimal(tile(answer, of).path("value").asString());
  }

  private static String figures(Answer answer, String of) {
    JsonNode tile = tile(answer, of);
    return String.join(
        " ",
        tile.path("value").asString(),
        tile.path("yesterday").asString(),
        tile.path("lastWeek").asString());
  }
}
