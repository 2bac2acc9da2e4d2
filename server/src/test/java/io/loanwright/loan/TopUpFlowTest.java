package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.ledger.LenderWalletSteps;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More money is paid out on a running loan: 1,200.00 at 1 percent a month since 2 February. */
@FlowTest
class TopUpFlowTest {

  private final People people;
  private final Lending lending;
  private final LenderWalletSteps wallets;
  private final Verifier verifier;

  TopUpFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.lending = new Lending(people);
    this.wallets = new LenderWalletSteps(people);
    this.verifier = verifier;
  }

  @Test
  void theLoanGrowsAsItWasSimulatedAndTheContractIsKept() {
    UUID loan = running();
    Answer simulated =
        lending
            .manager()
            .post("/api/loans/" + loan + "/simulate", Map.of("kind", "TOP_UP", "amount", "300.00"))
            .expect(200);

    Answer after = topUp(lending.manager(), loan, "300.00").expect(200);

    assertThat(after.text("/principal")).isEqualTo("1500.00");
    assertThat(after.text("/disbursedPrincipal")).isEqualTo("1500.00");
    assertThat(after.text("/outstanding/principal")).isEqualTo("1500.00");
    Answer schedule = lending.manager().get("/api/loans/" + loan + "/schedule").expect(200);
    assertThat(schedule.json().at("/rows")).isEqualTo(simulated.json().at("/after/schedule/rows"));
    Answer contract =
        lending.manager().get("/api/loans/" + loan + "/schedule?kind=CONTRACT").expect(200);
    assertThat(contract.text("/totals/principal")).isEqualTo("1200.00");
    assertThat(people.administrator().get("/api/audit?subjectId=" + loan).expect(200).body())
        .contains("loan.top_up", "a second field");
    Answer before = lending.manager().get("/api/loans/" + loan + "?asOf=2026-02-20").expect(200);
    assertThat(before.text("/principal")).isEqualTo("1200.00");
    lending.pay(lending.teller(), loan, "207.06", TODAY).expect(201);
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** 30.00 and 1 percent are kept back at each payout: 33.00 of 300.00. */
  @Test
  void itIsPaidOutOfAWalletLessWhatIsKeptBackAndComesBackWhenItIsTakenBack() {
    UUID fund = wallets.with("LOAN_FUND", "1000.00");
    UUID product =
        lending.product(
            Map.of(
                "charges",
                List.of(
                    Map.of("name", "Papers", "amount", "30.00", "at", "DISBURSEMENT"),
                    Map.of("name", "Fee", "percent", "1", "at", "DISBURSEMENT"))));
    UUID loan = paidOut(product, "1200.00");

    topUp(lending.manager(), loan, Map.of("amount", "300.00", "walletId", fund)).expect(200);

    assertThat(wallets.balance(fund)).isEqualTo("733.00");
    Answer events = lending.manager().get("/api/loans/" + loan + "/events").expect(200);
    assertThat(events.text("/items/1/kind")).isEqualTo("TOP_UP");
    assertThat(events.text("/items/1/split/fees")).isEqualTo("33.00");
    assertThat(events.text("/items/1/walletId")).isEqualTo(fund.toString());
    assertThat(verifier.verify().first()).isEmpty();

    takeBack(lending.manager(), loan, events.text("/items/1/id")).expect(200);

    assertThat(wallets.balance(fund)).isEqualTo("1000.00");
    assertThat(lending.loan(lending.manager(), loan).text("/principal")).isEqualTo("1200.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void moreThanIsInTheWalletIsRefusedAndChangesNothing() {
    UUID fund = wallets.with("LOAN_FUND", "100.00");
    UUID loan = running();

    topUp(lending.manager(), loan, Map.of("amount", "300.00", "walletId", fund))
        .expectProblem(422, "wallet-overdrawn");
    topUp(lending.manager(), loan, Map.of("amount", "300.00", "walletId", UUID.randomUUID()))
        .expectProblem(404, "not-found");

    assertThat(wallets.balance(fund)).isEqualTo("100.00");
    assertThat(lending.loan(lending.manager(), loan).text("/principal")).isEqualTo("1200.00");
  }

  @Test
  void limitsOfTheProductAndOfItsLastStepHoldForTheWholeLoan() {
    UUID product =
        lending.product(
            Map.of(
                "maxPrincipal",
                "1600.00",
                "approvalSteps",
                List.of(Map.of("role", "MANAGER", "limit", "1500.00"))));
    UUID loan = paidOut(product, "1200.00");

    topUp(lending.manager(), loan, "400.01").expectProblem(422, "principal-out-of-limits");
    Answer refused = topUp(lending.manager(), loan, "300.01").expectProblem(422, "approval-limit");

    assertThat(refused.text("/errors/0/field")).isEqualTo("amount");
    topUp(lending.manager(), loan, "300.00").expect(200);
  }

  @Test
  void whoeverMayNotIsRefusedAndSoIsWhatDoesNotFit() {
    UUID loan = running();
    for (String role : List.of("FIELD_OFFICER", "TELLER", "ACCOUNTANT", "AUDITOR")) {
      Lending.askForTopUp(people.as(role), loan, Map.of("amount", "1.00"))
          .expectProblem(403, "forbidden");
    }
    UUID own =
        lending
            .apply(lending.manager(), lending.borrower(), lending.product(Map.of()), "1200.00")
            .expect(201)
            .id();
    lending.approve(people.administrator(), own).expect(200);
    lending.disburse(lending.accountant(), own, "2026-02-02").expect(200);
    topUp(lending.manager(), own, "1.00").expectProblem(409, "maker-is-checker");
    topUp(lending.manager(), loan, Map.of("amount", "1.00", "on", "2026-03-03"))
        .expectProblem(422, "date-in-future");
    topUp(lending.manager(), loan, Map.of("amount", "1.00", "on", "2026-02-01"))
        .expectProblem(422, "date-before-disbursement");
    topUp(lending.manager(), loan, "0.00").expectProblem(400, "invalid");
    topUp(lending.manager(), lending.application("300.00"), "1.00")
        .expectProblem(409, "wrong-status");
    UUID product =
        lending.product(Map.of("amortization", "EQUAL_PRINCIPAL", "interestMethod", "FLAT"));
    UUID inEqualParts = paidOut(product, "1200.00");
    for (String amount : List.of("1.00", "99999999.00")) {
      assertThat(
              topUp(lending.manager(), inEqualParts, amount)
                  .expectProblem(422, "event-not-accepted")
                  .text("/detail"))
          .isEqualTo(
              "A loan with flat interest can be topped up only if it is in equal installments.");
    }
  }

  /** The payment of 10 February would pay 1,200.00 off, before 300.00 were lent. */
  @Test
  void aPaymentThatWouldHavePaidTheLoanOffBeforeIsRefused() {
    UUID loan = running();
    topUp(lending.manager(), loan, Map.of("amount", "300.00", "on", "2026-02-20")).expect(200);

    lending
        .pay(lending.accountant(), loan, "1400.00", "2026-02-10")
        .expectProblem(422, "event-not-accepted");

    lending.pay(lending.accountant(), loan, "1000.00", "2026-02-10").expect(201);
    assertThat(verifier.verify().first()).isEmpty();
  }

  /**
   * On 2 March the first installment is due: of equal ones 1,000.00 are left, so 1,300.00 are
   * repaid by five. Each month bears 1 percent of what is left.
   */
  @ParameterizedTest
  @CsvSource({
    "EQUAL_PRINCIPAL, CASH, 1, 260.00, 13.00",
    "EQUAL_PRINCIPAL, ACCRUAL, 5, 260.00, 2.60",
    "INTEREST_ONLY, ACCRUAL, 1, 0.00, 15.00",
    "INTEREST_ONLY, CASH, 5, 1500.00, 15.00",
    "BULLET, ACCRUAL, 0, 1500.00, 87.00",
  })
  void otherLoansAreRepaidAsIfTheRestHadBeenAgreedAnew(
      String amortization, String accounting, int row, String principal, String interest) {
    UUID product = lending.product(Map.of("amortization", amortization, "accounting", accounting));
    UUID loan = paidOut(product, "1200.00");

    topUp(lending.manager(), loan, "300.00").expect(200);

    Answer schedule = lending.manager().get("/api/loans/" + loan + "/schedule").expect(200);
    assertThat(schedule.text("/rows/" + row + "/principal")).isEqualTo(principal);
    assertThat(schedule.text("/rows/" + row + "/interest")).isEqualTo(interest);
    assertThat(schedule.text("/totals/principal")).isEqualTo("1500.00");
    lending.pay(lending.teller(), loan, "300.00", TODAY).expect(201);
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void interestThatAccruesFollows() {
    UUID product = lending.product(Map.of("accounting", "ACCRUAL"));
    UUID loan = paidOut(product, "1200.00");

    topUp(lending.manager(), loan, "300.00").expect(200);
    lending.pay(lending.teller(), loan, "100.00", TODAY).expect(201);

    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void theDashboardHasItOnItsOwnDay() {
    UUID loan = running();
    BigDecimal before = paidOutToday();

    topUp(lending.manager(), loan, "300.00").expect(200);

    assertThat(paidOutToday().subtract(before)).isEqualByComparingTo("300.00");
  }

  private BigDecimal paidOutToday() {
    Answer today = lending.manager().get("/api/dashboards/today?currency=EUR").expect(200);
    return StreamSupport.stream(today.json().at("/tiles").spliterator(), false)
        .filter(tile -> tile.path("of").asString().equals("DISBURSED"))
        .map(tile -> new BigDecimal(tile.path("value").asString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void interestThatFollowsPaymentsFollows() {
    UUID product =
        lending.product(Map.of("recalculation", "FOLLOWS_PAYMENTS", "interestPeriod", "DAILY"));
    UUID loan = paidOut(product, "1200.00");
    lending.pay(lending.accountant(), loan, "100.00", "2026-02-20").expect(201);

    topUp(lending.manager(), loan, Map.of("amount", "300.00", "on", "2026-02-25")).expect(200);
    lending.pay(lending.teller(), loan, "100.00", TODAY).expect(201);

    assertThat(verifier.verify().first()).isEmpty();
  }

  private UUID running() {
    return lending.active("1200.00", "2026-02-02");
  }

  private UUID paidOut(UUID product, String principal) {
    return lending.active(lending.borrower(), product, principal, "2026-02-02");
  }

  private Answer topUp(Http who, UUID loan, String amount) {
    return topUp(who, loan, Map.of("amount", amount));
  }

  /** An administrator asks, and takes back what the other one is refused. */
  private Answer topUp(Http who, UUID loan, Map<String, Object> fields) {
    Http admin = people.administrator();
    Answer asked = Lending.askForTopUp(admin, loan, fields);
    if (asked.status() != 201) {
      return asked;
    }
    Answer answer = Lending.confirm(who, asked.id());
    if (answer.status() != 200) {
      admin.post("/api/loan-requests/" + asked.id() + "/withdraw").expect(200);
    }
    return answer;
  }

  private static Answer takeBack(Http who, UUID loan, String event) {
    return who.idempotent()
        .post("/api/loans/" + loan + "/events/" + event + "/take-back", Map.of("reason", "slip"));
  }
}
