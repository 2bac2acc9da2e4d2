package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A loan is paid out before the day on which its first installment was agreed to fall due. */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2023-05-02")
class FirstDueLaterFlowTest {

  private final Closing closing;
  private final Lending lending;
  private final Verifier verifier;

  FirstDueLaterFlowTest(People people, Verifier verifier) {
    this.closing = new Closing(people);
    this.lending = new Lending(people);
    this.verifier = verifier;
  }

  @Test
  void onThatDayItIsTooLateToPayOut() {
    LocalDate first = closing.today().plusDays(2);
    UUID loan = approved(first);
    closing.until(first);

    Answer refused = disburse(loan, first).expectProblem(422, "first-due-too-early");

    assertThat(refused.text("/errors/0/field")).isEqualTo("on");
    assertThat(payout(lending.teller(), loan)).containsExactly("first-due-too-early");
    assertThat(payout(lending.accountant(), loan)).containsExactly("");
    assertThat(refused.text("/detail")).contains(first.toString());
    disburse(loan, first.minusDays(1)).expect(200);
    assertThat(closing.read(loan).text("/nextDue/on")).isEqualTo(first.toString());
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** Less is approved than was asked for when that day has passed: it is quoted as applied for. */
  @Test
  void whatIsApprovedLateIsQuotedFromTheApplicationOn() {
    LocalDate first = closing.today().plusDays(2);
    UUID loan = applied(first);
    closing.until(first.plusDays(1));

    lending
        .manager()
        .patch("/api/loans/" + loan + "/approve", Map.of("principal", "500.00"))
        .expect(200);

    Answer quote = lending.officer().get("/api/loans/" + loan + "/schedule").expect(200);
    assertThat(quote.text("/kind")).isEqualTo("QUOTE");
    assertThat(quote.text("/totals/principal")).isEqualTo("500.00");
    assertThat(quote.text("/rows/0/dueOn")).isEqualTo(first.toString());
  }

  private UUID approved(LocalDate firstDueOn) {
    UUID loan = applied(firstDueOn);
    lending.approve(lending.manager(), loan).expect(200);
    return loan;
  }

  private UUID applied(LocalDate firstDueOn) {
    Map<String, Object> request =
        Map.of(
            "borrowerId",
            lending.borrower(),
            "productId",
            lending.product(Map.of()),
            "principal",
            "600.00",
            "firstDueOn",
            firstDueOn.toString());
    return lending.officer().post("/api/loans/apply", request).expect(201).id();
  }

  /** Why somebody does not pay a loan out; empty if he may. */
  private Stream<String> payout(Http who, UUID loan) {
    return lending
        .loan(who, loan)
        .json()
        .at("/actions")
        .valueStream()
        .filter(action -> action.path("action").asString().equals("PAY_OUT"))
        .map(action -> action.path("code").asString());
  }

  private Answer disburse(UUID loan, LocalDate on) {
    return lending.disburse(lending.accountant(), loan, on.toString());
  }
}
