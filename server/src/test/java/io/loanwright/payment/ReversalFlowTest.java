package io.loanwright.payment;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A payment is taken back by another event, and the loan is what it would be without it. */
@FlowTest
class ReversalFlowTest {

  private static final Map<String, String> REASON = Map.of("reason", "typed wrong");

  private final People people;
  private final Lending lending;

  ReversalFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void aClosedLoanRunsAgainAndThePaymentStaysMarked() {
    UUID loan = lending.active("1200.00", TODAY);
    UUID payment = lending.pay(lending.teller(), loan, "1200.00", TODAY).expect(201).id();

    Answer reversed = reverse(lending.manager(), payment).expect(200);

    assertThat(reversed.id()).isEqualTo(payment);
    assertThat(reversed.text("/loanStatus")).isEqualTo("ACTIVE");
    assertThat(lending.loan(lending.teller(), loan).text("/outstanding/total"))
        .isEqualTo("1200.00");
    JsonNode events = lending.officer().get("/api/loans/" + loan + "/events").json().at("/items");
    assertThat(events).hasSize(3);
    assertThat(events.get(1).get("reversed").asBoolean()).isTrue();
    assertThat(events.get(2).get("reverses").asString()).isEqualTo(payment.toString());
    Answer kept = lending.officer().get("/api/payments/" + payment).expect(200);
    assertThat(kept.text("/status")).isEqualTo("REVERSED");
    assertThat(kept.text("/reversalReason")).isEqualTo("typed wrong");
    assertThat(kept.text("/allocation/principal")).isEqualTo("0.00");
    reverse(lending.manager(), payment).expectProblem(409, "already-reversed");
    String receipt =
        lending
            .teller()
            .with("Accept", "text/html")
            .get("/api/payments/" + payment + "/receipt")
            .body();
    assertThat(receipt)
        .contains("REVERSED", "EUR\u00a01,200.00")
        .doesNotContain(">Signature<", "Owed after this payment");
  }

  @Test
  void laterPaymentsAreSplitAnewAndTheNextReceiptFollows() {
    UUID loan = lending.active("1200.00", "2026-02-02");
    UUID first = lending.pay(lending.teller(), loan, "207.06", TODAY).expect(201).id();
    UUID second = lending.pay(lending.teller(), loan, "50.00", TODAY).expect(201).id();

    reverse(lending.accountant(), first).expect(200);

    Answer moved = lending.officer().get("/api/payments/" + second).expect(200);
    assertThat(moved.text("/allocation/interest")).isEqualTo("12.00");
    assertThat(moved.text("/allocation/principal")).isEqualTo("38.00");
    assertThat(lending.pay(lending.teller(), loan, "1.00", TODAY).text("/receiptNumber"))
        .endsWith("-003");
  }

  @Test
  void aPaymentOfTheWrongAmountIsEnteredAgainForItsInstallmentOnItsDay() {
    UUID loan = lending.active("1200.00", "2025-12-02");
    Map<String, Object> wrong = forInstallment(2, "207.06", "2026-02-02");
    UUID typed =
        lending.accountant().idempotent().post("/api/payments/" + loan, wrong).expect(201).id();
    lending
        .accountant()
        .idempotent()
        .post("/api/payments/" + loan, wrong)
        .expectProblem(409, "installment-paid");
    reverse(lending.accountant(), typed).expect(200);

    lending.accountant().idempotent().post("/api/payments/" + loan, wrong).expect(201);
  }

  @Test
  void aReversalMayCountFromTheDayOfThePaymentSoThatNoDayHasTheMoneyTwice() {
    UUID loan = lending.active("1200.00", "2025-12-02");
    UUID typed = lending.pay(lending.accountant(), loan, "270.06", "2026-01-02").expect(201).id();
    String path = "/api/payments/" + typed + "/reverse";
    Map<String, Object> back = Map.of("reason", "typed wrong", "on", "2026-01-02");
    Http teller = lending.teller();
    teller.idempotent().post(path, back).expectProblem(403, "reversal-not-permitted");
    Http accountant = lending.accountant();
    accountant
        .idempotent()
        .post(path, Map.of("reason", "typed wrong", "on", "2026-01-01"))
        .expectProblem(422, "date-before-payment");
    accountant
        .idempotent()
        .post(path, Map.of("reason", "typed wrong", "on", "2026-03-03"))
        .expectProblem(422, "date-in-future");

    accountant.idempotent().post(path, back).expect(200);
    lending.pay(accountant, loan, "207.06", "2026-01-02").expect(201);

    Answer then = accountant.get("/api/loans/" + loan + "?asOf=2026-01-02").expect(200);
    assertThat(then.text("/outstanding/principal")).isEqualTo("1004.94");
    Answer payment = accountant.get("/api/payments/" + typed).expect(200);
    assertThat(payment.text("/status")).isEqualTo("REVERSED");
  }

  private static Map<String, Object> forInstallment(int number, String amount, String on) {
    return Map.of("amount", amount, "on", on, "channel", "CASH", "targetInstallment", number);
  }

  @Test
  void aTellerTakesBackOnlyWhatHeTookHimselfToday() {
    UUID loan = lending.active("1200.00", "2026-01-02");
    UUID others = lending.pay(lending.accountant(), loan, "10.00", TODAY).expect(201).id();
    UUID old = lending.pay(lending.accountant(), loan, "10.00", "2026-02-02").expect(201).id();
    UUID own = lending.pay(lending.teller(), loan, "10.00", TODAY).expect(201).id();

    reverse(lending.teller(), others).expectProblem(403, "reversal-not-permitted");
    reverse(lending.teller(), old).expectProblem(403, "reversal-not-permitted");
    reverse(lending.teller(), own).expect(200);
    reverse(people.as("LOAN_OFFICER"), others).expectProblem(403, "forbidden");
  }

  @Test
  void excessThatIsSpentKeepsThePaymentFromBeingTakenBack() {
    UUID borrower = lending.borrower();
    UUID product = lending.product(Map.of("approvalSteps", List.of()));
    UUID first = lending.apply(lending.officer(), borrower, product, "100.00").expect(201).id();
    UUID second = lending.apply(lending.officer(), borrower, product, "100.00").expect(201).id();
    lending.disburse(lending.accountant(), first, TODAY).expect(200);
    lending.disburse(lending.accountant(), second, TODAY).expect(200);
    UUID payment = lending.pay(lending.teller(), first, "150.00", TODAY).expect(201).id();
    Answer drawn =
        lending
            .teller()
            .idempotent()
            .post(
                "/api/payments/" + second,
                Map.of("amount", "50.00", "on", TODAY, "channel", "WALLET"))
            .expect(201);

    Answer refused = reverse(lending.manager(), payment).expectProblem(422, "wallet-overdrawn");

    assertThat(refused.json().has("errors")).isFalse();
    assertThat(refused.text("/detail"))
        .contains("0.00 EUR", "Reverse the payment", drawn.text("/receiptNumber"));
    assertThat(lending.loan(lending.teller(), first).text("/status")).isEqualTo("CLOSED");
    reverse(lending.manager(), drawn.id()).expect(200);
    reverse(lending.manager(), payment).expect(200);
  }

  /** Of 50.00 that were too much, 20.00, 20.00 and 10.00 are spent: the last one is the newest. */
  @Test
  void allPaymentsAreNamedThatSpentTheExcessAndHowMuchIsMissing() {
    UUID borrower = lending.borrower();
    UUID product = lending.product(Map.of("approvalSteps", List.of()));
    UUID overpaid = paidOut(borrower, product);
    UUID payment = lending.pay(lending.teller(), overpaid, "150.00", TODAY).expect(201).id();
    UUID other = paidOut(borrower, product);
    String first = fromWallet(other, "20.00").text("/receiptNumber");
    Answer second = fromWallet(other, "20.00").expect(201);
    Answer third = fromWallet(other, "10.00").expect(201);

    Answer refused = reverse(lending.manager(), payment).expectProblem(422, "wallet-overdrawn");

    assertThat(refused.text("/detail"))
        .contains(
            "which has 0.00 EUR; 50.00 EUR are missing",
            "receipts %s, %s, %s, first"
                .formatted(third.text("/receiptNumber"), second.text("/receiptNumber"), first));
    reverse(lending.manager(), third.id()).expect(200);
    reverse(lending.manager(), second.id()).expect(200);
    Answer left = reverse(lending.manager(), payment).expectProblem(422, "wallet-overdrawn");
    assertThat(left.text("/detail")).contains("20.00 EUR are missing", "receipt " + first + ",");
  }

  /** Fifty are named, of one euro each. */
  @Test
  void whereThePaymentsThatAreNamedBringTooLittleBackItSaysHowMuchIsLeft() {
    UUID borrower = lending.borrower();
    UUID product = lending.product(Map.of("approvalSteps", List.of()));
    UUID overpaid = paidOut(borrower, product);
    UUID payment = lending.pay(lending.teller(), overpaid, "151.50", TODAY).expect(201).id();
    UUID other = paidOut(borrower, product);
    for (int i = 0; i < 51; i++) {
      fromWallet(other, "1.00").expect(201);
    }

    Answer refused = reverse(lending.manager(), payment).expectProblem(422, "wallet-overdrawn");

    assertThat(refused.text("/detail"))
        .contains("51.00 EUR are missing")
        .endsWith("brings back 50.00 EUR, and put 1.00 EUR more into the wallet.");
  }

  /** Money in another currency is in another wallet, however lately it was drawn. */
  @Test
  void theReceiptThatIsNamedIsOfTheWalletThatLacksTheMoney() {
    UUID borrower = lending.borrower();
    UUID euros = lending.product(Map.of("approvalSteps", List.of()));
    UUID dollars = lending.product(Map.of("approvalSteps", List.of(), "currency", "USD"));
    UUID overpaid = paidOut(borrower, euros);
    UUID payment = lending.pay(lending.teller(), overpaid, "150.00", TODAY).expect(201).id();
    Answer drawn = fromWallet(paidOut(borrower, euros)).expect(201);
    lending.pay(lending.teller(), paidOut(borrower, dollars), "150.00", TODAY).expect(201);
    fromWallet(paidOut(borrower, dollars)).expect(201);

    Answer refused = reverse(lending.manager(), payment).expectProblem(422, "wallet-overdrawn");

    assertThat(refused.text("/detail"))
        .contains("0.00 EUR", "receipt " + drawn.text("/receiptNumber") + ",");
  }

  private UUID paidOut(UUID borrower, UUID product) {
    UUID loan = lending.apply(lending.officer(), borrower, product, "100.00").expect(201).id();
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    return loan;
  }

  private Answer fromWallet(UUID loan) {
    return fromWallet(loan, "50.00");
  }

  private Answer fromWallet(UUID loan, String amount) {
    return lending
        .teller()
        .idempotent()
        .post("/api/payments/" + loan, Map.of("amount", amount, "on", TODAY, "channel", "WALLET"));
  }

  @Test
  void aReasonAndAKeyAreRequired() {
    UUID loan = lending.active("1200.00", TODAY);
    UUID payment = lending.pay(lending.teller(), loan, "10.00", TODAY).expect(201).id();
    String path = "/api/payments/" + payment + "/reverse";

    lending.manager().idempotent().post(path, Map.of("reason", " ")).expectProblem(400, "invalid");
    lending.manager().post(path, REASON).expectProblem(400, "idempotency-key-required");
    reverse(lending.manager(), UUID.randomUUID()).expectProblem(404, "not-found");
  }

  private static Answer reverse(Http who, UUID payment) {
    return who.idempotent().post("/api/payments/" + payment + "/reverse", REASON);
  }
}
