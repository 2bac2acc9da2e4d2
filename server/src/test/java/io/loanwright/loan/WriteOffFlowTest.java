package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loans that are given up. 1,200.00 at 1 percent a month were paid out on 2 January, and nothing
 * was paid: on 2 March 1,200.00 and 12.00 + 10.05 of interest pay the loan off.
 */
@FlowTest
class WriteOffFlowTest {

  private final People people;
  private final Lending lending;
  private final Verifier verifier;
  private final JdbcClient jdbc;

  WriteOffFlowTest(People people, Verifier verifier, JdbcClient jdbc) {
    this.people = people;
    this.lending = new Lending(people);
    this.verifier = verifier;
    this.jdbc = jdbc;
  }

  @Test
  void whatIsOwedIsGivenUpAndThePrincipalIsAnExpense() {
    UUID loan = late();

    Answer off = writeOff(lending.manager(), loan).expect(200);

    assertThat(off.text("/status")).isEqualTo("WRITTEN_OFF");
    assertThat(off.text("/outstanding/total")).isEqualTo("0.00");
    assertThat(off.text("/daysPastDue")).isEqualTo("0");
    assertThat(off.text("/writtenOff/givenUp/principal")).isEqualTo("1200.00");
    assertThat(off.text("/writtenOff/givenUp/interest")).isEqualTo("22.05");
    assertThat(off.text("/writtenOff/missing")).isEqualTo("1222.05");
    assertThat(off.text("/writtenOffPrincipal")).isEqualTo("1200.00");
    assertThat(movement(loan)).isEqualTo(Map.of("1110", -120000L, "5110", 120000L));
    assertThat(unpaid(loan)).isZero();
    Answer event = people.administrator().get("/api/audit?subjectId=" + loan).expect(200);
    assertThat(event.text("/items/0/action")).isEqualTo("loan.write_off");
    assertThat(event.text("/items/0/before/outstanding")).isEqualTo("1222.05");
    assertThat(event.text("/items/0/after/status")).isEqualTo("WRITTEN_OFF");
    assertThat(event.text("/items/0/reason")).isEqualTo("not to be found");
    Answer before = lending.manager().get("/api/loans/" + loan + "?asOf=2026-03-01").expect(200);
    assertThat(before.text("/status")).isEqualTo("ACTIVE");
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** Money of the day was used for interest of days to come, and is not used anew. */
  @Test
  void whatIsGivenUpIsWhatWasConfirmedThoughMoneyCameInOnThatDay() {
    UUID loan = lending.active("1200.00", "2026-02-20");
    lending.pay(lending.teller(), loan, "40.00", TODAY).expect(201);

    Answer asked = ask(people.administrator(), loan).expect(201);
    Answer off = Lending.confirm(lending.manager(), asked.id()).expect(200);

    assertThat(off.text("/writtenOff/givenUp/total")).isEqualTo(asked.text("/amount"));
    assertThat(off.text("/writtenOff/missing")).isEqualTo(asked.text("/amount"));
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** Who takes back everywhere, but gives up his own loans only, takes back his own only. */
  @Test
  void takingBackReachesAsFarAsDoing() {
    UUID loan = late();
    writeOff(lending.manager(), loan).expect(200);
    UUID event = UUID.fromString(lending.loan(lending.manager(), loan).text("/writtenOff/eventId"));
    Http everywhere =
        people.whoMay(
            "TAKES_BACK_EVERYWHERE",
            Map.of(
                "loan.view", "ORGANIZATION",
                "loan.take_back", "ORGANIZATION",
                "loan.write_off", "OWN"));

    everywhere
        .idempotent()
        .post("/api/loans/" + loan + "/events/" + event + "/take-back", Map.of("reason", "a slip"))
        .expectProblem(403, "taking-back-not-permitted");
  }

  /** 500.00 and 800.00 are paid; 722.05 of the second are still missing, and 77.95 are too much. */
  @Test
  void whatIsPaidLaterIsRecoveredPrincipalFirstAndClosesTheLoan() {
    UUID loan = late();
    writeOff(lending.accountant(), loan).expect(200);

    Answer first = lending.pay(lending.teller(), loan, "500.00", TODAY).expect(201);
    assertThat(first.text("/loanStatus")).isEqualTo("WRITTEN_OFF");
    assertThat(first.text("/allocation/principal")).isEqualTo("500.00");
    assertThat(first.text("/outstanding")).isEqualTo("722.05");
    Answer last = lending.pay(lending.teller(), loan, "800.00", TODAY).expect(201);

    assertThat(last.text("/loanStatus")).isEqualTo("CLOSED");
    assertThat(last.text("/allocation/principal")).isEqualTo("700.00");
    assertThat(last.text("/allocation/interest")).isEqualTo("22.05");
    assertThat(last.text("/allocation/excess")).isEqualTo("77.95");
    Answer closed = lending.loan(lending.manager(), loan);
    assertThat(closed.text("/closedReason")).isEqualTo("RECOVERED");
    assertThat(closed.text("/writtenOff/recovered/total")).isEqualTo("1222.05");
    assertThat(movement(loan))
        .isEqualTo(Map.of("1110", 10000L, "5110", 120000L, "4140", -122205L, "2110", -7795L));
    lending.pay(lending.teller(), loan, "1.00", TODAY).expectProblem(409, "loan-closed");
    assertThat(verifier.verify().first()).isEmpty();

    lending
        .manager()
        .idempotent()
        .post("/api/payments/" + last.id() + "/reverse", Map.of("reason", "another's"))
        .expect(200);
    Answer again = lending.loan(lending.manager(), loan);
    assertThat(again.text("/status")).isEqualTo("WRITTEN_OFF");
    assertThat(again.text("/writtenOff/missing")).isEqualTo("722.05");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void aWriteOffThatIsTakenBackLeavesTheLoanAsItWas() {
    UUID loan = late();
    UUID event = UUID.fromString(writeOff(lending.manager(), loan).text("/writtenOff/eventId"));
    lending.pay(lending.teller(), loan, "212.00", TODAY).expect(201);

    Answer back = takeBack(lending.manager(), loan, event).expect(200);

    assertThat(back.text("/status")).isEqualTo("ACTIVE");
    assertThat(back.text("/outstanding/total")).isEqualTo("1010.05");
    assertThat(movement(loan))
        .as("12.00 and 195.06 of the first installment, 4.94 of interest of the second")
        .isEqualTo(Map.of("1110", -98800L, "1210", 100494L, "4110", -1694L));
    takeBack(lending.manager(), loan, event).expectProblem(409, "already-reversed");
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** 207.06 had been paid on 2 February: 195.06 of principal and 12.00 of interest less. */
  @Test
  void aPaymentFromBeforeLowersWhatWasGivenUp() {
    UUID loan = late();
    writeOff(lending.manager(), loan).expect(200);

    lending.pay(lending.accountant(), loan, "207.06", "2026-02-02").expect(201);

    Answer now = lending.loan(lending.manager(), loan);
    assertThat(now.text("/writtenOff/givenUp/principal")).isEqualTo("1004.94");
    assertThat(now.text("/writtenOff/givenUp/interest")).isEqualTo("10.05");
    assertThat(movement(loan)).isEqualTo(Map.of("1110", -99294L, "5110", 100494L, "4110", -1200L));
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void aRepeatGivesUpOnceAndOfTwoAtOnceOneDoes() throws Exception {
    UUID loan = late();
    UUID asked = ask(lending.accountant(), loan).expect(201).id();
    String path = "/api/loan-requests/" + asked + "/confirm";
    Map<String, String> body = Map.of("amount", "1222.05");
    Http once = lending.manager().idempotent();
    Answer first = once.post(path, body).expect(200);
    assertThat(once.post(path, body).expect(200).body()).isEqualTo(first.body());
    lending.manager().post(path, body).expectProblem(400, "idempotency-key-required");
    lending.manager().idempotent().post(path, body).expectProblem(409, "already-decided");

    UUID other = late();
    UUID waits = ask(lending.accountant(), other).expect(201).id();
    Http manager = lending.manager();
    Callable<Integer> attempt =
        () -> manager.idempotent().post("/api/loan-requests/" + waits + "/confirm", body).status();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> answers = both.invokeAll(List.of(attempt, attempt));
      assertThat(IntStream.of(answers.get(0).get(), answers.get(1).get()).sorted().toArray())
          .containsExactly(200, 409);
    }
    assertThat(movement(other)).containsEntry("5110", 120000L);
  }

  /** Whoever applied may ask, like anybody who may write off; the second one is another person. */
  @Test
  void twoPeopleAreNeededAndTheOneWhoAppliedIsNotTheSecond() {
    UUID product = lending.product(Map.of("approvalSteps", List.of()));
    UUID loan =
        lending.apply(lending.manager(), lending.borrower(), product, "300.00").expect(201).id();
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);

    UUID first = ask(lending.accountant(), loan).expect(201).id();
    ask(lending.manager(), loan).expectProblem(409, "request-waits");
    Lending.confirm(lending.accountant(), first).expectProblem(409, "maker-is-checker");
    Lending.confirm(lending.manager(), first).expectProblem(409, "maker-is-checker");
    assertThat(lending.loan(lending.manager(), loan).text("/status")).isEqualTo("ACTIVE");
    Answer another =
        lending
            .manager()
            .post("/api/loan-requests/" + first + "/withdraw", Map.of())
            .expectProblem(403, "request-of-another");
    assertThat(another.text("/detail")).endsWith("asked for this. Nobody else takes it back.");
    lending.accountant().post("/api/loan-requests/" + first + "/withdraw").expect(200);

    UUID second = ask(lending.manager(), loan).expect(201).id();
    Lending.confirm(lending.accountant(), second).expect(200);
    ask(lending.accountant(), loan).expectProblem(409, "wrong-status");
    Answer trail = people.administrator().get("/api/audit?subjectId=" + loan).expect(200);
    assertThat(trail.text("/items/1/after/askedBy")).isEqualTo("Test MANAGER");
    assertThat(trail.body())
        .contains("loan.ask_write_off", "loan.withdraw_write_off", "maker-is-checker");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void whatIsRejectedLeavesTheLoanAsItIsAndMayBeAskedForAgain() {
    UUID loan = late();
    UUID asked = ask(lending.accountant(), loan).expect(201).id();
    String path = "/api/loan-requests/" + asked;
    assertThat(
            lending.manager().get("/api/loan-requests?status=WAITING&limit=200").expect(200).body())
        .contains(asked.toString());
    lending
        .accountant()
        .post(path + "/reject", Map.of("reason", "mine"))
        .expectProblem(409, "maker-is-checker");

    Answer rejected =
        lending.manager().post(path + "/reject", Map.of("reason", "he pays")).expect(200);

    assertThat(rejected.text("/status")).isEqualTo("REJECTED");
    assertThat(rejected.text("/decisionReason")).isEqualTo("he pays");
    Lending.confirm(lending.manager(), asked).expectProblem(409, "already-decided");
    assertThat(lending.loan(lending.manager(), loan).text("/status")).isEqualTo("ACTIVE");
    ask(lending.accountant(), loan).expect(201);
    Answer ofLoan = people.as("AUDITOR").get("/api/loan-requests?loanId=" + loan).expect(200);
    assertThat(ofLoan.text("/items/0/status")).isEqualTo("WAITING");
    assertThat(ofLoan.text("/items/1/decidedBy")).isEqualTo("Test MANAGER");
    lending.teller().get("/api/loan-requests").expectProblem(403, "forbidden");
  }

  /** 200.00 come in between: what the second one was told is not given up any more. */
  @Test
  void whatIsGivenUpIsWhatIsOwedWhenItIsConfirmed() {
    UUID loan = late();
    UUID asked = ask(lending.accountant(), loan).expect(201).id();
    lending.pay(lending.teller(), loan, "200.00", TODAY).expect(201);

    lending
        .manager()
        .idempotent()
        .post("/api/loan-requests/" + asked + "/confirm", Map.of("amount", "1222.05"))
        .expectProblem(409, "amount-changed");
    Answer off = Lending.confirm(lending.manager(), asked).expect(200);

    assertThat(off.text("/writtenOff/missing")).isEqualTo("1022.05");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOAN_OFFICER", "FIELD_OFFICER", "TELLER", "COLLECTOR", "AUDITOR"})
  void whoMayNotIsRefused(String role) {
    UUID loan = UUID.randomUUID();
    ask(people.as(role), loan).expectProblem(403, "forbidden");
    people
        .as(role)
        .idempotent()
        .post("/api/loan-requests/" + loan + "/confirm", Map.of("amount", "1.00"))
        .expectProblem(403, "forbidden");
    takeBack(people.as(role), loan, UUID.randomUUID()).expectProblem(403, "forbidden");
  }

  @Test
  void datesAndStatesThatDoNotFitAreRefused() {
    UUID applied = lending.application("500.00");
    ask(lending.manager(), applied).expectProblem(409, "wrong-status");
    UUID loan = late();
    lending
        .accountant()
        .idempotent()
        .post(path(loan), Map.of("on", "2026-03-03", "reason", "too late"))
        .expectProblem(422, "date-in-future");
    lending
        .accountant()
        .idempotent()
        .post(path(loan), Map.of("on", "2026-01-01", "reason", "too early"))
        .expectProblem(422, "date-before-disbursement");
    lending.accountant().idempotent().post(path(loan), Map.of("on", TODAY)).expect(400);
    ask(lending.manager(), UUID.randomUUID()).expectProblem(404, "not-found");
    UUID payment = lending.pay(lending.teller(), loan, "10.00", TODAY).expect(201).id();
    takeBack(lending.manager(), loan, payment).expectProblem(409, "not-reversible");
    takeBack(lending.manager(), loan, UUID.randomUUID()).expectProblem(404, "not-found");
  }

  private UUID late() {
    return lending.active("1200.00", "2026-01-02");
  }

  private static String path(UUID loan) {
    return "/api/loans/" + loan + "/write-off";
  }

  private static Answer ask(Http who, UUID loan) {
    return Lending.askForWriteOff(who, loan, TODAY);
  }

  /** An administrator asks, who is neither of the others. */
  private Answer writeOff(Http who, UUID loan) {
    return Lending.writeOff(people.administrator(), who, loan, TODAY);
  }

  private Answer takeBack(Http who, UUID loan, UUID event) {
    return who.idempotent()
        .post("/api/loans/" + loan + "/events/" + event + "/take-back", Map.of("reason", "found"));
  }

  private Map<String, Long> movement(UUID loan) {
    return jdbc
        .sql("SELECT account, minor FROM ledger.loan_movement WHERE loan_id = :loan AND minor <> 0")
        .param("loan", loan)
        .query((row, _) -> Map.entry(row.getString("account"), row.getLong("minor")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
  }

  private long unpaid(UUID loan) {
    return jdbc.sql("SELECT count(*) FROM loan.unpaid_installment WHERE loan_id = :loan")
        .param("loan", loan)
        .query(Long.class)
        .single();
  }
}
