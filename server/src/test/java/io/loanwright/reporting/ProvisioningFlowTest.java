package io.loanwright.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.borrower.Borrowers;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What is to be set aside for losses, by class and branch. As installed no class asks for anything;
 * {@link ProvisioningTest} works it by hand, and what a close posts is compared where days close.
 */
@FlowTest
class ProvisioningFlowTest {

  private static final String REPORT = "/api/reports/provisions?currency=EUR";

  private final People people;
  private final OwnBranch branch;

  ProvisioningFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
  }

  /** Of 600.00 each, one loan is current, one 25 and one 72 days late with 100.00 paid. */
  @Test
  void theExposureOfABranchIsThatOfItsAgeing() {
    UUID borrower = branch.borrower("Maria");
    branch.loan(borrower, "EUR", "600.00", "2026-02-20");
    branch.loan(borrower, "EUR", "600.00", "2026-01-05");
    branch.pay(branch.loan(borrower, "EUR", "600.00", "2025-10-20"), "100.00", "2025-11-20");
    Http manager = branch.manager();

    Answer report = manager.get(REPORT).expect(200);

    assertThat(report.json().at("/branches")).hasSize(1);
    assertThat(report.text("/branches/0/branchId")).isEqualTo(branch.id().toString());
    assertThat(report.text("/classes/0/exposure")).isEqualTo("600.00");
    assertThat(report.text("/classes/1/exposure")).isEqualTo("600.00");
    assertThat(report.text("/classes/3/exposure")).isEqualTo("500.00");
    assertThat(report.text("/classes/3/percent")).isEqualTo("0");
    assertThat(report.json().at("/total").toString())
        .isEqualTo(
            "{\"exposure\":\"1700.00\",\"required\":\"0.00\",\"held\":\"0.00\",\"difference\":\"0.00\"}");
    assertThat(manager.get("/api/reports/ageing?currency=EUR").text("/total/outstanding"))
        .isEqualTo("1700.00");
    assertThat(manager.get(REPORT.replace("reports/provisions", "exports/provisions.csv")).body())
        .contains("61 to 90 days", "500.00", "1700.00");
    manager.get("/api/exports/provisions.xlsx?currency=EUR").expect(200);
    manager.get("/api/exports/provisions.pdf?currency=EUR").expect(200);
  }

  @Test
  void itIsForWhoSeesBranches() {
    branch.signIn("FIELD_OFFICER").get(REPORT).expectProblem(403, "forbidden");
    branch.manager().get(REPORT + "&branchId=" + people.branch()).expectProblem(404, "not-found");
    branch.accountant().get(REPORT + "&branchId=" + branch.id()).expect(200);
  }
}
