package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What waits for the decision of whoever looks, among what was asked for of running loans. */
@FlowTest
class RequestsToDecideFlowTest {

  private final People people;
  private final Lending lending;

  RequestsToDecideFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  /** Others decide about what one asked for, and nobody about a loan of a relative. */
  @Test
  void whatWaitsForOnesDecisionIsWhatOthersAskedForOfOtherPeoplesLoans() {
    UUID loan = lending.active("1200.00", "2026-02-02");
    Map<String, Object> longer = Map.of("kind", "LONGER_TERM", "from", TODAY, "installments", 6);
    Http admin = people.administrator();
    UUID asked = Lending.askForTerms(admin, loan, longer).expect(201).id();

    assertThat(toDecide(admin, loan)).isEmpty();
    assertThat(toDecide(lending.officer(), loan)).isEmpty();
    assertThat(toDecide(lending.manager(), loan)).containsExactly(asked.toString());
    assertThat(ids(admin.get("/api/loan-requests?loanId=" + loan)))
        .containsExactly(asked.toString());

    UUID borrower = UUID.fromString(lending.loan(admin, loan).text("/borrowerId"));
    UserAccount relative = people.create("MANAGER", null);
    Http manager = people.signIn(relative.email());
    assertThat(toDecide(manager, loan)).containsExactly(asked.toString());
    manager
        .post(
            "/api/profile/relatives",
            Map.of("borrowerId", borrower, "relation", "SIBLING", "reason", "so it is said"))
        .expect(201);
    assertThat(toDecide(manager, loan)).isEmpty();

    Lending.confirm(lending.manager(), asked).expect(200);
    assertThat(toDecide(lending.manager(), loan)).isEmpty();
  }

  private static List<String> toDecide(Http who, UUID loan) {
    return ids(who.get("/api/loan-requests?toDecide=true&loanId=" + loan));
  }

  private static List<String> ids(Answer listed) {
    return listed.expect(200).json().at("/items").findValuesAsString("id");
  }
}
