package io.loanwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.organization.Organization;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.time.LocalDate;
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
