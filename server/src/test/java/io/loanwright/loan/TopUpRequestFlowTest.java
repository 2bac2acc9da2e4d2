package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.ledger.LenderWalletSteps;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Nobody alone lends more money on a running loan: one asks, another one pays it out. 1,200.00 at 1
 * percent a month since 2 February.
 */
@FlowTest
class TopUpRequestFlowTest {

  private static final Map<String, Object> MORE = Map.of("amount", "300.00");

  private final People people;
  private final Lending lending;
  private final LenderWalletSteps wallets;
  private final Verifier verifier;

  TopUpRequestFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.lending = new Lending(people);
    this.wallets = new LenderWalletSteps(people);
    this.verifier = verifier;
  }

  /** The officer applied for the loan, so he may ask for more; he decides about nothing. */
  @Test
  void anOfficerAsksAndAManagerPaysOut() {
    UUID loan = running();
    Answer asked = Lending.askForTopUp(lending.officer(), loan, MORE).expect(201);

    assertThat(asked.text("/kind")).isEqualTo("TOP_UP");
    assertThat(asked.text("/status")).isEqualTo("WAITING");
    assertThat(principal(loan)).isEqualTo("1200.00");
    Lending.confirm(lending.officer(), asked.id()).expectProblem(403, "forbidden");
    assertThat(
            lending
                .manager()
                .get("/api/loan-requests?kind=TOP_UP&status=WAITING&loanId=" + loan)
                .expect(200)
                .text("/items/0/id"))
        .isEqualTo(asked.id().toString());

    Answer paid = Lending.confirm(lending.manager(), asked.id()).expect(200);

    assertThat(paid.text("/principal")).isEqualTo("1500.00");
    Answer done = people.as("AUDITOR").get(path(asked.id())).expect(200);
    assertThat(done.text("/status")).isEqualTo("CONFIRMED");
    assertThat(done.text("/decidedBy")).isEqualTo("Test MANAGER");
    Answer trail = people.administrator().get("/api/audit?subjectId=" + loan).expect(200);
    assertThat(trail.text("/items/0/action")).isEqualTo("loan.top_up");
    assertThat(trail.text("/items/0/after/askedBy")).isEqualTo("Test LOAN_OFFICER");
    assertThat(trail.text("/items/0/before/principal")).isEqualTo("1200.00");
    assertThat(trail.body()).contains("loan.ask_top_up");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void whoeverAskedDoesNotDecideNotEvenAnAdministrator() {
    UUID loan = running();
    Http admin = people.administrator();
    UUID asked = Lending.askForTopUp(admin, loan, MORE).expect(201).id();

    Lending.confirm(admin, asked).expectProblem(409, "maker-is-checker");
    admin
        .post(path(asked) + "/reject", Map.of("reason", "mine"))
        .expectProblem(409, "maker-is-checker");
    lending
        .manager()
        .post(path(asked) + "/withdraw", Map.of())
        .expectProblem(403, "request-of-another");
    Answer back = admin.post(path(asked) + "/withdraw", Map.of("reason", "not now")).expect(200);

    assertThat(back.text("/status")).isEqualTo("WITHDRAWN");
    Lending.confirm(lending.manager(), asked).expectProblem(409, "already-decided");
    assertThat(principal(loan)).isEqualTo("1200.00");
    assertThat(admin.get("/api/audit?subjectId=" + loan).expect(200).body())
        .contains("loan.withdraw_top_up", "loan.reject_top_up", "maker-is-checker");
  }

  /** Whoever applied asks, and whoever applied does not pay out. */
  @Test
  void whoeverAppliedForTheLoanDoesNotPayOut() {
    UUID own =
        lending
            .apply(lending.manager(), lending.borrower(), lending.product(Map.of()), "1200.00")
            .expect(201)
            .id();
    lending.approve(people.administrator(), own).expect(200);
    lending.disburse(lending.accountant(), own, TODAY).expect(200);
    UUID asked = Lending.askForTopUp(lending.officer(), own, MORE).expect(201).id();

    Lending.confirm(lending.manager(), asked).expectProblem(409, "maker-is-checker");
    Lending.confirm(people.administrator(), asked).expect(200);
  }

  @Test
  void aRelativeNeitherAsksNorDecides() {
    UUID borrower = lending.borrower();
    UUID loan =
        lending
            .apply(lending.officer(), borrower, lending.product(Map.of()), "1200.00")
            .expect(201)
            .id();
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    Http relative = people.signIn(people.create("MANAGER", null).email());
    relative
        .post(
            "/api/profile/relatives",
            Map.of("borrowerId", borrower, "relation", "SIBLING", "reason", "a sister"))
        .expect(201);

    Lending.askForTopUp(relative, loan, MORE).expectProblem(409, "declared-relative");
    UUID asked = Lending.askForTopUp(lending.officer(), loan, MORE).expect(201).id();
    Lending.confirm(relative, asked).expectProblem(409, "declared-relative");
    relative
        .post(path(asked) + "/reject", Map.of("reason", "she has enough"))
        .expectProblem(409, "declared-relative");

    Lending.confirm(lending.manager(), asked).expect(200);
  }

  /** All that is lent counts: 1,200.00 and 300.00 are above 1,499.99. */
  @Test
  void theLimitForApprovingIsThatOfWhoeverConfirms() {
    UUID loan = running(lending.product(Map.of("approvalSteps", List.of())));
    Http limited = limited("1499.99");
    UUID asked = Lending.askForTopUp(limited, loan, MORE).expect(201).id();
    Lending.confirm(lending.manager(), asked).expect(200);

    UUID other = running(lending.product(Map.of("approvalSteps", List.of())));
    UUID again = Lending.askForTopUp(lending.officer(), other, MORE).expect(201).id();
    Lending.confirm(limited, again).expectProblem(422, "role-limit");
    limited.post(path(again) + "/reject", Map.of("reason", "too much")).expect(200);
    UUID less =
        Lending.askForTopUp(lending.officer(), other, Map.of("amount", "299.99")).expect(201).id();
    Lending.confirm(limited, less).expect(200);
  }

  @Test
  void forOneLoanOneRequestOfAKindWaitsAndAWriteOffEndsTheOther() {
    UUID loan = running();
    UUID asked = Lending.askForTopUp(lending.officer(), loan, MORE).expect(201).id();

    Lending.askForTopUp(lending.manager(), loan, MORE).expectProblem(409, "request-waits");
    UUID writeOff = Lending.askForWriteOff(lending.accountant(), loan, TODAY).expect(201).id();
    Lending.askForWriteOff(lending.manager(), loan, TODAY).expectProblem(409, "request-waits");

    Lending.confirm(lending.manager(), writeOff).expect(200);

    assertThat(lending.manager().get(path(writeOff)).expect(200).text("/status"))
        .isEqualTo("CONFIRMED");
    assertThat(lending.manager().get(path(asked)).expect(200).text("/status")).isEqualTo("LAPSED");
    assertThat(people.administrator().get("/api/audit?subjectId=" + loan).expect(200).body())
        .contains("loan.lapse_top_up")
        .doesNotContain("loan.lapse_write_off");
    Lending.askForTopUp(lending.officer(), loan, MORE).expectProblem(409, "wrong-status");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void bothKindsEndWithALoanThatIsPaidOff() {
    UUID loan = running();
    UUID more = Lending.askForTopUp(lending.officer(), loan, MORE).expect(201).id();
    UUID off = Lending.askForWriteOff(lending.accountant(), loan, TODAY).expect(201).id();

    lending.pay(lending.teller(), loan, "1300.00", TODAY).expect(201);

    for (UUID each : List.of(more, off)) {
      assertThat(lending.manager().get(path(each)).expect(200).text("/status")).isEqualTo("LAPSED");
    }
  }

  /** No day is asked for: it counts from that of the payout, and says so from then on. */
  @Test
  void itCountsFromTheDayOfThePayout() {
    UUID loan = running();
    Answer asked = Lending.askForTopUp(lending.officer(), loan, MORE).expect(201);
    assertThat(asked.json().at("/on").isNull()).isTrue();

    Lending.confirm(lending.manager(), asked.id()).expect(200);

    assertThat(lending.manager().get(path(asked.id())).expect(200).text("/on")).isEqualTo(TODAY);
    assertThat(lending.manager().get("/api/loans/" + loan + "/events").expect(200).body())
        .contains("TOP_UP");
  }

  @Test
  void anEarlierDayIsForWhoeverMayBackDate() {
    UUID loan = running();
    Map<String, Object> earlier = Map.of("amount", "300.00", "on", "2026-02-20");
    Lending.askForTopUp(lending.officer(), loan, earlier)
        .expectProblem(403, "backdate-not-permitted");

    Answer asked = Lending.askForTopUp(people.administrator(), loan, earlier).expect(201);
    assertThat(asked.text("/on")).isEqualTo("2026-02-20");
    Http today = paysOutToday();
    assertThat(today.get(path(asked.id())).expect(200).body()).contains("backdate-not-permitted");
    Lending.confirm(today, asked.id()).expectProblem(403, "backdate-not-permitted");
    Lending.confirm(lending.manager(), asked.id()).expect(200);

    assertThat(lending.manager().get(path(asked.id())).expect(200).text("/on"))
        .isEqualTo("2026-02-20");
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** Somebody who may pay out, but not as of an earlier day. */
  private Http paysOutToday() {
    String role = "PAYS_OUT_TODAY";
    Map<String, String> permissions = Map.of("loan.top_up", "ORGANIZATION");
    people
        .administrator()
        .post("/api/roles", Map.of("code", role, "name", role, "permissions", permissions))
        .expect(201);
    return people.as(role);
  }

  /** The last step approves 1,500.00: nobody could confirm more. */
  @Test
  void whatNobodyCouldConfirmIsNotAskedFor() {
    UUID product =
        lending.product(
            Map.of("approvalSteps", List.of(Map.of("role", "MANAGER", "limit", "1500.00"))));
    UUID loan =
        lending.apply(lending.officer(), lending.borrower(), product, "1200.00").expect(201).id();
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);

    Lending.askForTopUp(lending.officer(), loan, Map.of("amount", "300.01"))
        .expectProblem(422, "approval-limit");

    Answer none = lending.manager().get("/api/loan-requests?loanId=" + loan).expect(200);
    assertThat(none.json().at("/items")).isEmpty();
  }

  /** Who asks for all loans, and pays out only those he looks after. */
  @Test
  void whoAsksFurtherThanHeDecidesSeesAndTakesBackHisOwn() {
    UUID loan = running();
    String role = "ASKS_FURTHER";
    Map<String, String> permissions =
        Map.of("loan.ask_top_up", "ORGANIZATION", "loan.top_up", "OWN");
    people
        .administrator()
        .post("/api/roles", Map.of("code", role, "name", role, "permissions", permissions))
        .expect(201);
    Http further = people.as(role);
    UUID asked = Lending.askForTopUp(further, loan, MORE).expect(201).id();

    further.get(path(asked)).expect(200);
    further.post(path(asked) + "/withdraw", Map.of()).expect(200);
  }

  @Test
  void whatWaitsEndsWithTheLoan() {
    UUID loan = running();
    UUID asked = Lending.askForTopUp(lending.officer(), loan, MORE).expect(201).id();

    lending.pay(lending.teller(), loan, "1300.00", TODAY).expect(201);

    assertThat(lending.manager().get(path(asked)).expect(200).text("/status")).isEqualTo("LAPSED");
    Lending.confirm(lending.manager(), asked).expectProblem(409, "already-decided");
    assertThat(people.administrator().get("/api/audit?subjectId=" + loan).expect(200).body())
        .contains("loan.lapse_top_up");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void ofTwoWhoConfirmAtOnceOnePaysOutAndARepeatPaysOutOnce() throws Exception {
    UUID loan = running();
    UUID asked = Lending.askForTopUp(lending.officer(), loan, MORE).expect(201).id();
    String confirm = path(asked) + "/confirm";
    Http manager = lending.manager();
    Http admin = people.administrator();
    Callable<Integer> one = () -> manager.idempotent().post(confirm, MORE).status();
    Callable<Integer> other = () -> admin.idempotent().post(confirm, MORE).status();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> answers = both.invokeAll(List.of(one, other));
      assertThat(IntStream.of(answers.get(0).get(), answers.get(1).get()).sorted().toArray())
          .containsExactly(200, 409);
    }
    assertThat(principal(loan)).isEqualTo("1500.00");

    UUID second = Lending.askForTopUp(lending.officer(), loan, MORE).expect(201).id();
    Http once = manager.idempotent();
    Answer first = once.post(path(second) + "/confirm", MORE).expect(200);
    assertThat(once.post(path(second) + "/confirm", MORE).expect(200).body())
        .isEqualTo(first.body());
    manager.post(path(second) + "/confirm", MORE).expectProblem(400, "idempotency-key-required");
    assertThat(principal(loan)).isEqualTo("1800.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void anotherAmountThanWasAskedForIsNotConfirmed() {
    UUID loan = running();
    UUID asked = Lending.askForTopUp(lending.officer(), loan, MORE).expect(201).id();

    lending
        .manager()
        .idempotent()
        .post(path(asked) + "/confirm", Map.of("amount", "30.00"))
        .expectProblem(409, "amount-changed");

    assertThat(principal(loan)).isEqualTo("1200.00");
  }

  @Test
  void whoeverDoesNotReachTheLoanSeesAndDecidesNothing() {
    UUID loan = running();
    UUID asked = Lending.askForTopUp(lending.officer(), loan, MORE).expect(201).id();
    UUID branch =
        people
            .administrator()
            .post(
                "/api/branches",
                Map.of("code", "T" + Math.floorMod(asked.hashCode(), 100_000), "name", "Elsewhere"))
            .expect(201)
            .id();
    Http elsewhere = people.signIn(people.create("MANAGER", branch).email());

    elsewhere.get(path(asked)).expectProblem(404, "not-found");
    elsewhere.idempotent().post(path(asked) + "/confirm", MORE).expectProblem(404, "not-found");
    Lending.askForTopUp(elsewhere, loan, MORE).expectProblem(404, "not-found");
    assertThat(elsewhere.get("/api/loan-requests").expect(200).json().at("/items")).isEmpty();
    lending.accountant().get(path(asked)).expectProblem(404, "not-found");
  }

  /** Too little is in the wallet when it is asked for, and enough when it is confirmed. */
  @Test
  void theWalletThatWasNamedPaysWhatIsConfirmed() {
    UUID fund = wallets.with("LOAN_FUND", "100.00");
    UUID loan = running();
    UUID asked =
        Lending.askForTopUp(lending.officer(), loan, Map.of("amount", "300.00", "walletId", fund))
            .expect(201)
            .id();
    Lending.confirm(lending.manager(), asked).expectProblem(422, "wallet-overdrawn");
    assertThat(lending.manager().get(path(asked)).expect(200).text("/status")).isEqualTo("WAITING");

    wallets.topUp(lending.accountant(), fund, "200.00", TODAY).expect(200);
    Lending.confirm(lending.manager(), asked).expect(200);

    assertThat(wallets.balance(fund)).isEqualTo("0.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  private UUID running() {
    return lending.active("1200.00", "2026-02-02");
  }

  /** A loan of a product that nobody has to approve. */
  private UUID running(UUID product) {
    UUID loan =
        lending.apply(lending.officer(), lending.borrower(), product, "1200.00").expect(201).id();
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    return loan;
  }

  /** Somebody who may ask for more money and pay it out, as long as a loan is not above that. */
  private Http limited(String most) {
    String role = "TOPS_UP_TO_A_LIMIT";
    Http admin = people.administrator();
    Map<String, String> permissions =
        Map.of(
            "loan.view", "ORGANIZATION",
            "loan.ask_top_up", "ORGANIZATION",
            "loan.top_up", "ORGANIZATION");
    String path = "/api/roles/" + role;
    admin
        .post("/api/roles", Map.of("code", role, "name", role, "permissions", permissions))
        .expect(201);
    Map<String, String> limit =
        Map.of("permission", "loan.approve", "amount", most, "currency", "EUR");
    admin
        .with("If-Match", admin.get(path).expect(200).header("ETag"))
        .patch(path, Map.of("limits", List.of(limit)))
        .expect(200);
    return people.as(role);
  }

  private String principal(UUID loan) {
    return lending.loan(lending.manager(), loan).text("/principal");
  }

  private static String path(UUID request) {
    return "/api/loan-requests/" + request;
  }
}
