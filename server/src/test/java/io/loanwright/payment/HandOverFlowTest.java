package io.loanwright.payment;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.loan.Lending;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A borrower who goes to another officer or branch takes the open loans and their payments along.
 */
@FlowTest
class HandOverFlowTest {

  private final People people;
  private final Lending lending;

  HandOverFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void theNewOfficerTakesOverLoansAndPaymentsAndTheOldOneLosesThem() {
    Http before = people.signIn(people.create("FIELD_OFFICER", null).email());
    UserAccount next = people.create("FIELD_OFFICER", null);
    Http after = people.signIn(next.email());
    UUID borrower = lending.borrower(before);
    UUID closed = paidOut(borrower);
    lending.pay(before, closed, "300.00", TODAY).expect(201);
    UUID open = paidOut(borrower);
    UUID payment = lending.pay(before, open, "10.00", TODAY).expect(201).id();

    hand(borrower, Map.of("officerId", next.id()));

    before.get("/api/loans/" + open).expectProblem(404, "not-found");
    lending.pay(before, open, "10.00", TODAY).expectProblem(404, "not-found");
    before.get("/api/payments/" + payment).expectProblem(404, "not-found");
    before.get("/api/payments/" + payment + "/receipt").expect(404);
    assertThat(lending.loan(after, open).text("/officerId")).isEqualTo(next.id().toString());
    lending.pay(after, open, "10.00", TODAY).expect(201);
    after.get("/api/payments/" + payment).expect(200);
    assertThat(after.get("/api/payments?loanId=" + open).expect(200).json().at("/items"))
        .hasSize(2);
    assertThat(after.get("/api/dashboards/portfolio?currency=EUR").expect(200).text("/loans"))
        .isEqualTo("2");
    assertThat(lending.loan(after, closed).text("/status")).isEqualTo("CLOSED");
    before.get("/api/loans/" + closed).expectProblem(404, "not-found");
    assertThat(
            before
                .get("/api/dashboards/portfolio?currency=EUR")
                .expect(200)
                .text("/activePrincipal"))
        .isEqualTo("0.00");
  }

  @Test
  void anotherBranchTakesOverToo() {
    UUID borrower = lending.borrower();
    UUID open = paidOut(borrower);
    UUID branch = people.branch();
    Http manager = people.signIn(people.create("MANAGER", branch).email());
    manager.get("/api/loans/" + open).expectProblem(404, "not-found");

    hand(borrower, Map.of("branchId", branch));

    manager.get("/api/loans/" + open).expect(200);
    lending.manager().get("/api/loans/" + open).expectProblem(404, "not-found");
  }

  private UUID paidOut(UUID borrower) {
    UUID product = lending.product(Map.of());
    UUID loan = lending.apply(people.administrator(), borrower, product, "300.00").expect(201).id();
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    return loan;
  }

  private void hand(UUID borrower, Map<String, Object> change) {
    people.administrator().patch("/api/borrowers/" + borrower, change).expect(200);
  }
}
