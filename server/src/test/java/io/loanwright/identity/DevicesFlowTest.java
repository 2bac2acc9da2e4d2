package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Where people are signed in, and how they are signed out from afar. */
@FlowTest
class DevicesFlowTest {

  private final Http http;
  private final People people;
  private final JdbcClient jdbc;

  DevicesFlowTest(Http http, People people, JdbcClient jdbc) {
    this.http = http;
    this.people = people;
    this.jdbc = jdbc;
  }

  @Test
  void onesDevicesAreListedTheNewestFirstAndTheOneThatAsksIsMarked() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    people.signIn(user.email());

    List<JsonNode> sessions = sessions(desk);

    assertThat(sessions).hasSize(2);
    assertThat(sessions.get(0).path("current").asBoolean()).isFalse();
    assertThat(sessions.get(1).path("current").asBoolean()).isTrue();
    assertThat(sessions.get(1).path("device").asString()).startsWith("Java-http-client/");
    assertThat(sessions.get(1).path("address").asString()).isEqualTo("127.0.0.1");
    JsonNode first = desk.get("/api/profile/sessions?limit=1").expect(200).json();
    assertThat(first.path("items").path(0).path("id")).isEqualTo(sessions.get(0).path("id"));
    assertThat(
            desk.get("/api/profile/sessions?limit=1&cursor=" + first.path("next").asString())
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id"))
        .isEqualTo(sessions.get(1).path("id"));
  }

  @Test
  void aDeviceThatIsSignedOutFromAfarIsOutWithItsNextRequest() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    Http lost = people.signIn(user.email());
    String id = sessions(lost).get(0).path("id").asString();

    desk.delete("/api/profile/sessions/" + id).expect(204);

    lost.get("/api/profile").expectProblem(401, "not-signed-in");
    assertThat(sessions(desk)).hasSize(1);
    desk.delete("/api/profile/sessions/" + id).expectProblem(404, "not-found");
    assertThat(trail(user, "user.end_session").path("before").path("address").asString())
        .isEqualTo("127.0.0.1");
  }

  @Test
  void allOthersAreSignedOutAtOnceAndTheOneThatAsksStays() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    Http phone = people.signIn(user.email());
    Http tablet = people.signIn(user.email());

    desk.delete("/api/profile/sessions").expect(204);

    phone.get("/api/profile").expect(401);
    tablet.get("/api/profile").expect(401);
    assertThat(sessions(desk)).hasSize(1);
  }

  @Test
  void nobodyEndsOrSeesASessionOfSomebodyElse() {
    Http victim = people.signIn(people.create("TELLER", null).email());
    UserAccount thief = people.create("MANAGER", null);
    Http thiefs = people.signIn(thief.email());
    String id = sessions(victim).get(0).path("id").asString();

    thiefs.delete("/api/profile/sessions/" + id).expectProblem(404, "not-found");
    thiefs
        .get("/api/users/" + victim.get("/api/profile").id() + "/sessions")
        .expectProblem(403, "forbidden");

    assertThat(sessions(thiefs)).hasSize(1);
    victim.get("/api/profile").expect(200);
  }

  @Test
  void anAdministratorSignsAUserOutEverywhere() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    Http administrator = people.administrator();
    String path = "/api/users/" + user.id() + "/sessions";
    assertThat(administrator.get(path).expect(200).json().path("items").size()).isOne();

    administrator.delete(path).expect(204);

    desk.get("/api/profile").expect(401);
    assertThat(administrator.get(path).expect(200).json().path("items").size()).isZero();
    assertThat(trail(user, "user.end_sessions").path("actor").path("name").asString())
        .isEqualTo("Administrator");
    administrator.delete("/api/users/" + UUID.randomUUID() + "/sessions").expect(404);
  }

  @Test
  void aSessionThatWasNotUsedForTooLongIsOverAndUseIsKnownToTheMinute() {
    UserAccount user = people.create("TELLER", null);
    Answer answer =
        http.post("/api/auth/login", Map.of("login", user.email(), "password", People.PASSWORD))
            .expect(200);
    Http desk = http.bearer(answer.text("/accessToken"));
    lastUsed(user, "13 days");
    desk.get("/api/profile").expect(200);
    assertThat(lastUsedInTheLastMinute(user)).isTrue();

    lastUsed(user, "15 days");

    desk.get("/api/profile").expect(401);
    http.post("/api/auth/refresh", Map.of("refreshToken", answer.text("/refreshToken")))
        .expectProblem(401, "not-signed-in");
    assertThat(sessions(people.signIn(user.email()))).hasSize(1);
  }

  private void lastUsed(UserAccount user, String ago) {
    jdbc.sql(
            """
            UPDATE identity.session SET last_used_at = now() - :ago::interval
             WHERE user_id = :user
            """)
        .param("ago", ago)
        .param("user", user.id())
        .update();
  }

  private boolean lastUsedInTheLastMinute(UserAccount user) {
    return jdbc.sql(
            """
            SELECT last_used_at > now() - interval '1 minute'
              FROM identity.session WHERE user_id = :user
            """)
        .param("user", user.id())
        .query(Boolean.class)
        .single();
  }

  private static List<JsonNode> sessions(Http who) {
    return who.get("/api/profile/sessions").expect(200).json().path("items").valueStream().toList();
  }

  private JsonNode trail(UserAccount user, String action) {
    return people
        .as("AUDITOR")
        .get("/api/audit?action=" + action + "&subjectId=" + user.id())
        .expect(200)
        .json()
        .path("items")
        .path(0);
  }
}
