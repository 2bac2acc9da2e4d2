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

/**
 * Interest of running loans is given up: 1,200.00 at 1 percent a month, paid out on 2 February;
 * 207.06 are due today, 12.00 of them interest.
 */
@FlowTest
class InterestWaiverFlowTest {

  private static final BigDecimal TWO = new BigDecimal("2.00");

  private final People people;
  private final Lending lending;
  private final Verifier verifier;

  InterestWaiverFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.lending = new Lending(people);
    this.verifier = verifier;
  }

  @Test
  void whatIsGivenUpIsNotOwedAndIsOwedAgainWhenThatIsTakenBack() {
    UUID loan = running();
    Answer thought =
        lending
            .manager()
            .post(
                "/api/loans/" + loan + "/simulate",
                Map.of("kind", "INTEREST_WAIVER", "amount", "5.00"))
            .expect(200);
    assertThat(thought.text("/before/outstanding/interest")).isEqualTo("12.00");
    assertThat(thought.text("/after/nextDue/amount")).isEqualTo("202.06");

    Answer waived = waive(lending.manager(), loan, "5.00", TODAY).expect(200);

    assertThat(waived.text("/outstanding/interest")).isEqualTo("7.00");
    assertThat(waived.text("/nextDue/amount")).isEqualTo("202.06");
    assertThat(people.administrator().get("/api/audit?subjectId=" + loan).expect(200).body())
        .contains("interest.waive", "a hard year");
    Answer paid = lending.pay(lending.teller(), loan, "202.06", TODAY).expect(201);
    assertThat(paid.text("/allocation/interest")).isEqualTo("7.00");
    assertThat(verifier.verify().first()).isEmpty();

    Answer events = lending.manager().get("/api/loans/" + loan + "/events").expect(200);
    assertThat(events.text("/items/1/kind")).isEqualTo("INTEREST_WAIVER");
    lending
        .manager()
        .idempotent()
        .post(
            "/api/loans/" + loan + "/events/" + events.text("/items/1/id") + "/take-back",
            Map.of("reason", "slip"))
        .expect(200);

    Answer after = lending.manager().get("/api/loans/" + loan + "/events").expect(200);
    assertThat(after.text("/items/2/split/interest")).isEqualTo("12.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void moreThanIsOwedOnTheDayIsRefused() {
    UUID loan = running();

    waive(lending.manager(), loan, "12.01", TODAY).expectProblem(422, "more-than-there-is");
    waive(people.administrator(), loan, "0.01", "2026-02-02")
        .expectProblem(422, "more-than-there-is");
    waive(lending.manager(), loan, "12.00", TODAY).expect(200);
    waive(lending.manager(), loan, "0.01", TODAY).expectProblem(422, "more-than-there-is");
  }

  /** The payment of 20 February is known after the waiver, and paid interest that it gave up. */
  @Test
  void aWaiverGivesUpNoMoreThanAPaymentThatBecameKnownLaterHasLeft() {
    UUID loan = running();
    waive(people.administrator(), loan, "12.00", TODAY).expect(200);

    lending.pay(lending.accountant(), loan, "207.06", "2026-02-20").expect(201);

    Answer events = lending.manager().get("/api/loans/" + loan + "/events").expect(200);
    assertThat(events.text("/items/1/amount")).isEqualTo("0.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void interestThatAccruesFollows() {
    UUID product = lending.product(Map.of("accounting", "ACCRUAL"));
    UUID loan = paidOut(product);

    waive(lending.accountant(), loan, "5.00", TODAY).expect(200);
    lending.pay(lending.teller(), loan, "202.06", TODAY).expect(201);

    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void interestThatFollowsPaymentsIsPaidOffForAsMuchLess() {
    UUID product =
        lending.product(Map.of("recalculation", "FOLLOWS_PAYMENTS", "interestPeriod", "DAILY"));
    UUID loan = paidOut(product);
    lending.pay(lending.accountant(), loan, "100.00", "2026-02-20").expect(201);
    Answer before = lending.loan(lending.teller(), loan);

    Answer waived = waive(lending.manager(), loan, "2.00", TODAY).expect(200);

    assertThat(new BigDecimal(waived.text("/outstanding/interest")))
        .isEqualTo(new BigDecimal(before.text("/outstanding/interest")).subtract(TWO));
    lending.pay(lending.teller(), loan, waived.text("/outstanding/total"), TODAY).expect(201);
    assertThat(lending.loan(lending.teller(), loan).text("/status")).isEqualTo("CLOSED");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void flatInterestIsGivenUpFromTheOldestInstallmentOn() {
    UUID product = lending.product(Map.of("interestMethod", "FLAT"));
    UUID loan = paidOut(product);

    Answer waived = waive(lending.manager(), loan, "20.00", TODAY).expect(200);

    assertThat(waived.text("/outstanding/interest")).isEqualTo("52.00");
    Answer schedule = lending.manager().get("/api/loans/" + loan + "/schedule").expect(200);
    assertThat(schedule.text("/rows/0/outstanding")).isEqualTo("200.00");
    assertThat(schedule.text("/rows/1/outstanding")).isEqualTo("204.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void whoeverMayNotIsRefused() {
    UUID loan = running();
    for (String role : List.of("LOAN_OFFICER", "TELLER", "COLLECTOR", "AUDITOR")) {
      waive(people.as(role), loan, "1.00", TODAY).expectProblem(403, "forbidden");
    }
    UUID own =
        lending
            .apply(lending.manager(), lending.borrower(), lending.product(Map.of()), "1200.00")
            .expect(201)
            .id();
    lending.approve(people.administrator(), own).expect(200);
    lending.disburse(lending.accountant(), own, "2026-02-02").expect(200);
    waive(lending.manager(), own, "1.00", TODAY).expectProblem(409, "maker-is-checker");
    waive(lending.manager(), loan, "1.00", "2026-03-03").expectProblem(422, "date-in-future");
    waive(lending.manager(), lending.application("300.00"), "1.00", TODAY)
        .expectProblem(409, "wrong-status");
  }

  private UUID running() {
    return lending.active("1200.00", "2026-02-02");
  }

  private UUID paidOut(UUID product) {
    return lending.active(lending.borrower(), product, "1200.00", "2026-02-02");
  }

  private static Answer waive(Http who, UUID loan, String amount, String on) {
    return who.idempotent()
        .post(
            "/api/loans/" + loan + "/interest-waivers",
            Map.of("amount", amount, "on", on, "reason", "a hard year"));
  }
}
