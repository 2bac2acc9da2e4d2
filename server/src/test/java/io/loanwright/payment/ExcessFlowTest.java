package io.loanwright.payment;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.loan.Channel;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Lending;
import io.loanwright.loan.Outcome;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A payment may be too much, but not by more than ten times what was lent. */
@FlowTest
class ExcessFlowTest {

  private final People people;
  private final Lending lending;
  private final Payments payments;

  ExcessFlowTest(People people, Payments payments) {
    this.people = people;
    this.lending = new Lending(people);
    this.payments = payments;
  }

  @Test
  void moreThanTenTimesWhatWasLentIsASlipAndTheRefusalSaysHowMuch() {
    UUID loan = lending.active("1200.00", TODAY);

    Answer refused =
        lending
            .pay(lending.manager(), loan, "13200.01", TODAY)
            .expectProblem(422, "excess-too-large");

    assertThat(refused.text("/errors/0/field")).isEqualTo("amount");
    assertThat(refused.text("/detail"))
        .contains("owes 1200.00 EUR that day", "12000.01 EUR too much", "by a top-up");
    assertThat(lending.loan(lending.teller(), loan).text("/outstanding/total"))
        .isEqualTo("1200.00");
    Answer trail = people.as("AUDITOR").get("/api/audit?subjectId=" + loan).expect(200);
    assertThat(trail.text("/items/0/reason")).isEqualTo("excess-too-large");
    Answer taken = lending.pay(lending.teller(), loan, "13200.00", TODAY).expect(201);
    assertThat(taken.text("/allocation/excess")).isEqualTo("12000.00");
  }

  /** After 300.00 of it only 900.00 are owed, and still 1,200.00 were lent. */
  @Test
  void thePreviewRefusesTheSameByWhatIsOwedThen() {
    UUID loan = lending.active("1200.00", TODAY);
    lending.pay(lending.teller(), loan, "300.00", TODAY).expect(201);
    String path = "/api/payments/" + loan + "/preview";

    Answer refused =
        lending
            .officer()
            .post(path, Lending.cash("12900.01", TODAY))
            .expectProblem(422, "excess-too-large");

    assertThat(refused.text("/detail")).contains("owes 900.00 EUR");
    lending.officer().post(path, Lending.cash("12900.00", TODAY)).expect(200);
  }

  @Test
  void anotherSystemHasTakenItAlready() {
    UUID loan = lending.active("1200.00", TODAY);
    Commands.Repay much =
        new Commands.Repay(
            Ids.next(), "99999.00", LocalDate.parse(TODAY), Channel.CASH, null, null);

    assertThat(payments.takeOver(Caller.system("test"), loan, much))
        .isInstanceOf(Outcome.Done.class);
  }
}
