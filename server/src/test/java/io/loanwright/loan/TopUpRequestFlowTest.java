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

  @Test
  void whatIsPaidOutIsLentBesidesAndTheTrailSaysWhatWasLentBefore() {
    UUID loan = running();
    UUID asked = Lending.askForTopUp(lending.officer(), loan, MORE).expect(201).id();
    assertThat(principal(loan)).isEqualTo("1200.00");

    Answer paid = Lending.confirm(lending.manager(), asked).expect(200);

    assertThat(paid.text("/principal")).isEqualTo("1500.00");
    Answer trail = people.administrator().get("/api/audit?subjectId=" + loan).expect(200);
    assertThat(trail.text("/items/0/before/principal")).isEqualTo("1200.00");
    assertThat(trail.text("/items/0/after/principal")).isEqualTo("1500.00");
    assertThat(verifier.verify().first()).isEmpty();
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

  /** The last step approves 1,500.00: nobody could confirm more. */
  @Test
  void whatNobodyCouldConfirmIsNotAskedFor() {
    UUID product =
        lending.product(
            Map.of("approvalSteps", List.of(Map.of("role", "MANAGER", "limit", "1500.00"))));
    UUID loan = lending.active(lending.borrower(), product, "1200.00", TODAY);

    Lending.askForTopUp(lending.officer(), loan, Map.of("amount", "300.01"))
        .expectProblem(422, "approval-limit");

    Answer none = lending.manager().get("/api/loan-requests?loanId=" + loan).expect(200);
    assertThat(none.json().at("/items")).isEmpty();
  }

  /** Who asks for all loans, and pays out only those he looks after. */
  @Test
  void whoAsksFurtherThanHeDecidesSeesAndTakesBackHisOwn() {
    UUID loan = running();
    Http further =
        people.whoMay(
            "ASKS_FURTHER", Map.of("loan.ask_top_up", "ORGANIZATION", "loan.top_up", "OWN"));
    UUID asked = Lending.askForTopUp(further, loan, MORE).expect(201).id();

    further.get(path(asked)).expect(200);
    further.post(path(asked) + "/withdraw", Map.of()).expect(200);
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
    return people.whoMay(
        "TOPS_UP_TO_A_LIMIT",
        Map.of(
            "loan.view", "ORGANIZATION",
            "loan.ask_top_up", "ORGANIZATION",
            "loan.top_up", "ORGANIZATION"),
        List.of(Map.of("permission", "loan.approve", "amount", most, "currency", "EUR")));
  }

  private String principal(UUID loan) {
    return lending.loan(lending.manager(), loan).text("/principal");
  }

  private static String path(UUID request) {
    return "/api/loan-requests/" + request;
  }
}
