package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A borrower whom the staff know comes to an account that is his, by a link that works once. */
@FlowTest
class BorrowerInvitationFlowTest {

  private final Http http;
  private final People people;
  private final Http admin;
  private final JdbcClient jdbc;

  BorrowerInvitationFlowTest(Http http, People people, JdbcClient jdbc) {
    this.http = http;
    this.people = people;
    this.admin = people.administrator();
    this.jdbc = jdbc;
  }

  private static String email() {
    return "invited." + UUID.randomUUID() + "@example.org";
  }

  private Answer borrower(String email) {
    return admin.post("/api/borrowers", Map.of("name", "Wanjiku", "email", email)).expect(201);
  }

  private static Answer invite(Http who, UUID borrower) {
    return who.post("/api/borrowers/" + borrower + "/invitation");
  }

  private static String token(Answer invited) {
    String link = invited.text("/acceptUrl");
    return link.substring(link.indexOf("token=") + 6);
  }

  private Answer open(Answer invited) {
    return http.get("/api/invitations/open?token=" + token(invited));
  }

  private Answer accept(Answer invited) {
    Map<String, String> body = new HashMap<>();
    body.put("token", token(invited));
    body.put("password", People.PASSWORD);
    return http.post("/api/invitations/accept", body);
  }

  @Test
  void whoAcceptsIsTheBorrowerWhomTheStaffKnow() {
    String email = email();
    UUID borrower = borrower(email).id();

    Answer invited = invite(people.as("MANAGER"), borrower);
    assertThat(open(invited).expect(200).text("/name")).isEqualTo("Wanjiku");
    Answer account = accept(invited).expect(201);

    assertThat(account.text("/name")).isEqualTo("Wanjiku");

    assertThat(account.text("/role")).isEqualTo("BORROWER");
    Http self = people.signIn(email);
    assertThat(self.get("/api/borrowers").expect(200).json().at("/items"))
        .extracting(item -> item.at("/id").asString())
        .containsExactly(borrower.toString());
    assertThat(admin.get("/api/borrowers/" + borrower).text("/userId"))
        .isEqualTo(account.id().toString());
    accept(invited).expect(404);
    invite(admin, borrower).expectProblem(409, "account-exists");
    assertThat(admin.get("/api/audit?subjectId=" + borrower).expect(200).body())
        .contains("borrower.link_account");
  }

  @Test
  void anInvitationGoesToTheAddressThatIsKnownAndOnceAtATime() {
    UUID borrower = borrower(email()).id();
    people.as("TELLER").post("/api/borrowers/" + borrower + "/invitation").expect(403);
    // Not his borrower: the address is masked for him.
    invite(people.as("LOAN_OFFICER"), borrower).expectProblem(404, "not-found");
    invite(admin, borrower).expect(201);

    invite(admin, borrower).expectProblem(409, "invitation-open");

    UUID unknown = admin.post("/api/borrowers", Map.of("name", "No Address")).expect(201).id();
    invite(admin, unknown).expectProblem(422, "borrower-unfit");
    Answer blocked = borrower(email());
    admin.patch("/api/borrowers/" + blocked.id(), Map.of("status", "BLOCKED")).expect(200);
    invite(admin, blocked.id()).expectProblem(422, "borrower-unfit");
    String taken = email();
    Map<String, String> other =
        Map.of("name", "Other", "email", taken, "password", People.PASSWORD);
    http.post("/api/auth/register", other).expect(201);
    invite(admin, UUID.randomUUID()).expectProblem(404, "not-found");
  }

  /** A manager keeps borrowers, and invites no staff. */
  @Test
  void whoeverMayInviteABorrowerSendsTheInvitationAgain() {
    UUID borrower = borrower(email()).id();
    Http manager = people.as("MANAGER");
    String again = "/api/borrowers/" + borrower + "/invitation/resend";
    manager.post(again).expectProblem(404, "not-found");
    Answer first = invite(manager, borrower).expect(201);
    String mailed = mailTo(first.text("/email"));
    admin.get("/api/outbox/" + mailed).expect(200);

    Answer second = manager.post(again).expect(200);

    assertThat(second.id()).isEqualTo(first.id());
    accept(first).expect(404);
    admin.get("/api/outbox/" + mailed).expectProblem(409, "mail-not-kept");
    accept(second).expect(201);
    admin.get("/api/outbox/" + mailTo(first.text("/email"))).expectProblem(409, "mail-not-kept");
    manager.post(again).expectProblem(409, "account-exists");
    people.as("TELLER").post(again).expectProblem(403, "forbidden");
    assertThat(admin.get("/api/audit?action=user,invitation.resend").expect(200).body())
        .contains("invitation.resend")
        .contains("\"action\":\"user.")
        .doesNotContain("invitation.create");
  }

  @Test
  void whoeverMayInviteABorrowerSeesTheInvitationAndTakesItBack() {
    String email = email();
    UUID borrower = borrower(email).id();
    Http manager = people.as("MANAGER");
    String path = "/api/borrowers/" + borrower + "/invitation";
    assertThat(waiting(manager, borrower)).isEmpty();
    manager.delete(path).expectProblem(404, "not-found");
    Answer invited = invite(manager, borrower).expect(201);

    assertThat(waiting(manager, borrower)).containsExactly(email + " OPEN");
    Answer seen = manager.get(path).expect(200);
    assertThat(seen.text("/items/0/invitedBy")).isEqualTo("Test MANAGER");
    assertThat(seen.body()).doesNotContain("acceptUrl");
    people.as("TELLER").get(path).expectProblem(403, "forbidden");
    people.as("TELLER").delete(path).expectProblem(403, "forbidden");
    people.as("LOAN_OFFICER").get(path).expectProblem(404, "not-found");
    people.as("LOAN_OFFICER").delete(path).expectProblem(404, "not-found");

    manager.delete(path).expect(204);

    assertThat(waiting(manager, borrower)).isEmpty();
    accept(invited).expect(404);
    assertThat(admin.get("/api/audit?subjectId=" + invited.id()).expect(200).body())
        .contains("invitation.revoke");
    accept(invite(manager, borrower)).expect(201);
    assertThat(waiting(manager, borrower)).isEmpty();
  }

  private static List<String> waiting(Http who, UUID borrower) {
    return who.get("/api/borrowers/" + borrower + "/invitation")
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .map(each -> each.at("/email").asString() + " " + each.at("/status").asString())
        .toList();
  }

  /** The newest mail to an address. */
  private String mailTo(String email) {
    return admin
        .get("/api/outbox")
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .filter(mail -> mail.path("recipient").asString().equals(email))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  @Test
  void aCorrectedAddressEndsTheLinkThatWentToTheWrongOne() {
    UUID borrower = borrower(email()).id();
    Answer wrong = invite(admin, borrower);
    String right = email();
    admin.patch("/api/borrowers/" + borrower, Map.of("email", right)).expect(200);

    open(wrong).expect(404);
    accept(wrong).expect(404);
    assertThat(waiting(admin, borrower)).containsExactly(wrong.text("/email") + " OPEN");

    Answer invited = invite(admin, borrower);
    assertThat(invited.expect(201).text("/email")).isEqualTo(right);
    accept(wrong).expect(404);
    assertThat(waiting(admin, borrower)).containsExactly(right + " OPEN");
    assertThat(
            admin
                .get("/api/audit?action=invitation.revoke&subjectId=" + wrong.id())
                .expect(200)
                .json()
                .at("/items"))
        .hasSize(1);
    accept(invited).expect(201);
  }

  @Test
  void whoIsBlockedAfterTheInvitationComesToNoAccount() {
    UUID borrower = borrower(email()).id();
    Answer invited = invite(admin, borrower);
    admin.patch("/api/borrowers/" + borrower, Map.of("status", "BLOCKED")).expect(200);

    accept(invited).expect(404);
  }

  @Test
  void anInvitationEndsAndIsForgottenWithTheBorrower() {
    String email = email();
    Answer made = borrower(email);
    Answer invited = invite(admin, made.id());
    admin
        .post(
            "/api/borrowers/" + made.id() + "/erasure",
            Map.of("number", made.text("/number"), "reason", "asked"))
        .expect(200);

    accept(invited).expect(404);

    for (String table : new String[] {"identity.invitation", "mail.message", "audit.event"}) {
      assertThat(
              jdbc.sql("SELECT count(*) FROM %s t WHERE t::text LIKE :some".formatted(table))
                  .param("some", "%" + email + "%")
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
  }
}
