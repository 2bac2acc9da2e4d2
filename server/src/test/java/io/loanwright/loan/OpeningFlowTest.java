package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Loans are taken over from another system with the balances that they have there. */
@FlowTest
class OpeningFlowTest {

  private static final LocalDate OPENED = LocalDate.parse(TODAY);

  private final Lending lending;
  private final Loans loans;

  OpeningFlowTest(People people, Loans loans) {
    this.lending = new Lending(people);
    this.loans = loans;
  }

  @Test
  void aRunningLoanGoesOnWithWhatIsOwedAndTakesPayments() {
    Loan loan = opened("600.00", "2025-12-02", false);

    Answer seen = lending.loan(lending.officer(), loan.id());
    assertThat(seen.text("/status")).isEqualTo("ACTIVE");
    assertThat(seen.text("/outstanding/total")).isEqualTo("600.00");
    assertThat(seen.text("/disbursedPrincipal")).isEqualTo("1200.00");
    assertThat(seen.text("/disbursedOn")).isEqualTo("2025-12-02");
    assertThat(seen.text("/nextDue/on")).isEqualTo("2026-04-02");
    assertThat(lending.pay(lending.teller(), loan.id(), "600.00", TODAY).text("/loanStatus"))
        .isEqualTo("CLOSED");
  }

  @Test
  void aLoanThatOwesNothingOrWasGivenUpIsOnlyKept() {
    assertThat(opened("0.00", "2025-06-02", false).state().status()).isEqualTo(LoanStatus.CLOSED);
    Loan givenUp = opened("500.00", "2025-06-02", true);
    assertThat(givenUp.state().status()).isEqualTo(LoanStatus.WRITTEN_OFF);
    assertThat(lending.loan(lending.officer(), givenUp.id()).text("/writtenOffPrincipal"))
        .isEqualTo("600.00");
    Answer history =
        lending
            .officer()
            .get("/api/borrowers/" + givenUp.parties().borrowerId() + "/history")
            .expect(200);
    assertThat(history.text("/totals/0/writtenOff")).isEqualTo("600.00");
    assertThat(history.text("/totals/0/outstanding")).isEqualTo("0.00");
    String why = "/api/loans/" + givenUp.id() + "/explain?figure=PAYOFF";
    assertThat(lending.officer().get(why).expectProblem(409, "taken-over").text("/detail"))
        .contains("taken over on " + TODAY);
  }

  @Test
  void aLoanPastItsLastDueDateIsOverdueTheDayAfter() {
    Loan loan = opened("200.00", "2025-06-02", false);

    assertThat(lending.loan(lending.officer(), loan.id()).text("/nextDue/on"))
        .isEqualTo("2026-03-03");
  }

  /** 600.00 are owed of 1,200.00; the installment of 2 February is not paid on 2 March. */
  @Test
  void whatIsPastDueStaysPastDueWithItsInterest() {
    UUID product = lending.product(Map.of());
    Commands.Open command =
        new Commands.Open(
            new Commands.Apply(lending.borrower(), product, "1200.00", null, null, null),
            LocalDate.of(2025, 11, 2),
            OPENED,
            "600.00",
            new Commands.Paid("600.00", "30.00", "0.00", "0.00"),
            false,
            LocalDate.of(2026, 2, 2));

    Loan loan = opened(command);

    Answer seen = lending.loan(lending.officer(), loan.id());
    assertThat(seen.text("/daysPastDue")).isEqualTo("28");
    assertThat(seen.text("/outstanding/principal")).isEqualTo("600.00");
    Answer rows = lending.officer().get("/api/loans/" + loan.id() + "/schedule").expect(200);
    assertThat(rows.text("/rows/0/dueOn")).isEqualTo("2026-02-02");
    assertThat(rows.text("/rows/0/interest")).isEqualTo("6.00");
    assertThat(rows.text("/rows/0/status")).isEqualTo("OVERDUE");
    assertThat(rows.json().at("/rows")).hasSize(4);
  }

  /** What it cost to be late there is in the opening position; here it costs nothing. */
  @Test
  void productsPenaltiesAreNotForALoanThatWasTakenOver() {
    UUID product = lending.product(Map.of("penalty", Map.of("basis", "FIXED", "value", "5.00")));
    Commands.Open command =
        new Commands.Open(
            new Commands.Apply(lending.borrower(), product, "1200.00", null, null, null),
            LocalDate.of(2025, 11, 2),
            OPENED,
            "600.00",
            new Commands.Paid("600.00", "30.00", "0.00", "0.00"),
            false,
            LocalDate.of(2026, 2, 2));

    Loan loan = opened(command);

    Answer seen = lending.loan(lending.officer(), loan.id());
    assertThat(seen.json().at("/penalty").isNull()).isTrue();
    assertThat(seen.text("/outstanding/penalties")).isEqualTo("0.00");
  }

  @Test
  void whatItCostInAYearIsNotKnown() {
    Loan loan = opened("600.00", "2025-11-02", false);

    Answer cost = lending.officer().get("/api/loans/" + loan.id() + "/cost").expect(200);

    assertThat(cost.json().at("/by").isNull()).isTrue();
    assertThat(cost.json().at("/apr").isNull()).isTrue();
  }

  @Test
  void flatInterestThatCannotBePutOnTheRestIsRefused() {
    UUID product = lending.product(Map.of("interestMethod", "FLAT"));
    Commands.Open command =
        new Commands.Open(
            new Commands.Apply(lending.borrower(), product, "1200.00", null, null, null),
            LocalDate.of(2025, 12, 2),
            OPENED,
            "0.01",
            new Commands.Paid("1199.99", "30.00", "0.00", "0.00"),
            false,
            null);

    assertThat(loans.open(Caller.system("import"), command)).isInstanceOf(Outcome.Refused.class);
  }

  private Loan opened(String owed, String disbursedOn, boolean chargedOff) {
    UUID product = lending.product(Map.of());
    Commands.Apply apply =
        new Commands.Apply(lending.borrower(), product, "1200.00", null, null, "a cow");
    Commands.Open command =
        new Commands.Open(
            apply,
            LocalDate.parse(disbursedOn),
            OPENED,
            owed,
            new Commands.Paid("600.00", "30.00", "0.00", "0.00"),
            chargedOff,
            null);
    return opened(command);
  }

  private Loan opened(Commands.Open command) {
    return switch (loans.open(Caller.system("import"), command)) {
      case Outcome.Done<Loan>(Loan loan) -> loan;
      case Outcome.Refused<Loan>(Refusal why) -> throw new AssertionError(why);
    };
  }
}
