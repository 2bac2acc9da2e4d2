package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.loanwright.identity.factor.TestApp;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Who has an account is told when somebody tries it; and his password is kept as well as today's.
 */
@FlowTest
class AccountWarningsFlowTest {

  private final Http http;
  private final People people;
  private final JdbcClient jdbc;

  AccountWarningsFlowTest(Http http, People people, JdbcClient jdbc) {
    this.http = http;
    this.people = people;
    this.jdbc = jdbc;
  }

  @Test
  void whosePasswordIsGuessedIsToldOnceADay() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    for (int i = 0; i < 5; i++) {
      signIn(user, "wrong one").expectProblem(401, "wrong-login");
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> !subjects(user).isEmpty());

    for (int i = 0; i < 5; i++) {
      Map<String, String> guess =
          Map.of("currentPassword", "wrong one", "newPassword", "another horse entirely");
      desk.post("/api/profile/password", guess).expectProblem(422, "wrong-password");
    }

    assertThat(subjects(user))
        .singleElement()
        .asString()
        .startsWith("Somebody tries passwords at ");
  }

  @Test
  void aCodeThatIsShownTwiceIsToldAndSoAreCodesThatAreGuessed() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    TestApp app =
        new TestApp(
            desk.post("/api/profile/second-factor", Map.of("currentPassword", People.PASSWORD))
                .expect(201)
                .text("/secret"));
    desk.post("/api/profile/second-factor/confirm", Map.of("code", app.next())).expect(200);
    String code = app.next();
    second(user, code).expect(200);

    second(user, code).expectProblem(401, "wrong-code");

    assertThat(subjects(user)).filteredOn(subject -> subject.contains("used twice")).hasSize(1);
    assertThat(
            people
                .administrator()
                .get("/api/audit?action=user.wrong_code&subjectId=" + user.id())
                .text("/items/0/reason"))
        .isEqualTo("code-used-twice");
    for (int i = 0; i < 4; i++) {
      second(user, "00000" + i).expectProblem(401, "wrong-code");
    }
    assertThat(subjects(user)).filteredOn(subject -> subject.contains("tries codes")).hasSize(1);
  }

  @Test
  void aPasswordOfAnEarlierVersionLetsInAndIsKeptAsOnesOfToday() {
    UserAccount user = people.create("TELLER", null);
    String old = "{bcrypt}" + new BCryptPasswordEncoder(10).encode(People.PASSWORD);
    jdbc.sql("UPDATE identity.user_account SET password_hash = :old WHERE id = :id")
        .param("old", old)
        .param("id", user.id())
        .update();

    signIn(user, "another one").expectProblem(401, "wrong-login");
    assertThat(kept(user)).isEqualTo(old);
    signIn(user, People.PASSWORD).expect(200);

    assertThat(kept(user)).startsWith("{hmac-bcrypt}");
    signIn(user, People.PASSWORD).expect(200);
    signIn(user, "another one").expectProblem(401, "wrong-login");
  }

  private Answer signIn(UserAccount user, String password) {
    return http.post("/api/auth/login", Map.of("login", user.email(), "password", password));
  }

  private Answer second(UserAccount user, String code) {
    String challenge =
        signIn(user, People.PASSWORD)
            .expectProblem(401, "second-factor-required")
            .text("/challenge");
    return http.post("/api/auth/second-factor", Map.of("challenge", challenge, "code", code));
  }

  private String kept(UserAccount user) {
    return jdbc.sql("SELECT password_hash FROM identity.user_account WHERE id = :id")
        .param("id", user.id())
        .query(String.class)
        .single();
  }

  private List<String> subjects(UserAccount user) {
    return people
        .administrator()
        .get("/api/outbox?limit=200")
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .filter(mail -> mail.path("recipient").asString().equals(user.email()))
        .map(mail -> mail.path("subject").asString())
        .filter(subject -> !subject.contains("second factor"))
        .toList();
  }
}
