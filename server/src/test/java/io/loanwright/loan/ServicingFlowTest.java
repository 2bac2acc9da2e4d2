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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Charges, waivers and other terms of running loans: 1,200.00 at 1 percent a month, paid out on 2
 * February; 207.06 are due today, 12.00 of them interest.
 */
@FlowTest
class ServicingFlowTest {

  private final People people;
  private final Lending lending;
  private final Verifier verifier;

  ServicingFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.lending = new Lending(people);
    this.verifier = verifier;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADMIN", "MANAGER", "LOAN_OFFICER", "TELLER", "ACCOUNTANT", "COLLECTOR"})
  void aChargeIsOwedAndPaidAsIncome(String role) {
    UUID loan = running();

    Answer charged = charge(people.as(role), loan, "FEE", "25.00").expect(200);

    assertThat(charged.text("/outstanding/fees")).isEqualTo("25.00");
    assertThat(charged.text("/nextDue/amount")).isEqualTo("232.06");
    Answer paid = lending.pay(lending.teller(), loan, "30.00", TODAY).expect(201);
    assertThat(paid.text("/allocation/fees")).isEqualTo("25.00");
    assertThat(paid.text("/allocation/interest")).isEqualTo("5.00");
    Answer event = people.administrator().get("/api/audit?subjectId=" + loan).expect(200);
    assertThat(event.body()).contains("charge.add", "visit at home");
  }

  /** Given up before anything else of the day, so that 10.00 that paid it pay interest. */
  @Test
  void whatIsUnpaidOfAChargeIsGivenUpAndOwedAgainWhenThatIsTakenBack() {
    UUID loan = running();
    charge(lending.teller(), loan, "PENALTY", "30.00").expect(200);
    lending.pay(lending.teller(), loan, "10.00", TODAY).expect(201);
    UUID charge = chargeOf(loan);

    Answer waived = waive(lending.manager(), loan, charge).expect(200);

    assertThat(waived.text("/outstanding/penalties")).isEqualTo("0.00");
    assertThat(waived.text("/outstanding/interest")).isEqualTo("2.00");
    Answer charges = lending.teller().get("/api/loans/" + loan + "/charges").expect(200);
    assertThat(charges.text("/items/0/waived")).isEqualTo("30.00");
    assertThat(charges.text("/items/0/reason")).isEqualTo("visit at home");
    waive(lending.manager(), loan, charge).expectProblem(409, "nothing-to-waive");
    Answer kept =
        takeBack(lending.manager(), loan, charge).expectProblem(422, "event-not-accepted");
    assertThat(kept.text("/detail"))
        .isEqualTo(
            "There is no such charge to waive; if it was waived, take the waiver back first.");
    waive(lending.manager(), loan, UUID.randomUUID()).expectProblem(404, "not-found");
    assertThat(verifier.verify().first()).isEmpty();

    takeBack(lending.manager(), loan, lastEvent(loan)).expect(200);
    assertThat(lending.loan(lending.teller(), loan).text("/outstanding/penalties"))
        .isEqualTo("20.00");
    takeBack(lending.manager(), loan, charge).expect(200);
    assertThat(lending.loan(lending.teller(), loan).text("/outstanding/total"))
        .isEqualTo("1202.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** The payment of 10 February is known after the waiver of 20 February, and paid the charge. */
  @Test
  void aWaiverGivesUpNoMoreThanAPaymentThatBecameKnownLaterHasLeft() {
    UUID loan = lending.active("1200.00", "2026-01-02");
    Http accountant = lending.accountant();
    accountant
        .idempotent()
        .post(
            "/api/loans/" + loan + "/charges",
            Map.of("kind", "FEE", "amount", "30.00", "on", "2026-01-20", "reason", "visit"))
        .expect(200);
    UUID charge = chargeOf(loan);
    accountant
        .idempotent()
        .post(
            "/api/loans/" + loan + "/waivers",
            Map.of("chargeId", charge, "on", "2026-02-20", "reason", "our fault"))
        .expect(200);
    assertThat(waivedOf(loan)).isEqualTo("30.00");

    lending.pay(accountant, loan, "30.00", "2026-02-10").expect(201);

    assertThat(waivedOf(loan)).isEqualTo("0.00");
    Answer events = accountant.get("/api/loans/" + loan + "/events").expect(200);
    assertThat(events.text("/items/2/kind")).isEqualTo("WAIVER");
    assertThat(events.text("/items/2/amount")).isEqualTo("0.00");
  }

  @Test
  void chargesThatDoNotFitAreRefused() {
    UUID loan = running();
    charge(lending.teller(), loan, "FEE", "1200.01").expectProblem(422, "terms-refused");
    charge(lending.teller(), loan, "FEE", "1000.00").expect(200);
    charge(lending.teller(), loan, "FEE", "200.01").expectProblem(422, "terms-refused");
    charge(lending.teller(), loan, "FEE", "0.00").expectProblem(400, "invalid");
    charge(people.as("AUDITOR"), loan, "FEE", "1.00").expectProblem(403, "forbidden");
    waive(lending.teller(), loan, UUID.randomUUID()).expectProblem(403, "forbidden");
    lending
        .teller()
        .idempotent()
        .post(
            "/api/loans/" + loan + "/charges",
            Map.of(
                "kind", "FEE", "amount", "1.00", "on", TODAY, "dueOn", "2026-03-01", "reason", "x"))
        .expectProblem(422, "terms-refused");
    lending
        .teller()
        .idempotent()
        .post(
            "/api/loans/" + loan + "/charges",
            Map.of("kind", "FEE", "amount", "1.00", "on", "2026-03-01", "reason", "x"))
        .expectProblem(403, "backdate-not-permitted");
    charge(lending.teller(), lending.application("300.00"), "FEE", "1.00")
        .expectProblem(409, "wrong-status");
  }

  @Test
  void moreTimeIsAgreedAsItWasSimulatedAndTakenBack() {
    UUID loan = running();
    Map<String, Object> longer = Map.of("kind", "LONGER_TERM", "from", TODAY, "installments", 6);
    Answer simulated =
        lending.manager().post("/api/loans/" + loan + "/simulate", longer).expect(200);

    lending.agree(lending.manager(), loan, longer).expect(200);

    Answer schedule = lending.manager().get("/api/loans/" + loan + "/schedule").expect(200);
    assertThat(schedule.json().at("/rows")).hasSize(12);
    assertThat(schedule.json().at("/rows")).isEqualTo(simulated.json().at("/after/schedule/rows"));
    Answer contract =
        lending.manager().get("/api/loans/" + loan + "/schedule?kind=CONTRACT").expect(200);
    assertThat(contract.json().at("/rows")).hasSize(6);
    assertThat(lending.loan(lending.manager(), loan).json().at("/current/repayments").asInt())
        .isEqualTo(12);
    assertThat(verifier.verify().first()).isEmpty();
    takeBack(lending.manager(), loan, lastEvent(loan)).expect(200);
    assertThat(lending.manager().get("/api/loans/" + loan + "/schedule").json().at("/rows"))
        .hasSize(6);
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void aRateAHolidayAndDaysWithoutInterestAreAgreed() {
    UUID loan = running();
    lending
        .agree(lending.manager(), loan, Map.of("kind", "RATE", "from", TODAY, "annualRate", "6"))
        .expect(200);
    lending
        .agree(
            lending.manager(),
            loan,
            Map.of("kind", "PAYMENT_HOLIDAY", "dueOn", "2026-04-02", "newDueOn", "2026-06-02"))
        .expect(200);
    lending
        .agree(
            lending.manager(),
            loan,
            Map.of("kind", "INTEREST_HOLIDAY", "from", TODAY, "to", "2026-03-20"))
        .expect(200);

    Answer schedule = lending.manager().get("/api/loans/" + loan + "/schedule").expect(200);
    assertThat(schedule.text("/rows/1/dueOn")).isEqualTo("2026-06-02");
    Answer terms = lending.loan(lending.manager(), loan);
    assertThat(terms.text("/annualRate")).isEqualTo("12");
    assertThat(terms.text("/current/annualRate")).isEqualTo("6");
    assertThat(terms.text("/current/interestFreeUntil")).isEqualTo("2026-03-20");
    assertThat(terms.text("/current/lastDueOn")).isEqualTo("2026-10-02");
    Answer events = lending.manager().get("/api/loans/" + loan + "/events").expect(200);
    assertThat(events.json().findValuesAsString("newDueOn")).contains("2026-06-02");
    lending.pay(lending.teller(), loan, "207.06", TODAY).expect(201);
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void changesThatDoNotFitAreRefused() {
    UUID loan = running();
    Map<String, Object> rate = Map.of("kind", "RATE", "from", TODAY, "annualRate", "6");
    ask(lending.teller(), loan, rate).expectProblem(403, "forbidden");
    ask(lending.accountant(), loan, rate).expectProblem(403, "forbidden");
    ask(lending.manager(), loan, Map.of("kind", "RATE", "from", TODAY))
        .expectProblem(400, "invalid");
    ask(
            lending.manager(),
            loan,
            Map.of("kind", "PAYMENT_HOLIDAY", "dueOn", "2026-04-03", "newDueOn", "2026-06-02"))
        .expectProblem(422, "terms-refused");
    for (String newDueOn : List.of("2026-03-10", "2026-04-02", "2028-04-03")) {
      ask(
              lending.manager(),
              loan,
              Map.of("kind", "PAYMENT_HOLIDAY", "dueOn", "2026-04-02", "newDueOn", newDueOn))
          .expectProblem(422, "terms-refused");
    }
    ask(lending.manager(), loan, Map.of("kind", "RATE", "from", TODAY, "annualRate", "12.01"))
        .expectProblem(422, "terms-refused");
    Answer before =
        ask(
                lending.manager(),
                loan,
                Map.of("kind", "RATE", "from", "2026-01-01", "annualRate", "6"))
            .expectProblem(422, "date-before-disbursement");
    assertThat(before.text("/errors/0/field")).isEqualTo("from");
    for (Map<String, Object> later :
        List.<Map<String, Object>>of(
            Map.of("kind", "RATE", "from", "2026-03-03", "annualRate", "6"),
            Map.of("kind", "LONGER_TERM", "from", "2026-04-02", "installments", 6),
            Map.of("kind", "INTEREST_HOLIDAY", "from", "2026-03-03", "to", "2026-03-20"))) {
      Answer refused = ask(lending.manager(), loan, later).expectProblem(422, "date-in-future");
      assertThat(refused.text("/errors/0/field")).isEqualTo("from");
    }
  }

  @Test
  void theRateOfTheDayIsNoOtherTerms() {
    UUID loan = running();
    Map<String, Object> same = Map.of("kind", "RATE", "from", TODAY, "annualRate", "12.0");
    Answer refused = ask(lending.manager(), loan, same).expectProblem(422, "terms-refused");
    assertThat(refused.text("/errors/0/field")).isEqualTo("annualRate");
    assertThat(refused.text("/detail")).contains("12 percent is the rate on " + TODAY + " already");

    lending
        .agree(lending.manager(), loan, Map.of("kind", "RATE", "from", TODAY, "annualRate", "6"))
        .expect(200);

    ask(lending.manager(), loan, Map.of("kind", "RATE", "from", TODAY, "annualRate", "6"))
        .expectProblem(422, "terms-refused");
    ask(lending.manager(), loan, same).expect(201);
  }

  @Test
  void whatIsPaidDoesNotMove() {
    UUID loan = running();
    Answer rows = lending.manager().get("/api/loans/" + loan + "/schedule").expect(200);
    lending.pay(lending.teller(), loan, rows.text("/rows/0/due"), TODAY).expect(201);

    ask(
            lending.manager(),
            loan,
            Map.of("kind", "PAYMENT_HOLIDAY", "dueOn", TODAY, "newDueOn", "2026-06-02"))
        .expectProblem(422, "terms-refused");
  }

  private UUID running() {
    return lending.active("1200.00", "2026-02-02");
  }

  private Answer charge(Http who, UUID loan, String kind, String amount) {
    return who.idempotent()
        .post(
            "/api/loans/" + loan + "/charges",
            Map.of("kind", kind, "amount", amount, "on", TODAY, "reason", "visit at home"));
  }

  private Answer waive(Http who, UUID loan, UUID charge) {
    return who.idempotent()
        .post(
            "/api/loans/" + loan + "/waivers",
            Map.of("chargeId", charge, "on", TODAY, "reason", "our fault"));
  }

  private static Answer ask(Http who, UUID loan, Map<String, Object> what) {
    return Lending.askForTerms(who, loan, what);
  }

  private Answer takeBack(Http who, UUID loan, UUID event) {
    return who.idempotent()
        .post("/api/loans/" + loan + "/events/" + event + "/take-back", Map.of("reason", "a slip"));
  }

  private UUID chargeOf(UUID loan) {
    return UUID.fromString(
        lending.teller().get("/api/loans/" + loan + "/charges").expect(200).text("/items/0/id"));
  }

  private String waivedOf(UUID loan) {
    return lending
        .teller()
        .get("/api/loans/" + loan + "/charges")
        .expect(200)
        .text("/items/0/waived");
  }

  private UUID lastEvent(UUID loan) {
    var events = lending.manager().get("/api/loans/" + loan + "/events").json().at("/items");
    return UUID.fromString(events.get(events.size() - 1).get("id").asString());
  }
}
