package io.loanwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.loan.Lending;
import io.loanwright.organization.Organization;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trail tells to whom. */
@FlowTest
class AuditFlowTest {

  private final People people;
  private final Organization organization;

  AuditFlowTest(People people, Organization organization) {
    this.people = people;
    this.organization = organization;
  }

  @Test
  void aSpanOfDaysIncludesItsLast() {
    UserAccount teller = people.create("TELLER", null);
    people.signIn(teller.email());
    LocalDate today = organization.calendarDate();

    assertThat(signIns(teller, today, today)).isEqualTo(1);
    assertThat(signIns(teller, today.plusDays(1), today.plusDays(1))).isZero();
    assertThat(signIns(teller, today.minusDays(1), today.minusDays(1))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-02-30", "2026-02-01T00:00:00Z", "9999-12-31"})
  void whatIsNoDayIsRefused(String day) {
    Http auditor = people.as("AUDITOR");

    assertThat(auditor.get("/api/audit?to=" + day).expectProblem(400, "invalid").body())
        .contains("\"to\"")
        .doesNotContain("java.");
  }

  @Test
  void whatWasRefusedIsFoundByItself() {
    Lending lending = new Lending(people);
    UUID application =
        lending
            .apply(lending.officer(), lending.borrower(), lending.product(Map.of()), "100.00")
            .expect(201)
            .id();
    lending.approve(lending.officer(), application).expectProblem(409, "maker-is-checker");
    Http auditor = people.as("AUDITOR");
    String ofLoan = "/api/audit?subjectId=" + application + "&result=";

    assertThat(actions(auditor.get(ofLoan + "DONE"))).contains("loan.apply");
    assertThat(actions(auditor.get(ofLoan + "REFUSED"))).containsExactly("loan.approve");
    assertThat(auditor.get("/api/audit?action=loan&result=REFUSED").expect(200).body())
        .contains("REFUSED")
        .doesNotContain("DONE");
    auditor.get(ofLoan + "LOST").expectProblem(400, "invalid");
  }

  @Test
  void anAccountantReadsAboutTheBooksOnly() {
    Lending lending = new Lending(people);
    UUID loan = lending.active("500.00", Lending.TODAY);
    Http accountant = people.as("ACCOUNTANT");

    List<String> ofLoan = actions(accountant.get("/api/audit?subjectId=" + loan));

    assertThat(ofLoan).containsExactly("loan.disburse");
    assertThat(actions(people.as("AUDITOR").get("/api/audit?subjectId=" + loan)))
        .contains("loan.disburse", "loan.approve", "loan.apply");
    assertThat(actions(accountant.get("/api/audit?action=user"))).isEmpty();
    assertThat(actions(accountant.get("/api/audit?action=borrower"))).isEmpty();
  }

  @Test
  void personalDataIsForThoseWhoSeeItOfTheBorrower() {
    Http admin = people.administrator();
    String phone = "+254 700 " + (100_000 + System.nanoTime() % 900_000);
    UUID borrower =
        admin
            .post("/api/borrowers", Map.of("name", "Masked", "phone", phone, "address", "Here 1"))
            .expect(201)
            .id();
    String code = "TRAIL_WATCHER";
    Http watcher = people.whoMay(code, Map.of("audit.view", "ORGANIZATION"));
    String path = "/api/audit?subjectId=" + borrower;

    assertThat(watcher.get(path).expect(200).body())
        .contains("borrower.create", "Masked")
        .doesNotContain(phone, "Here 1");
    assertThat(people.as("AUDITOR").get(path).expect(200).body()).contains(phone, "Here 1");
    Map<String, Object> ownOnly =
        Map.of("audit.view", "ORGANIZATION", "borrower.pii_unmasked", "OWN");
    admin.patch("/api/roles/" + code, Map.of("permissions", ownOnly)).expect(200);
    assertThat(watcher.get(path).expect(200).body())
        .contains("borrower.create")
        .doesNotContain(phone, "Here 1");
    Map<String, Object> ofBranch =
        Map.of("audit.view", "ORGANIZATION", "borrower.pii_unmasked", "BRANCH");
    admin.patch("/api/roles/" + code, Map.of("permissions", ofBranch)).expect(200);
    assertThat(watcher.get(path).expect(200).body()).contains(phone, "Here 1");
  }

  private static List<String> actions(Answer trail) {
    return trail
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.get("action").asString())
        .toList();
  }

  private int signIns(UserAccount user, LocalDate from, LocalDate to) {
    String span = "&from=" + from + "&to=" + to;
    return people
        .as("AUDITOR")
        .get("/api/audit?action=user.sign_in&actor=" + user.id() + span)
        .expect(200)
        .json()
        .at("/items")
        .size();
  }
}
