package io.loanwright.web.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.testing.Answer;
import io.loanwright.testing.BehindProxy;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A proxy that the settings name is believed when it says whom it speaks for. */
@BehindProxy
class TrustedProxyFlowTest {

  private final Http http;
  private final People people;
  private final JdbcClient jdbc;

  TrustedProxyFlowTest(Http http, People people, JdbcClient jdbc) {
    this.http = http;
    this.people = people;
    this.jdbc = jdbc;
  }

  /** Proxies add to the right, so whatever stands left of the last stranger is made up. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          203.0.113.7                        | 203.0.113.7
          203.0.113.7, 10.1.2.3              | 203.0.113.7
          192.0.2.1, 203.0.113.7, 10.1.2.3   | 203.0.113.7
          127.0.0.1, 203.0.113.8             | 203.0.113.8
          203.0.113.7, 10.2.0.1              | 10.2.0.1
          2001:db8::5                        | 2001:db8::5
          """)
  void theTrailHasTheAddressOfThePerson(String forwarded, String address) {
    UserAccount user = people.create("TELLER", null);

    signIn(http.with("X-Forwarded-For", forwarded), user).expect(200);

    assertThat(addressOfSignIn(user.id())).isEqualTo(address);
  }

  @Test
  void theStandardHeaderIsNotReadBecauseProxiesPassItOn() {
    UserAccount user = people.create("TELLER", null);

    signIn(http.with("Forwarded", "for=203.0.113.9;proto=https"), user).expect(200);

    assertThat(addressOfSignIn(user.id())).isEqualTo("127.0.0.1");
  }

  @Test
  void aGuesserIsSlowedDownByHisOwnAddressAndNobodyElseIs() {
    UserAccount user = people.create("TELLER", null);
    Http guesser = http.with("X-Forwarded-For", "203.0.113.66");
    Map<String, String> guess = Map.of("login", user.email(), "password", "wrong one");
    for (int i = 0; i < 5; i++) {
      guesser.post("/api/auth/login", guess).expect(401);
    }

    guesser.post("/api/auth/login", guess).expectProblem(429, "too-many-attempts");

    signIn(http.with("X-Forwarded-For", "203.0.113.67"), user).expect(200);
  }

  @Test
  void whoComesByHttpsStaysWithIt() {
    Http https = http.with("X-Forwarded-Proto", "https");

    Answer answer = signIn(https, people.create("TELLER", null)).expect(200);

    assertThat(answer.header("strict-transport-security")).isEqualTo("max-age=31536000");
    assertThat(answer.header("set-cookie")).contains("; Secure");
  }

  @Test
  void whoComesByHttpIsNotSentAway() {
    Answer answer = signIn(http, people.create("TELLER", null)).expect(200);

    assertThat(answer.header("strict-transport-security")).isEmpty();
    assertThat(answer.header("set-cookie")).doesNotContain("Secure");
  }

  @Test
  void linksLeadToTheHostThatThePersonAskedFor() {
    Http administrator =
        people
            .administrator()
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-Host", "loans.example.test");

    Answer answer =
        administrator.post(
            "/api/invitations",
            Map.of("email", UUID.randomUUID() + "@loanwright.test", "role", "TELLER"));

    assertThat(answer.expect(201).text("/acceptUrl"))
        .startsWith("https://loans.example.test/accept-invitation?token=");
  }

  private static Answer signIn(Http http, UserAccount user) {
    return http.post(
        "/api/auth/login",
        Map.of("login", user.email(), "password", People.PASSWORD, "cookie", true));
  }

  private String addressOfSignIn(UUID user) {
    return jdbc.sql("SELECT address FROM audit.event WHERE actor_id = :user")
        .param("user", user)
        .query(String.class)
        .single();
  }
}
