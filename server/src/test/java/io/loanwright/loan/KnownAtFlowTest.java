package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A loan is shown as it was known: what was recorded later, with whatever date, is not in it. */
@FlowTest
class KnownAtFlowTest {

  private static final String PAID_OUT = "2026-01-05";

  private final Lending lending;

  KnownAtFlowTest(People people) {
    this.lending = new Lending(people);
  }

  @Test
  void aLoanWhosePayoutWasNotRecordedYetIsApprovedAndOwesNothing() {
    UUID loan = lending.active("1200.00", PAID_OUT);

    Answer before = known(loan, recordedAt(loan, 0).minusMillis(1));

    assertThat(before.text("/status")).isEqualTo("APPROVED");
    assertThat(before.text("/outstanding/total")).isEqualTo("0.00");
    assertThat(before.json().hasNonNull("disbursedOn")).isFalse();
    assertThat(before.json().hasNonNull("disbursedPrincipal")).isFalse();
    Answer since = known(loan, recordedAt(loan, 0));
    assertThat(since.text("/status")).isEqualTo("ACTIVE");
    assertThat(since.text("/disbursedOn")).isEqualTo(PAID_OUT);
  }

  @Test
  void anApplicationIsKnownFromItsMomentAndDecidedFromThatOfTheDecision() {
    Instant before = Instant.now();
    UUID loan = lending.active("1200.00", PAID_OUT);
    Instant decided =
        Instant.parse(lending.loan(lending.manager(), loan).text("/approvals/0/decidedAt"));

    Answer waiting = known(loan, decided.minusMillis(1));

    assertThat(waiting.text("/status")).isEqualTo("SUBMITTED");
    assertThat(waiting.json().at("/approvals/0").hasNonNull("decidedAt")).isFalse();
    assertThat(known(loan, decided).text("/status")).isEqualTo("APPROVED");
    lending
        .manager()
        .get("/api/loans/" + loan + "?knownAt=" + before)
        .expectProblem(404, "not-found");
  }

  /** Paid in part today, then paid off with a date of last month, and that taken back again. */
  @Test
  void aClosureIsKnownFromItsPaymentToItsReversal() {
    UUID loan = lending.active("1200.00", PAID_OUT);
    lending.pay(lending.teller(), loan, "100.00", TODAY).expect(201);
    String owedBefore = lending.loan(lending.manager(), loan).text("/outstanding/total");
    UUID payment =
        lending.pay(lending.accountant(), loan, "1300.00", "2026-02-10").expect(201).id();
    assertThat(lending.loan(lending.manager(), loan).text("/status")).isEqualTo("CLOSED");
    lending
        .manager()
        .idempotent()
        .post("/api/payments/" + payment + "/reverse", Map.of("reason", "another's money"))
        .expect(200);

    Answer partlyPaid = known(loan, recordedAt(loan, 1));
    Answer closed = known(loan, recordedAt(loan, 2));
    Answer reopened = known(loan, recordedAt(loan, 3));

    assertThat(partlyPaid.text("/status")).isEqualTo("ACTIVE");
    assertThat(partlyPaid.text("/outstanding/total")).isEqualTo(owedBefore);
    assertThat(closed.text("/status")).isEqualTo("CLOSED");
    assertThat(closed.text("/closedReason")).isEqualTo("SETTLED_EARLY");
    assertThat(closed.text("/closedOn")).isEqualTo("2026-02-10");
    assertThat(closed.text("/outstanding/total")).isEqualTo("0.00");
    assertThat(reopened.text("/status")).isEqualTo("ACTIVE");
    assertThat(reopened.json().hasNonNull("closedOn")).isFalse();
    assertThat(known(loan, recordedAt(loan, 2), "2026-02-09").text("/status")).isEqualTo("ACTIVE");
  }

  @Test
  void aLoanIsInDefaultFromTheDayAndTheMomentThatSomebodySaidSo() {
    UUID loan = lending.active("1200.00", PAID_OUT);
    Instant paidOut = recordedAt(loan, 0);
    mark(loan, true);
    Instant marked = Instant.now();

    assertThat(known(loan, paidOut).text("/defaulted")).isEqualTo("false");
    assertThat(known(loan, marked).text("/defaulted")).isEqualTo("true");
    assertThat(known(loan, marked, "2026-02-01").text("/defaulted")).isEqualTo("false");
    mark(loan, false);
    assertThat(known(loan, marked).text("/defaulted")).isEqualTo("true");
    assertThat(known(loan, Instant.now()).text("/defaulted")).isEqualTo("false");
  }

  @Test
  void aLoanThatIsPaidOffIsNoLongerInDefaultUntilThePaymentIsTakenBack() {
    UUID loan = lending.active("1200.00", PAID_OUT);
    mark(loan, true);
    UUID payment = lending.pay(lending.accountant(), loan, "1300.00", TODAY).expect(201).id();
    assertThat(lending.loan(lending.manager(), loan).text("/defaulted")).isEqualTo("false");
    Instant paidOff = Instant.now();
    lending
        .manager()
        .idempotent()
        .post("/api/payments/" + payment + "/reverse", Map.of("reason", "bounced"))
        .expect(200);

    assertThat(lending.loan(lending.manager(), loan).text("/defaulted")).isEqualTo("true");
    assertThat(known(loan, paidOff).text("/defaulted")).isEqualTo("false");
    assertThat(known(loan, Instant.now()).text("/defaulted")).isEqualTo("true");
    assertThat(known(loan, recordedAt(loan, 1).minusMillis(1)).text("/defaulted"))
        .isEqualTo("true");
  }

  private void mark(UUID loan, boolean defaulted) {
    lending
        .manager()
        .post("/api/loans/" + loan + "/default", Map.of("defaulted", defaulted, "reason", "gone"))
        .expect(200);
  }

  private Answer known(UUID loan, Instant at) {
    return reader().get("/api/loans/" + loan + "?knownAt=" + at).expect(200);
  }

  private Answer known(UUID loan, Instant at, String asOf) {
    return reader().get("/api/loans/" + loan + "?knownAt=" + at + "&asOf=" + asOf).expect(200);
  }

  private Instant recordedAt(UUID loan, int event) {
    JsonNode events = reader().get("/api/loans/" + loan + "/events").expect(200).json();
    return Instant.parse(events.at("/items/" + event + "/recordedAt").asString());
  }

  private Http reader() {
    return lending.manager();
  }
}
