package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A forgotten password where no mail server is configured: the mail waits in the outbox, and an
 * administrator hands it over.
 */
@FlowTest
class PasswordResetFlowTest {

  private static final String ANOTHER = "another horse entirely";
  private static final Pattern CODE = Pattern.compile("The code:\\s+(\\S{43})\\s");

  private final Http http;
  private final People people;
  private final JdbcClient jdbc;

  PasswordResetFlowTest(Http http, People people, JdbcClient jdbc) {
    this.http = http;
    this.people = people;
    this.jdbc = jdbc;
  }

  @Test
  void theMailedCodeSetsThePasswordOnceAndEndsAllSessions() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    String code = codeFor(user);
    Map<String, String> reset = Map.of("token", code, "password", ANOTHER);

    http.post("/api/auth/reset-password", reset).expect(204);

    desk.get("/api/profile").expect(401);
    http.post("/api/auth/login", Map.of("login", user.email(), "password", People.PASSWORD))
        .expect(401);
    http.post("/api/auth/login", Map.of("login", user.email(), "password", ANOTHER)).expect(200);
    http.post("/api/auth/reset-password", reset).expectProblem(404, "reset-not-open");
    assertThat(mails(user))
        .extracting(mail -> mail.path("subject").asString())
        .first()
        .asString()
        .startsWith("Your password was changed");
    assertThat(trail("user.reset_password", user)).isOne();
    assertThat(trail("user.forget_password", user)).isOne();
  }

  @Test
  void aWeakPasswordIsRefusedAndTheCodeStaysGood() {
    UserAccount user = people.create("TELLER", null);
    String code = codeFor(user);

    for (String refused : List.of("password1", "short", " ".repeat(10), "x".repeat(129))) {
      http.post("/api/auth/reset-password", Map.of("token", code, "password", refused))
          .expectProblem(400, "invalid");
    }

    http.post("/api/auth/reset-password", Map.of("token", code, "password", ANOTHER)).expect(204);
  }

  @Test
  void aCodeIsGoodForAnHourAndNotOnceThePasswordWasSetOtherwise() {
    UserAccount late = people.create("TELLER", null);
    String old = codeFor(late);
    jdbc.sql("UPDATE identity.password_reset SET expires_at = now() WHERE user_id = :id")
        .param("id", late.id())
        .update();
    UserAccount other = people.create("TELLER", null);
    String overtaken = codeFor(other);
    people
        .signIn(other.email())
        .post(
            "/api/profile/password",
            Map.of("currentPassword", People.PASSWORD, "newPassword", ANOTHER))
        .expect(204);
    UserAccount disabled = people.create("TELLER", null);
    String nobodys = codeFor(disabled);
    people
        .administrator()
        .patch("/api/users/" + disabled.id(), Map.of("status", "DISABLED"))
        .expect(200);

    for (String dead : List.of(old, overtaken, nobodys, "x", "0".repeat(43))) {
      http.post(
              "/api/auth/reset-password",
              Map.of("token", dead, "password", "a third horse of many"))
          .expectProblem(404, "reset-not-open");
    }
  }

  @Test
  void nobodyLearnsWhetherThereIsSuchAnAccount() {
    UserAccount user = people.create("TELLER", null);

    Answer known = ask(user.email());
    Answer unknown = ask("nobody." + UUID.randomUUID() + "@loanwright.test");

    assertThat(known.status()).isEqualTo(202).isEqualTo(unknown.status());
    assertThat(known.body()).isEqualTo(unknown.body()).isEmpty();
    assertThat(known.response().headers().map().keySet())
        .isEqualTo(unknown.response().headers().map().keySet());
  }

  @Test
  void whoAsksOftenWaitsAndTheOwnerGetsThreeMailsAnHour() {
    UserAccount user = people.create("TELLER", null);
    for (int i = 0; i < 5; i++) {
      ask(user.email()).expect(202);
    }

    Answer slowed = ask(user.email()).expectProblem(429, "too-many-attempts");

    assertThat(slowed.header("retry-after")).isEqualTo("1");
    UserAccount last = people.create("TELLER", null);
    codeFor(last);
    assertThat(mails(user)).as("mails before a later one").hasSize(3);
  }

  @Test
  void aHostThatTheRequestMakesUpDoesNotGetIntoTheMail() {
    UserAccount user = people.create("TELLER", null);

    ask(user.email()).expect(202);

    assertThat(text(user)).doesNotContain("http");
  }

  @Test
  void onlyAdministratorsReadTheOutboxAndEachReadingIsInTheTrail() {
    UserAccount user = people.create("TELLER", null);
    codeFor(user);
    JsonNode mail = mails(user).getFirst();

    assertThat(mail.path("status").asString()).isEqualTo("KEPT");
    assertThat(mail.has("text")).as("the list tells no link").isFalse();
    people.as("MANAGER").get("/api/outbox").expectProblem(403, "forbidden");
    people.as("AUDITOR").get("/api/outbox/" + mail.path("id").asString()).expect(403);
    assertThat(
            people
                .as("AUDITOR")
                .get("/api/audit?action=mail.read&subjectId=" + mail.path("id").asString())
                .expect(200)
                .json()
                .path("items")
                .size())
        .isOne();
    people.administrator().get("/api/outbox/" + UUID.randomUUID()).expect(404);
  }

  @Test
  void aTextIsWipedWhenItIsOfNoUse() {
    UserAccount user = people.create("TELLER", null);
    codeFor(user);
    jdbc.sql("UPDATE mail.message SET kept_until = now() WHERE recipient = :to")
        .param("to", user.email())
        .update();

    JsonNode mail = mails(user).getFirst();

    assertThat(mail.path("readable").asBoolean()).isFalse();
    people
        .administrator()
        .get("/api/outbox/" + mail.path("id").asString())
        .expectProblem(409, "mail-not-kept");
  }

  @Test
  void noTokenIsInTheTrail() {
    UserAccount user = people.create("TELLER", null);
    String code = codeFor(user);
    http.post("/api/auth/reset-password", Map.of("token", code, "password", ANOTHER)).expect(204);

    assertThat(people.as("AUDITOR").get("/api/audit?subjectId=" + user.id()).expect(200).body())
        .contains("user.reset_password")
        .doesNotContain(code)
        .doesNotContain(ANOTHER);
  }

  private Answer ask(String login) {
    return http.post("/api/auth/forgotten-password", Map.of("login", login));
  }

  private String codeFor(UserAccount user) {
    ask(user.email()).expect(202);
    Matcher code = CODE.matcher(text(user));
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  /** The text of the last mail to a user, read as an administrator does. */
  private String text(UserAccount user) {
    await().atMost(Duration.ofSeconds(20)).until(() -> !mails(user).isEmpty());
    String id = mails(user).getFirst().path("id").asString();
    return people.administrator().get("/api/outbox/" + id).expect(200).text("/text");
  }

  private List<JsonNode> mails(UserAccount user) {
    return people
        .administrator()
        .get("/api/outbox?limit=200")
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .filter(mail -> mail.path("recipient").asString().equals(user.email()))
        .toList();
  }

  private int trail(String action, UserAccount user) {
    return people
        .as("AUDITOR")
        .get("/api/audit?action=" + action + "&subjectId=" + user.id())
        .expect(200)
        .json()
        .path("items")
        .size();
  }
}
