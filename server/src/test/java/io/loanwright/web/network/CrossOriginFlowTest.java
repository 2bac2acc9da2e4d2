package io.loanwright.web.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.BehindProxy;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the origins that the settings list may call the API, and those of no other. */
@BehindProxy
class CrossOriginFlowTest {

  private static final String ALLOW = "access-control-allow-origin";

  private final Http http;
  private final Http user;

  CrossOriginFlowTest(Http http, People people) {
    this.http = http;
    this.user = people.administrator();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://app.example.test", "http://localhost:3000"})
  void aListedOriginReadsAnswersAndRefusals(String origin) {
    Answer answer = user.with("Origin", origin).get("/api/profile").expect(200);

    assertThat(answer.header(ALLOW)).isEqualTo(origin);
    assertThat(answer.header("access-control-allow-credentials")).isEmpty();
    assertThat(answer.header("access-control-expose-headers"))
        .contains("ETag", "Retry-After", "RateLimit");
    assertThat(answer.response().headers().allValues("vary")).contains("Origin");
    assertThat(http.with("Origin", origin).get("/api/profile").expect(401).header(ALLOW))
        .isEqualTo(origin);
    assertThat(
            http.with("Origin", origin)
                .post("/api/auth/login", Map.of("login", "x".repeat(1 << 20), "password", "x"))
                .expect(413)
                .header(ALLOW))
        .as("refusals of the filters")
        .isEqualTo(origin);
  }

  @Test
  void aListedOriginIsToldBeforehandWhatItMaySend() {
    Answer answer =
        preflight("https://app.example.test", "PATCH", "authorization,content-type,if-match");

    assertThat(answer.expect(200).header(ALLOW)).isEqualTo("https://app.example.test");
    assertThat(answer.header("access-control-allow-methods")).contains("PATCH");
    assertThat(answer.header("access-control-allow-headers")).contains("authorization", "if-match");
    assertThat(answer.header("access-control-max-age")).isEqualTo("3600");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test",
        "http://app.example.test",
        "https://app.example.test:8443",
        "https://app.example.test.evil.test",
        "https://sub.app.example.test",
        "null"
      })
  void anotherOriginIsToldNothing(String origin) {
    Answer answer = user.with("Origin", origin).get("/api/profile").expect(200);

    assertThat(answer.header(ALLOW)).isEmpty();
    assertThat(answer.response().headers().allValues("vary")).contains("Origin");
    assertThat(preflight(origin, "GET", "authorization").expectProblem(401, "not-signed-in"))
        .satisfies(refusal -> assertThat(refusal.header(ALLOW)).isEmpty());
  }

  @Test
  void thePageIsNotForOtherPages() {
    assertThat(http.with("Origin", "https://app.example.test").get("/login").header(ALLOW))
        .isEmpty();
  }

  private Answer preflight(String origin, String method, String headers) {
    return http.with("Origin", origin)
        .with("Access-Control-Request-Method", method)
        .with("Access-Control-Request-Headers", headers)
        .raw("OPTIONS", "/api/loans", "text/plain", "");
  }
}
