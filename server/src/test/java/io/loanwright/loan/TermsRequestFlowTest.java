package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody alone agrees other terms of a running loan: one asks, another one agrees. 1,200.00 at 1
 * percent a month since 2 February.
 */
@FlowTest
class TermsRequestFlowTest {

  private static final Map<String, Object> LONGER =
      Map.of("kind", "LONGER_TERM", "from", TODAY, "installments", 6);
  private static final Map<String, Object> LOWER =
      Map.of("kind", "RATE", "from", TODAY, "annualRate", "6");

  private final People people;
  private final Lending lending;
  private final Verifier verifier;

  TermsRequestFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.lending = new Lending(people);
    this.verifier = verifier;
  }

  @Test
  void whatWasSimulatedIsWhatIsAgreed() {
    UUID loan = running();
    Answer simulated =
        lending.manager().post("/api/loans/" + loan + "/simulate", LONGER).expect(200);
    Answer asked = Lending.askForTerms(lending.officer(), loan, LONGER).expect(201);
    assertThat(asked.text("/on")).isEqualTo(TODAY);
    assertThat(asked.text("/change/kind")).isEqualTo("LONGER_TERM");
    assertThat(asked.json().at("/change/installments").asInt()).isEqualTo(6);

    Lending.confirm(lending.manager(), asked.id()).expect(200);

    Answer schedule = lending.manager().get("/api/loans/" + loan + "/schedule").expect(200);
    assertThat(schedule.json().at("/rows")).hasSize(12);
    assertThat(schedule.json().at("/rows")).isEqualTo(simulated.json().at("/after/schedule/rows"));
    assertThat(verifier.verify().first()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADMIN", "MANAGER", "LOAN_OFFICER", "COLLECTOR"})
  void whoeverMayAskAsks(String role) {
    Lending.askForTerms(people.as(role), running(), LONGER).expect(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIELD_OFFICER", "TELLER", "ACCOUNTANT", "AUDITOR"})
  void whoeverMayNotAskDoesNot(String role) {
    Lending.askForTerms(people.as(role), running(), LONGER).expectProblem(403, "forbidden");
  }

  @Test
  void whatIsRejectedLeavesTheLoanAsItIs() {
    UUID loan = running();
    UUID asked = Lending.askForTerms(lending.officer(), loan, LOWER).expect(201).id();

    Answer rejected =
        lending
            .manager()
            .post(path(asked) + "/reject", Map.of("reason", "the harvest was good"))
            .expect(200);

    assertThat(rejected.text("/status")).isEqualTo("REJECTED");
    assertThat(rejected.text("/decisionReason")).isEqualTo("the harvest was good");
    assertThat(rate(loan)).isEqualTo("12");
    Lending.askForTerms(lending.officer(), loan, LOWER).expect(201);
  }

  /** A lower rate takes interest off; who gives up less than that asks, and does not agree. */
  @Test
  void theLimitForWaivingInterestIsThatOfWhoeverAgrees() {
    UUID loan = running();
    Http limited = limited("4.00");
    UUID asked = Lending.askForTerms(limited, loan, LOWER).expect(201).id();
    Lending.confirm(lending.manager(), asked).expect(200);

    UUID other = running();
    UUID again = Lending.askForTerms(lending.officer(), other, LOWER).expect(201).id();
    assertThat(limited.get(path(again)).expect(200).body()).contains("role-limit");
    Lending.confirm(limited, again).expectProblem(422, "role-limit");
    limited.post(path(again) + "/reject", Map.of("reason", "too much")).expect(200);
    UUID longer = Lending.askForTerms(lending.officer(), other, LONGER).expect(201).id();
    Lending.confirm(limited, longer).expect(200);
  }

  @Test
  void aRequestSaysHowMuchInterestItTakesOff() {
    UUID loan = running();
    Answer simulated =
        lending.manager().post("/api/loans/" + loan + "/simulate", LOWER).expect(200);
    BigDecimal takenOff = interest(simulated, "before").subtract(interest(simulated, "after"));

    Answer asked = Lending.askForTerms(lending.officer(), loan, LOWER).expect(201);

    assertThat(takenOff).isPositive();
    assertThat(asked.text("/amount")).isEqualTo(takenOff.toPlainString());
    assertThat(lending.manager().get(path(asked.id())).expect(200).text("/amountNow"))
        .isEqualTo(takenOff.toPlainString());
    UUID other = running();
    assertThat(Lending.askForTerms(lending.officer(), other, LONGER).expect(201).text("/amount"))
        .isEqualTo("0.00");
  }

  private static BigDecimal interest(Answer simulated, String side) {
    return new BigDecimal(simulated.text("/" + side + "/schedule/totals/interest"));
  }

  /** More money meanwhile bears interest, too: more is taken off than was seen. */
  @Test
  void whatTheLoanBecameMeanwhileIsLookedAtAgain() {
    UUID loan = running();
    Answer asked = Lending.askForTerms(lending.officer(), loan, LOWER).expect(201);
    lending.topUp(lending.manager(), loan, Map.of("amount", "300.00")).expect(200);

    lending
        .manager()
        .idempotent()
        .post(path(asked.id()) + "/confirm", Map.of("amount", asked.text("/amount")))
        .expectProblem(409, "amount-changed");
    assertThat(rate(loan)).isEqualTo("12");
    Lending.confirm(lending.manager(), asked.id()).expect(200);

    assertThat(rate(loan)).isEqualTo("6");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void aPaymentThatCameInBetweenIsKept() {
    UUID loan = running();
    UUID asked = Lending.askForTerms(lending.officer(), loan, LONGER).expect(201).id();
    lending.pay(lending.teller(), loan, "207.06", TODAY).expect(201);

    Lending.confirm(lending.manager(), asked).expect(200);

    assertThat(rows(loan)).isEqualTo(12);
    Answer schedule = lending.manager().get("/api/loans/" + loan + "/schedule").expect(200);
    // 106.62 are due by the new terms; the rest of the 207.06 pays ahead.
    assertThat(schedule.text("/rows/0/paid")).isEqualTo("106.62");
    assertThat(schedule.text("/rows/1/paid")).isEqualTo("100.44");
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** The product lent at 15 percent when it was asked for, and does no more. */
  @Test
  void whatHasBecomeImpossibleIsRefusedWithItsRule() {
    UUID product = lending.product(Map.of());
    UUID loan = lending.active(lending.borrower(), product, "1200.00", "2026-02-02");
    lends(product, "15");
    Map<String, Object> higher = Map.of("kind", "RATE", "from", TODAY, "annualRate", "15");
    Answer asked = Lending.askForTerms(lending.officer(), loan, higher).expect(201);
    assertThat(asked.text("/amount")).isEqualTo("0.00");
    lends(product, "12");

    Answer told = lending.manager().get(path(asked.id())).expect(200);
    assertThat(told.body()).contains("terms-refused").doesNotContain("\"amountNow\":\"");
    Lending.confirm(lending.manager(), asked.id()).expectProblem(422, "terms-refused");

    assertThat(rate(loan)).isEqualTo("12");
    assertThat(lending.manager().get(path(asked.id())).expect(200).text("/status"))
        .isEqualTo("WAITING");
  }

  private void lends(UUID product, String rate) {
    Map<String, Object> terms =
        Map.of(
            "name",
            "Product " + product,
            "currency",
            "EUR",
            "annualRate",
            rate,
            "interestPeriod",
            "SAME_AS_REPAYMENT_PERIOD",
            "repayments",
            6,
            "unit",
            "MONTHS");
    people.administrator().patch("/api/products/" + product, Map.of("terms", terms)).expect(200);
  }

  @Test
  void forOneLoanOneRequestOfAKindWaitsAndAWriteOffEndsIt() {
    UUID loan = running();
    UUID asked = Lending.askForTerms(lending.officer(), loan, LONGER).expect(201).id();

    Lending.askForTerms(lending.manager(), loan, LOWER).expectProblem(409, "request-waits");
    Lending.askForTopUp(lending.officer(), loan, Map.of("amount", "300.00")).expect(201);
    Lending.writeOff(lending.accountant(), lending.manager(), loan, TODAY).expect(200);

    assertThat(lending.manager().get(path(asked)).expect(200).text("/status")).isEqualTo("LAPSED");
    Lending.confirm(lending.manager(), asked).expectProblem(409, "already-decided");
    assertThat(people.administrator().get("/api/audit?subjectId=" + loan).expect(200).body())
        .contains("loan.lapse_change");
    Lending.askForTerms(lending.officer(), loan, LONGER).expectProblem(409, "wrong-status");
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** Terms that take nothing off are confirmed with nothing, and with no other amount. */
  @Test
  void whatIsNoConfirmationIsSaidSo() {
    UUID asked = Lending.askForTerms(lending.officer(), running(), LONGER).expect(201).id();

    Http manager = lending.manager().idempotent();
    manager.post(path(asked) + "/confirm", Map.of()).expectProblem(400, "invalid");
    manager.post(path(asked) + "/confirm", Map.of("amount", "-1")).expectProblem(400, "invalid");
    manager
        .post(path(asked) + "/confirm", Map.of("amount", "1.00"))
        .expectProblem(409, "amount-changed");
  }

  /** 1,206.00 are less than was owed, and more than is owed with no interest since 10 February. */
  @Test
  void termsThatEndTheLoanAreAgreedAndEndWhatElseWaits() {
    UUID product = lending.product(Map.of("interestPeriod", "DAILY", "repayments", 1));
    UUID loan = lending.active(lending.borrower(), product, "1200.00", "2026-02-02");
    Map<String, Object> none = Map.of("kind", "RATE", "from", "2026-02-10", "annualRate", "0");
    UUID asked = Lending.askForTerms(people.administrator(), loan, none).expect(201).id();
    UUID writeOff = Lending.askForWriteOff(lending.accountant(), loan, TODAY).expect(201).id();
    lending.pay(lending.teller(), loan, "1206.00", TODAY).expect(201);
    assertThat(lending.loan(lending.manager(), loan).text("/status")).isEqualTo("ACTIVE");

    Lending.confirm(lending.manager(), asked).expect(200);

    assertThat(lending.loan(lending.manager(), loan).text("/status")).isEqualTo("CLOSED");
    assertThat(lending.manager().get(path(asked)).expect(200).text("/status"))
        .isEqualTo("CONFIRMED");
    assertThat(lending.manager().get(path(writeOff)).expect(200).text("/status"))
        .isEqualTo("LAPSED");
    assertThat(verifier.verify().first()).isEmpty();
  }

  private UUID running() {
    return lending.active("1200.00", "2026-02-02");
  }

  private int rows(UUID loan) {
    return lending
        .manager()
        .get("/api/loans/" + loan + "/schedule")
        .expect(200)
        .json()
        .at("/rows")
        .size();
  }

  private String rate(UUID loan) {
    return lending.loan(lending.manager(), loan).text("/current/annualRate");
  }

  /** Somebody who may ask for other terms and agree them, as far as they take so much off. */
  private Http limited(String most) {
    return people.whoMay(
        "AGREES_UP_TO_A_LIMIT",
        Map.of(
            "loan.view", "ORGANIZATION",
            "schedule.ask_restructure", "ORGANIZATION",
            "schedule.restructure", "ORGANIZATION"),
        List.of(Map.of("permission", "interest.waive", "amount", most, "currency", "EUR")));
  }

  private static String path(UUID request) {
    return "/api/loan-requests/" + request;
  }
}
