package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who decides which step, over how much, and never about what he made himself. */
@FlowTest
class ApprovalFlowTest {

  private static final List<Map<String, String>> TWO_STEPS =
      List.of(
          Map.of("role", "LOAN_OFFICER", "limit", "1000.00"),
          Map.of("role", "MANAGER", "limit", "5000.00"));

  private final People people;
  private final Lending lending;

  ApprovalFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void whoAppliedNeverApprovesAnAdministratorIncluded() {
    UUID product = lending.product(Map.of());
    UUID own =
        lending
            .apply(people.administrator(), lending.borrower(), product, "500.00")
            .expect(201)
            .id();

    lending.approve(people.administrator(), own).expectProblem(409, "maker-is-checker");
    people
        .administrator()
        .patch("/api/loans/" + own + "/reject", Map.of("reason", "no"))
        .expectProblem(409, "maker-is-checker");

    lending
        .manager()
        .raw("PATCH", "/api/loans/" + own + "/approve", "application/json", "")
        .expect(200);
    lending.approve(lending.manager(), own).expectProblem(409, "wrong-status");
  }

  @Test
  void severalStepsAreDecidedInOrderByTheirRolesAndDifferentPeople() {
    UUID loan = twoSteps("900.00");
    Answer another =
        lending.approve(lending.manager(), loan).expectProblem(403, "step-of-another-role");
    assertThat(another.text("/detail"))
        .isEqualTo("Who decides this step has the role Loan officer or Administrator.");
    Http officer = people.signIn(people.create("LOAN_OFFICER", null).email());

    Answer first = lending.approve(officer, loan).expect(200);
    assertThat(first.text("/status")).isEqualTo("UNDER_REVIEW");
    lending.approve(officer, loan).expectProblem(409, "one-person-one-step");
    lending.disburse(lending.accountant(), loan, TODAY).expectProblem(409, "wrong-status");

    assertThat(lending.approve(lending.manager(), loan).expect(200).text("/status"))
        .isEqualTo("APPROVED");
    assertThat(lending.disburse(lending.manager(), loan, TODAY).expect(200).text("/status"))
        .isEqualTo("ACTIVE");
  }

  @Test
  void aStepApprovesNoMoreThanItsLimitAndNoMoreThanWasAskedFor() {
    UUID loan = twoSteps("2000.00");
    Http officer = people.signIn(people.create("LOAN_OFFICER", null).email());

    lending.approve(officer, loan).expectProblem(422, "approval-limit");
    String path = "/api/loans/" + loan + "/approve";
    people
        .administrator()
        .patch(path, Map.of("principal", "2000.01"))
        .expectProblem(422, "principal-above-requested");
    officer.patch(path, Map.of("principal", "800.00", "note", "less is enough")).expect(200);
    Answer approved = lending.approve(lending.manager(), loan).expect(200);

    assertThat(approved.text("/approvedPrincipal")).isEqualTo("800.00");
    assertThat(approved.text("/requestedPrincipal")).isEqualTo("2000.00");
    assertThat(approved.text("/approvals/0/note")).isEqualTo("less is enough");
    assertThat(lending.officer().get("/api/loans/" + loan + "/schedule").text("/totals/principal"))
        .isEqualTo("800.00");
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    assertThat(lending.loan(lending.officer(), loan).text("/outstanding/total"))
        .isEqualTo("800.00");
  }

  @Test
  void aLaterStepLowersWhatTheOneBeforeLeftAndNeverRaisesIt() {
    UUID loan = twoSteps("2000.00");
    String path = "/api/loans/" + loan + "/approve";
    Http officer = people.signIn(people.create("LOAN_OFFICER", null).email());
    Answer cut = officer.patch(path, Map.of("principal", "800.00")).expect(200);
    assertThat(cut.text("/approvedSoFar")).isEqualTo("800.00");
    assertThat(cut.text("/approvals/0/principal")).isEqualTo("800.00");

    for (String more : List.of("2000.00", "800.01")) {
      lending
          .manager()
          .patch(path, Map.of("principal", more))
          .expectProblem(422, "principal-above-approved");
    }
    assertThat(lending.loan(lending.manager(), loan).text("/approvedSoFar")).isEqualTo("800.00");
    Answer approved = lending.manager().patch(path, Map.of("principal", "700.00")).expect(200);

    assertThat(approved.text("/approvedPrincipal")).isEqualTo("700.00");
    assertThat(approved.json().get("approvedSoFar").isNull()).isTrue();
  }

  @Test
  void whoIsBlockedSinceIsNeitherApprovedNorPaidOut() {
    UUID borrower = lending.borrower();
    UUID product = lending.product(Map.of());
    UUID waiting = lending.apply(lending.officer(), borrower, product, "500.00").expect(201).id();
    UUID approved = lending.apply(lending.officer(), borrower, product, "500.00").expect(201).id();
    lending.approve(lending.manager(), approved).expect(200);
    block(borrower, "BLOCKED");

    lending.approve(lending.manager(), waiting).expectProblem(409, "borrower-blocked");
    lending.disburse(lending.accountant(), approved, TODAY).expectProblem(409, "borrower-blocked");

    block(borrower, "ACTIVE");
    lending.approve(lending.manager(), waiting).expect(200);
    lending.disburse(lending.accountant(), approved, TODAY).expect(200);
  }

  private void block(UUID borrower, String status) {
    people
        .administrator()
        .patch("/api/borrowers/" + borrower, Map.of("status", status))
        .expect(200);
  }

  @Test
  void aProductWithoutStepsIsApprovedAtOnceAndMayPayOutAtOnce() {
    UUID product = lending.product(Map.of("approvalSteps", List.of()));
    Answer applied = lending.apply(lending.officer(), lending.borrower(), product, "500.00");
    assertThat(applied.expect(201).text("/status")).isEqualTo("APPROVED");

    UUID automatic = lending.product(Map.of("approvalSteps", List.of(), "autoDisburse", true));
    Answer paidOut = lending.apply(lending.officer(), lending.borrower(), automatic, "500.00");
    assertThat(paidOut.expect(201).text("/status")).isEqualTo("ACTIVE");
    assertThat(paidOut.text("/disbursedOn")).isEqualTo(TODAY);
  }

  @Test
  void anApplicationIsRejectedWithAReasonOnce() {
    UUID loan = lending.application("500.00");
    String path = "/api/loans/" + loan + "/reject";
    lending.manager().patch(path, Map.of()).expectProblem(400, "invalid");

    Answer rejected = lending.manager().patch(path, Map.of("reason", "no income")).expect(200);

    assertThat(rejected.text("/status")).isEqualTo("REJECTED");
    assertThat(rejected.text("/endedReason")).isEqualTo("no income");
    lending.manager().patch(path, Map.of("reason", "again")).expectProblem(409, "wrong-status");
    lending.disburse(lending.accountant(), loan, TODAY).expectProblem(409, "wrong-status");
  }

  @Test
  void anApplicationIsTakenBackByWhoMadeItOrAnAdministrator() {
    UUID loan = lending.application("500.00");
    String path = "/api/loans/" + loan + "/withdraw";

    lending.manager().patch(path, Map.of()).expectProblem(403, "forbidden");
    assertThat(lending.officer().patch(path, Map.of()).expect(200).text("/status"))
        .isEqualTo("WITHDRAWN");
    UUID other = lending.application("500.00");
    people
        .administrator()
        .patch("/api/loans/" + other + "/withdraw", Map.of("reason", "twice"))
        .expect(200);
  }

  @Test
  void theInboxHasWhatWaitsForOneselfOnly() {
    UUID loan = twoSteps("900.00");
    Http officer = people.signIn(people.create("LOAN_OFFICER", null).email());

    assertThat(inbox(officer)).contains(loan.toString());
    assertThat(inbox(lending.officer())).doesNotContain(loan.toString());
    assertThat(inbox(lending.manager())).doesNotContain(loan.toString());
    lending.approve(officer, loan).expect(200);
    assertThat(inbox(officer)).doesNotContain(loan.toString());
    assertThat(inbox(lending.manager())).contains(loan.toString());
    lending.teller().get("/api/approvals").expectProblem(403, "forbidden");
  }

  @Test
  void theProductsLimitsHold() {
    UUID product = lending.product(Map.of("minPrincipal", "100.00", "maxPrincipal", "1000.00"));
    UUID borrower = lending.borrower();

    lending
        .apply(lending.officer(), borrower, product, "99.99")
        .expectProblem(422, "principal-out-of-limits");
    lending
        .apply(lending.officer(), borrower, product, "1000.01")
        .expectProblem(422, "principal-out-of-limits");
    lending.apply(lending.officer(), borrower, product, "1000.00").expect(201);
  }

  private UUID twoSteps(String principal) {
    UUID product = lending.product(Map.of("approvalSteps", TWO_STEPS));
    return lending
        .apply(lending.officer(), lending.borrower(), product, principal)
        .expect(201)
        .id();
  }

  private static String inbox(Http who) {
    StringBuilder all = new StringBuilder();
    String cursor = "";
    do {
      Answer page = who.get("/api/approvals?limit=200" + cursor).expect(200);
      all.append(page.body());
      cursor = page.json().get("next").isNull() ? "" : "&cursor=" + page.text("/next");
    } while (!cursor.isEmpty());
    return all.toString();
  }
}
