package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An application becomes a loan by the hands of three people. */
@FlowTest
class LoanLifeFlowTest {

  private final Lending lending;

  LoanLifeFlowTest(People people) {
    this.lending = new Lending(people);
  }

  @Test
  void anApplicationIsApprovedPaidOutAndHasASchedule() {
    Answer applied =
        lending.apply(lending.officer(), lending.borrower(), lending.product(Map.of()), "1200.00");
    applied.expect(201);
    UUID loan = applied.id();
    assertThat(applied.text("/status")).isEqualTo("SUBMITTED");
    assertThat(applied.text("/number")).startsWith("LN-2026-");
    assertThat(applied.text("/outstanding/total")).isEqualTo("0.00");
    assertThat(quoted(loan).at("/kind").asString()).isEqualTo("QUOTE");

    Answer approved = lending.approve(lending.manager(), loan).expect(200);
    assertThat(approved.text("/status")).isEqualTo("APPROVED");
    assertThat(approved.text("/approvals/0/decision")).isEqualTo("APPROVED");

    Answer disbursed = lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    assertThat(disbursed.text("/status")).isEqualTo("ACTIVE");

    Answer active = lending.loan(lending.officer(), loan);
    assertThat(active.text("/outstanding/total")).isEqualTo("1200.00");
    assertThat(active.text("/daysPastDue")).isEqualTo("0");
    assertThat(active.text("/nextDue/on")).isEqualTo("2026-04-02");
    JsonNode schedule = quoted(loan);
    assertThat(schedule.at("/kind").asString()).isEqualTo("CURRENT");
    assertThat(schedule.at("/rows").size()).isEqualTo(6);
    // 1200 x 0.01 / (1 - 1.01^-6) = 207.0580...
    assertThat(schedule.at("/rows/0/due").asString()).isEqualTo("207.06");
    assertThat(schedule.at("/rows/0/interest").asString()).isEqualTo("12.00");
    assertThat(schedule.at("/rows/0/status").asString()).isEqualTo("UPCOMING");
    assertThat(schedule.at("/rows/5/balance").asString()).isEqualTo("0.00");
    Answer events = lending.officer().get("/api/loans/" + loan + "/events").expect(200);
    assertThat(events.text("/items/0/kind")).isEqualTo("DISBURSEMENT");
  }

  private JsonNode quoted(UUID loan) {
    return lending.officer().get("/api/loans/" + loan + "/schedule").expect(200).json();
  }
}
