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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody decides about a loan of a declared relative, nor pays it out; payments he takes. */
@FlowTest
class RelativesFlowTest {

  private final People people;
  private final Lending lending;
  private final JdbcClient jdbc;

  RelativesFlowTest(People people, JdbcClient jdbc) {
    this.people = people;
    this.lending = new Lending(people);
    this.jdbc = jdbc;
  }

  @Test
  void aRelativeNeitherApprovesNorPaysOutAndBothAttemptsAreInTheTrail() {
    UUID borrower = lending.borrower();
    UUID loan = applied(borrower);
    Http manager = someone("MANAGER");
    declareOwn(manager, borrower, "SIBLING").expect(201);

    lending.approve(manager, loan).expectProblem(409, "declared-relative");
    manager
        .patch("/api/loans/" + loan + "/reject", Map.of("reason", "no"))
        .expectProblem(409, "declared-relative");
    assertThat(manager.get("/api/approvals?limit=200").expect(200).body())
        .doesNotContain(loan.toString());
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(manager, loan, TODAY).expectProblem(409, "declared-relative");

    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    Answer trail = people.administrator().get("/api/audit?subjectId=" + loan).expect(200);
    List<String> refused =
        jdbc.sql(
                """
                SELECT action
                  FROM audit.event_card
                 WHERE subject_id = :loan AND result = 'REFUSED' AND reason = 'declared-relative'
                """)
            .param("loan", loan)
            .query((row, _) -> row.getString("action"))
            .list();
    assertThat(refused).containsExactlyInAnyOrder("loan.approve", "loan.reject", "loan.disburse");
    assertThat(trail.body()).contains("declared-relative");
  }

  @Test
  void aRelativeDoesNothingWithARunningLoanButTakesPayments() {
    UUID borrower = lending.borrower();
    UUID loan = running(borrower);
    Http accountant = someone("ACCOUNTANT");
    Http manager = someone("MANAGER");
    declareOwn(accountant, borrower, "PARENT").expect(201);
    declareOwn(manager, borrower, "ONESELF").expect(201);
    String path = "/api/loans/" + loan;

    accountant
        .idempotent()
        .post(path + "/write-off", Map.of("on", TODAY, "reason", "gone"))
        .expectProblem(409, "declared-relative");
    accountant
        .idempotent()
        .post(
            path + "/charges",
            Map.of("kind", "FEE", "amount", "5.00", "on", TODAY, "reason", "visit"))
        .expectProblem(409, "declared-relative");
    accountant
        .idempotent()
        .post(
            path + "/waivers",
            Map.of("chargeId", UUID.randomUUID(), "on", TODAY, "reason", "kindness"))
        .expectProblem(409, "declared-relative");
    accountant
        .idempotent()
        .post(path + "/events/" + UUID.randomUUID() + "/take-back", Map.of("reason", "a slip"))
        .expectProblem(409, "declared-relative");
    manager
        .post(path + "/default", Map.of("defaulted", true, "reason", "late"))
        .expectProblem(409, "declared-relative");

    lending.pay(accountant, loan, "10.00", TODAY).expect(201);
  }

  @Test
  void aRelativeDoesNotRejectAWriteOffAndTheAttemptIsInTheTrail() {
    UUID borrower = lending.borrower();
    UUID loan = running(borrower);
    UUID asked = Lending.askForWriteOff(lending.accountant(), loan, TODAY).expect(201).id();
    Http manager = someone("MANAGER");
    declareOwn(manager, borrower, "SIBLING").expect(201);
    String path = "/api/loan-requests/" + asked;

    manager
        .post(path + "/reject", Map.of("reason", "he will pay"))
        .expectProblem(409, "declared-relative");
    manager.post(path + "/withdraw", Map.of()).expectProblem(403, "request-of-another");

    Answer trail =
        people.administrator().get("/api/audit?result=REFUSED&subjectId=" + loan).expect(200);
    assertThat(trail.text("/items/0/action")).isEqualTo("loan.withdraw_write_off");
    assertThat(trail.text("/items/1/action")).isEqualTo("loan.reject_write_off");
    assertThat(trail.text("/items/1/reason")).isEqualTo("declared-relative");
  }

  /** Where nobody else approves, whoever applies does. */
  @Test
  void aRelativeAppliesOnlyWhereSomebodyElseApproves() {
    UUID borrower = lending.borrower();
    Http officer = someone("LOAN_OFFICER");
    declareOwn(officer, borrower, "CHILD").expect(201);
    UUID atOnce = lending.product(Map.of("approvalSteps", List.of()));

    lending.apply(officer, borrower, atOnce, "300.00").expectProblem(409, "declared-relative");
    lending.apply(officer, borrower, lending.product(Map.of()), "300.00").expect(201);
  }

  @Test
  void nobodyEndsWhatIsDeclaredOfHimselfAndWhatHasEndedCountsNoMore() {
    UUID borrower = lending.borrower();
    UUID loan = applied(borrower);
    UserAccount account = people.create("MANAGER", null);
    Http manager = people.signIn(account.email());
    UUID declared = declareOwn(manager, borrower, "SPOUSE").expect(201).id();
    declareOwn(manager, borrower, "SPOUSE").expectProblem(409, "already-declared");
    String end = "/api/relatives/" + declared + "/end";

    manager.post(end, Map.of("reason", "divorced")).expectProblem(409, "about-oneself");
    someone("LOAN_OFFICER").post(end, Map.of("reason", "no")).expectProblem(403, "forbidden");
    Answer ended = lending.manager().post(end, Map.of("reason", "divorced")).expect(200);
    assertThat(ended.text("/endedReason")).isEqualTo("divorced");
    lending.manager().post(end, Map.of("reason", "twice")).expectProblem(409, "already-ended");

    lending.approve(manager, loan).expect(200);
    Answer own = manager.get("/api/profile/relatives").expect(200);
    assertThat(own.text("/items/0/endedBy")).isEqualTo("Test MANAGER");
    Answer trail = people.administrator().get("/api/audit?subjectId=" + borrower).expect(200);
    assertThat(trail.text("/items/0/action")).isEqualTo("relative.end");
    assertThat(trail.text("/items/0/reason")).isEqualTo("divorced");
    assertThat(trail.text("/items/0/before/inForce")).isEqualTo("true");
    declareOwn(manager, borrower, "OTHER").expect(201);
    Answer page = manager.get("/api/profile/relatives?limit=1").expect(200);
    assertThat(page.text("/items/0/relation")).isEqualTo("OTHER");
    Answer next =
        manager.get("/api/profile/relatives?limit=1&cursor=" + page.text("/next")).expect(200);
    assertThat(next.text("/items/0/id")).isEqualTo(declared.toString());
  }

  @Test
  void whoKeepsRelativesDeclaresThemOfOthersAndSeesThemBesideTheAuditor() {
    UUID borrower = lending.borrower();
    UUID loan = applied(borrower);
    UserAccount account = people.create("MANAGER", null);
    String path = "/api/borrowers/" + borrower + "/relatives";
    Map<String, Object> request =
        Map.of("userId", account.id(), "relation", "PARENT", "reason", "the same address");

    lending.officer().post(path, request).expectProblem(403, "forbidden");
    lending.officer().get(path).expectProblem(403, "forbidden");
    UUID declared = lending.manager().post(path, request).expect(201).id();

    Answer seen = people.as("AUDITOR").get(path).expect(200);
    assertThat(seen.text("/items/0/id")).isEqualTo(declared.toString());
    assertThat(seen.text("/items/0/userName")).startsWith("Test MANAGER");
    assertThat(seen.text("/items/0/reason")).isEqualTo("the same address");
    assertThat(lending.manager().get("/api/relatives/staff").expect(200).body())
        .contains(account.id().toString());
    lending.approve(people.signIn(account.email()), loan).expectProblem(409, "declared-relative");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown borrower", "unknown user", "borrower's account"})
  void whoIsNotThereIsNoRelative(String what) {
    UUID borrower = lending.borrower();
    UUID nobody = UUID.randomUUID();
    switch (what) {
      case "unknown borrower" -> {
        declareOwn(lending.manager(), nobody, "CHILD").expectProblem(404, "not-found");
        lending.manager().get("/api/borrowers/" + nobody + "/relatives").expect(404);
      }
      case "unknown user" ->
          lending
              .manager()
              .post(
                  "/api/borrowers/" + borrower + "/relatives",
                  Map.of("userId", nobody, "relation", "CHILD", "reason", "so it is said"))
              .expectProblem(422, "user-unfit");
      default ->
          declareOwn(people.as("BORROWER"), borrower, "CHILD").expectProblem(422, "user-unfit");
    }
  }

  private UUID applied(UUID borrower) {
    return lending
        .apply(lending.officer(), borrower, lending.product(Map.of()), "1200.00")
        .expect(201)
        .id();
  }

  private UUID running(UUID borrower) {
    UUID loan = applied(borrower);
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    return loan;
  }

  private Http someone(String role) {
    return people.signIn(people.create(role, null).email());
  }

  private static Answer declareOwn(Http who, UUID borrower, String relation) {
    return who.post(
        "/api/profile/relatives",
        Map.of("borrowerId", borrower, "relation", relation, "reason", "as everybody knows"));
  }
}
