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
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Other terms that are asked for on one day and agreed on a later one count from the former. */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2023-06-01")
class TermsLaterFlowTest {

  private final People people;
  private final Closing closing;
  private final Lending lending;
  private final Verifier verifier;

  TermsLaterFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.closing = new Closing(people);
    this.lending = new Lending(people);
    this.verifier = verifier;
  }

  /** The officer may not back-date: the day was none of the past when he asked. */
  @Test
  void theyCountFromTheDayThatWasAskedFor() {
    LocalDate day = closing.today();
    UUID loan = closing.loan(Map.of());
    Map<String, Object> lower = Map.of("kind", "RATE", "from", day.toString(), "annualRate", "6");
    Answer asked = Lending.askForTerms(lending.officer(), loan, lower).expect(201);

    closing.until(day.plusDays(3));
    closing.pay(loan, "50.00");
    Http today = agreesToday();
    Lending.confirm(today, asked.id()).expectProblem(403, "backdate-not-permitted");
    Lending.confirm(lending.manager(), asked.id()).expect(200);

    Answer done = lending.manager().get("/api/loan-requests/" + asked.id()).expect(200);
    assertThat(done.text("/on")).isEqualTo(day.toString());
    assertThat(done.text("/status")).isEqualTo("CONFIRMED");
    Answer first = lending.manager().get("/api/loans/" + loan + "/schedule").expect(200);
    // Half a percent of 1,200.00: the lower rate counts for the whole of the first month.
    assertThat(first.text("/rows/0/interest")).isEqualTo("6.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** Somebody who may agree, but not as of an earlier day. */
  private Http agreesToday() {
    return people.whoMay("AGREES_NOTHING_LATE", Map.of("schedule.restructure", "ORGANIZATION"));
  }
}
