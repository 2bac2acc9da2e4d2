package io.loanwright.verifier;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The books are verified on request, and the result stays to be seen. */
@FlowTest
class VerificationFlowTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final People people;
  private final Lending lending;

  VerificationFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void anAdministratorVerifiesAndSeesWhatCameOfIt() {
    lending.active("1200.00", TODAY);
    Http admin = people.administrator();

    admin.post("/api/ledger/verification", Map.of()).expect(202);

    Awaitility.await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(last(admin).text("/last/status")).isEqualTo("DONE"));
    Answer last = last(admin);
    assertThat(last.text("/last/verdict/differences")).isEqualTo("0");
    assertThat(last.text("/last/verdict/checked/0/records")).isEqualTo("loans");
  }

  @Test
  void whoDoesNotSeeTheWholeTrailMayNot() {
    for (String role : new String[] {"MANAGER", "TELLER", "ACCOUNTANT"}) {
      people.as(role).get("/api/ledger/verification").expect(403);
      people.as(role).post("/api/ledger/verification", Map.of()).expect(403);
    }
  }

  private static Answer last(Http who) {
    return who.get("/api/ledger/verification").expect(200);
  }
}
