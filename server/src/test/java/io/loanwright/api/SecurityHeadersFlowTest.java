package io.loanwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells a browser not to do. */
@FlowTest
class SecurityHeadersFlowTest {

  private final Http http;
  private final People people;

  SecurityHeadersFlowTest(Http http, People people) {
    this.http = http;
    this.people = people;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/api/profile", "/api/openapi.json", "/api/nothing-here"})
  void nobodyMayFrameSniffOrScriptUs(String path) {
    Answer answer = people.as("AUDITOR").get(path);

    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
    assertThat(answer.header("referrer-policy")).isEqualTo("same-origin");
    assertThat(answer.header("content-security-policy"))
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
        .contains("script-src 'self';");
    assertThat(answer.header("server")).isEmpty();
    assertThat(answer.header("x-powered-by")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/profile", "/api/users", "/api/health", "/api/nothing-here"})
  void whatTheApiSaysIsNotKeptInCaches(String path) {
    assertThat(people.administrator().get(path).header("cache-control")).contains("no-store");
  }

  @Test
  void theTokensOfASignInAreNotKeptInCaches() {
    Answer answer =
        http.post(
            "/api/auth/login",
            Map.of("login", People.ADMIN_EMAIL, "password", People.PASSWORD, "cookie", true));

    assertThat(answer.expect(200).header("cache-control")).contains("no-store");
    assertThat(answer.header("set-cookie"))
        .contains("HttpOnly", "SameSite=Strict", "Path=/api/auth");
    assertThat(answer.json().has("refreshToken")).isFalse();
  }

  @Test
  void otherSitesGetNoPermissionToReadAnswers() {
    Answer answer =
        http.with("X-Origin", "x").with("Origin", "https://evil.test").get("/api/health");

    assertThat(answer.header("access-control-allow-origin")).isEmpty();
  }
}
