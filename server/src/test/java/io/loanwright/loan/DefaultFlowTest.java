package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loans that are not expected to be repaid, and approved ones that nobody fetches. */
@FlowTest
class DefaultFlowTest {

  private static final Map<String, Object> MARK = Map.of("defaulted", true, "reason", "moved away");

  private final People people;
  private final Lending lending;

  DefaultFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADMIN", "MANAGER", "COLLECTOR"})
  void aLoanIsMarkedWithAReasonAndUnmarked(String role) {
    UUID loan = lending.active("1200.00", TODAY);

    Answer marked = people.as(role).post(marking(loan), MARK).expect(200);

    assertThat(marked.text("/status")).isEqualTo("ACTIVE");
    assertThat(marked.text("/defaulted")).isEqualTo("true");
    Answer event = people.administrator().get("/api/audit?subjectId=" + loan).expect(200);
    assertThat(event.text("/items/0/action")).isEqualTo("loan.default");
    assertThat(event.text("/items/0/reason")).isEqualTo("moved away");
    assertThat(event.text("/items/0/before/defaulted")).isEqualTo("false");
    lending.pay(lending.teller(), loan, "10.00", TODAY).expect(201);
    assertThat(lending.loan(lending.manager(), loan).text("/defaulted")).isEqualTo("true");

    Map<String, Object> back = Map.of("defaulted", false, "reason", "pays again");
    assertThat(people.as(role).post(marking(loan), back).expect(200).text("/defaulted"))
        .isEqualTo("false");
  }

  @Test
  void aLoanThatIsPaidOffIsNoDefaultUnlessThePaymentIsTakenBack() {
    UUID loan = lending.active("100.00", TODAY);
    lending.manager().post(marking(loan), MARK).expect(200);

    UUID payment = lending.pay(lending.teller(), loan, "100.00", TODAY).expect(201).id();

    Answer closed = lending.loan(lending.manager(), loan);
    assertThat(closed.text("/status")).isEqualTo("CLOSED");
    assertThat(closed.text("/defaulted")).isEqualTo("false");
    lending
        .manager()
        .idempotent()
        .post("/api/payments/" + payment + "/reverse", Map.of("reason", "another's"))
        .expect(200);
    Answer again = lending.loan(lending.manager(), loan);
    assertThat(again.text("/status")).isEqualTo("ACTIVE");
    assertThat(again.text("/defaulted")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOAN_OFFICER", "FIELD_OFFICER", "TELLER", "ACCOUNTANT", "AUDITOR"})
  void onlyWhoLooksAfterArrearsMarks(String role) {
    people.as(role).post(marking(UUID.randomUUID()), MARK).expectProblem(403, "forbidden");
  }

  @Test
  void onlyWhatOwesIsInDefaultAndAReasonIsNeeded() {
    UUID loan = lending.application("500.00");
    lending.manager().post(marking(loan), MARK).expectProblem(409, "wrong-status");
    lending.manager().post(marking(loan), Map.of("defaulted", true)).expectProblem(400, "invalid");
    lending.manager().post(marking(UUID.randomUUID()), MARK).expectProblem(404, "not-found");
  }

  @Test
  void theWordDefaultedNarrowsListAndFile() {
    UUID borrower = lending.borrower();
    UUID product = lending.product(Map.of("approvalSteps", List.of()));
    UUID marked = active(borrower, product);
    UUID other = active(borrower, product);
    lending.manager().post(marking(marked), MARK).expect(200);

    String filter = "?borrowerId=" + borrower + "&status=defaulted";
    Answer page = lending.manager().get("/api/loans" + filter).expect(200);

    assertThat(page.body()).contains(marked.toString()).doesNotContain(other.toString());
    Answer file = people.administrator().get("/api/exports/loans.csv" + filter).expect(200);
    assertThat(file.body().lines()).hasSize(2);
    lending
        .manager()
        .get("/api/loans?status=defaulted&status=pending")
        .expectProblem(400, "invalid");
    lending
        .manager()
        .get("/api/loans?status=defaulted&defaulted=false")
        .expectProblem(400, "invalid");
  }

  @Test
  void anApprovedLoanThatNobodyFetchesIsCancelledOnce() {
    UUID loan = lending.application("500.00");
    String path = "/api/loans/" + loan + "/cancel";
    Map<String, String> reason = Map.of("reason", "never came");
    lending.manager().post(path, reason).expectProblem(409, "wrong-status");
    lending.approve(lending.manager(), loan).expect(200);
    lending.teller().post(path, reason).expectProblem(403, "forbidden");
    lending.manager().post(path, Map.of()).expectProblem(400, "invalid");

    Answer cancelled = lending.manager().post(path, reason).expect(200);

    assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
    assertThat(cancelled.text("/endedReason")).isEqualTo("never came");
    lending.manager().post(path, reason).expectProblem(409, "wrong-status");
    lending.disburse(lending.accountant(), loan, TODAY).expectProblem(409, "wrong-status");
  }

  private UUID active(UUID borrower, UUID product) {
    UUID loan = lending.apply(lending.officer(), borrower, product, "300.00").expect(201).id();
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    return loan;
  }

  private static String marking(UUID loan) {
    return "/api/loans/" + loan + "/default";
  }
}
