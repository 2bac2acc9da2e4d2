package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is out of somebody's reach does not exist for him. */
@FlowTest
class LoanScopeFlowTest {

  private final People people;
  private final Lending lending;

  LoanScopeFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void anotherBranchSeesAndDoesNothing() {
    UUID loan = lending.active("1200.00", TODAY);
    UUID payment = lending.pay(lending.teller(), loan, "10.00", TODAY).expect(201).id();
    UUID waiting = lending.application("100.00");
    UUID branch = people.branch();
    Http manager = people.signIn(people.create("MANAGER", branch).email());

    for (String path : new String[] {"", "/schedule", "/events", "/quote"}) {
      manager.get("/api/loans/" + loan + path).expectProblem(404, "not-found");
    }
    lending.approve(manager, waiting).expectProblem(404, "not-found");
    lending.disburse(manager, waiting, TODAY).expectProblem(404, "not-found");
    lending.pay(manager, loan, "10.00", TODAY).expectProblem(404, "not-found");
    manager
        .post("/api/payments/" + loan + "/preview", Lending.cash("10.00", TODAY))
        .expectProblem(404, "not-found");
    manager.get("/api/payments/" + payment).expectProblem(404, "not-found");
    manager.with("Accept", "text/html").get("/api/payments/" + payment + "/receipt").expect(404);
    manager
        .idempotent()
        .post("/api/payments/" + payment + "/reverse", Map.of("reason", "no"))
        .expectProblem(404, "not-found");
    assertThat(manager.get("/api/loans").expect(200).json().at("/items")).isEmpty();
    assertThat(manager.get("/api/payments").expect(200).json().at("/items")).isEmpty();
    assertThat(manager.get("/api/payments/overdue").expect(200).json().at("/items")).isEmpty();
  }

  @Test
  void anOfficerTakesPaymentsOfHisOwnBorrowersOnly() {
    UserAccount officer = people.create("LOAN_OFFICER", null);
    Http own = people.signIn(officer.email());
    UUID product = lending.product(Map.of());
    UUID loan = lending.apply(lending.officer(), lending.borrower(own), product, "100.00").id();
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    UUID others = lending.active("100.00", TODAY);

    lending.pay(own, loan, "10.00", TODAY).expect(201);
    lending.loan(own, others);
    lending.pay(own, others, "10.00", TODAY).expectProblem(404, "not-found");
    assertThat(own.get("/api/loans?officerId=" + officer.id()).json().at("/items")).hasSize(1);
  }

  @Test
  void aLoanIsFoundByTheIdOfItsBorrower() {
    UUID borrower = lending.borrower();
    UUID loan =
        lending.apply(lending.officer(), borrower, lending.product(Map.of()), "100.00").id();

    assertThat(lending.teller().get("/api/loans/user/" + borrower).expect(200).text("/items/0/id"))
        .isEqualTo(loan.toString());
    assertThat(
            lending.teller().get("/api/payments/user/" + borrower).expect(200).json().at("/items"))
        .isEmpty();
    lending.teller().get("/api/loans/user/" + UUID.randomUUID()).expectProblem(404, "not-found");
  }
}
