package io.loanwright.web.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where no proxy is named, nobody can say that he is somebody else. */
@FlowTest
class UntrustedProxyFlowTest {

  private final Http stranger;
  private final People people;
  private final JdbcClient jdbc;

  UntrustedProxyFlowTest(Http http, People people, JdbcClient jdbc) {
    this.stranger =
        http.with("X-Forwarded-For", "203.0.113.7")
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-Host", "evil.test")
            .with("X-Forwarded-Port", "8443")
            .with("Forwarded", "for=203.0.113.7;proto=https;host=evil.test")
            .with("X-Real-IP", "203.0.113.7");
    this.people = people;
    this.jdbc = jdbc;
  }

  @Test
  void headersOfStrangersChangeNothing() {
    UserAccount user = people.create("TELLER", null);

    Answer answer =
        stranger
            .post(
                "/api/auth/login",
                Map.of("login", user.email(), "password", People.PASSWORD, "cookie", true))
            .expect(200);

    assertThat(answer.header("strict-transport-security")).isEmpty();
    assertThat(answer.header("set-cookie")).doesNotContain("Secure");
    assertThat(
            jdbc.sql("SELECT address FROM audit.event WHERE actor_id = :user")
                .param("user", user.id())
                .query(String.class)
                .single())
        .isEqualTo("127.0.0.1");
  }

  @Test
  void linksDoNotLeadToTheHostThatAStrangerNames() {
    Answer answer =
        stranger
            .with("Authorization", people.administrator().authorization())
            .post(
                "/api/invitations",
                Map.of("email", UUID.randomUUID() + "@loanwright.test", "role", "TELLER"));

    assertThat(answer.expect(201).text("/acceptUrl")).startsWith("http://127.0.0.1:");
  }

  @Test
  void aGuesserDoesNotGetRoundTheWaitWithAnotherAddressEachTime() {
    UserAccount user = people.create("TELLER", null);
    Map<String, String> guess = Map.of("login", user.email(), "password", "wrong one");
    for (int i = 0; i < 5; i++) {
      stranger.with("X-Forwarded-For", "203.0.113." + i).post("/api/auth/login", guess).expect(401);
    }

    stranger
        .with("X-Forwarded-For", "203.0.113.99")
        .post("/api/auth/login", guess)
        .expectProblem(429, "too-many-attempts");
  }
}
