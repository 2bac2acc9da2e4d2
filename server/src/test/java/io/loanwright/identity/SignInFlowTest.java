package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Coming in, staying in, being put out. */
@FlowTest
class SignInFlowTest {

  private final Http http;
  private final People people;

  SignInFlowTest(Http http, People people) {
    this.http = http;
    this.people = people;
  }

  @Test
  void nobodyGetsInWithoutSigningIn() {
    http.get("/api/profile").expectProblem(401, "not-signed-in");
    http.get("/api/nothing-here").expectProblem(401, "not-signed-in");
    http.bearer("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.").get("/api/profile").expect(401);
  }

  @Test
  void theLoginIsReadWhateverItsCaseAndTheProfileSaysWhatOneMayDo() {
    UserAccount officer = people.create("LOAN_OFFICER", null);

    Answer profile =
        people.signIn(officer.email().toUpperCase(Locale.ROOT)).get("/api/profile").expect(200);

    assertThat(profile.id()).isEqualTo(officer.id());
    assertThat(profile.json().at("/permissions").get("payment.record").asString()).isEqualTo("OWN");
    assertThat(profile.text("/organization/businessDate")).isEqualTo("2026-03-02");
  }

  @Test
  void anUnknownLoginAndAWrongPasswordGetTheSameAnswer() {
    UserAccount user = people.create("TELLER", null);
    String body =
        http.post("/api/auth/login", Map.of("login", user.email(), "password", "wrong one"))
            .expectProblem(401, "wrong-login")
            .body();

    assertThat(
            http.post(
                    "/api/auth/login",
                    Map.of("login", "nobody@loanwright.test", "password", "wrong one"))
                .expect(401)
                .body())
        .isEqualTo(body);
  }

  @Test
  void guessingIsSlowedDownButNobodyElseIs() {
    UserAccount user = people.create("TELLER", null);
    Map<String, String> guess = Map.of("login", user.email(), "password", "wrong one");
    for (int i = 0; i < 5; i++) {
      http.post("/api/auth/login", guess).expect(401);
    }

    Answer slowed = http.post("/api/auth/login", guess).expectProblem(429, "too-many-attempts");

    assertThat(slowed.header("retry-after")).isEqualTo("1");
    assertThat(slowed.text("/detail")).endsWith("Try again in 1 second.");
    people.signIn(people.create("TELLER", null).email());
  }

  @Test
  void aRefreshTokenWorksOnceAndItsSecondUseEndsTheSession() {
    UserAccount user = people.create("AUDITOR", null);
    Answer first =
        http.post("/api/auth/login", Map.of("login", user.email(), "password", People.PASSWORD))
            .expect(200);
    Map<String, String> token = Map.of("refreshToken", first.text("/refreshToken"));
    Answer second = http.post("/api/auth/refresh", token).expect(200);
    Http signedIn = http.bearer(second.text("/accessToken"));
    signedIn.get("/api/profile").expect(200);

    http.post("/api/auth/refresh", token).expectProblem(401, "refresh-token-reused");

    signedIn.get("/api/profile").expect(401);
    http.post("/api/auth/refresh", Map.of("refreshToken", second.text("/refreshToken")))
        .expect(401);
  }

  @Test
  void theWebPageKeepsItsRefreshTokenInACookieThatNoScriptReads() {
    UserAccount user = people.create("AUDITOR", null);

    Answer answer =
        http.post(
                "/api/auth/login",
                Map.of("login", user.email(), "password", People.PASSWORD, "cookie", true))
            .expect(200);

    String cookie = answer.header("set-cookie");
    assertThat(answer.json().has("refreshToken")).isFalse();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/api/auth");
    Http web = http.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    Http signedIn = http.bearer(web.post("/api/auth/refresh").expect(200).text("/accessToken"));
    signedIn.post("/api/auth/logout").expect(204);
    signedIn.get("/api/profile").expect(401);
  }

  @Test
  void aDisabledUserIsOutAtOnce() {
    UserAccount user = people.create("MANAGER", null);
    Http signedIn = people.signIn(user.email());
    signedIn.get("/api/users").expectProblem(403, "forbidden");

    people
        .administrator()
        .patch("/api/users/" + user.id(), Map.of("status", "DISABLED"))
        .expect(200);

    signedIn.get("/api/profile").expect(401);
    http.post("/api/auth/login", Map.of("login", user.email(), "password", People.PASSWORD))
        .expect(401);
  }

  @Test
  void aNewPasswordIsAnotherOneAndEndsTheOtherSessions() {
    UserAccount user = people.create("TELLER", null);
    Http here = people.signIn(user.email());
    Http elsewhere = people.signIn(user.email());
    for (String refused : List.of(People.PASSWORD, "password", "short")) {
      here.post(
              "/api/profile/password",
              Map.of("currentPassword", People.PASSWORD, "newPassword", refused))
          .expectProblem(400, "invalid");
    }
    here.post(
            "/api/profile/password",
            Map.of("currentPassword", "wrong one", "newPassword", "another horse entirely"))
        .expectProblem(422, "wrong-password");
    elsewhere.get("/api/profile").expect(200);

    here.post(
            "/api/profile/password",
            Map.of("currentPassword", People.PASSWORD, "newPassword", "another horse entirely"))
        .expect(204);

    here.get("/api/profile").expect(200);
    elsewhere.get("/api/profile").expect(401);
    http.post(
            "/api/auth/login", Map.of("login", user.email(), "password", "another horse entirely"))
        .expect(200);
  }

  @Test
  void whoFoundAPageOpenCannotGuessThePassword() {
    UserAccount user = people.create("TELLER", null);
    Http here = people.signIn(user.email());
    Map<String, String> guess =
        Map.of("currentPassword", "wrong one", "newPassword", "another horse entirely");
    for (int i = 0; i < 4; i++) {
      here.post("/api/profile/password", guess).expectProblem(422, "wrong-password");
    }
    here.post("/api/profile/second-factor", Map.of("currentPassword", "wrong too"))
        .expectProblem(422, "wrong-password");

    Answer slowed = here.post("/api/profile/password", guess);

    slowed.expectProblem(429, "too-many-attempts");
    assertThat(slowed.header("Retry-After")).isNotNull();
    JsonNode trail =
        people
            .administrator()
            .get("/api/audit?action=user.show_password&subjectId=" + user.id())
            .expect(200)
            .json();
    assertThat(trail.at("/items")).hasSize(5);
    assertThat(trail.at("/items/0/result").asString()).isEqualTo("REFUSED");
    people.signIn(user.email()).get("/api/profile").expect(200);
  }

  @Test
  void nobodyRegistersWithAPasswordThatIsGuessedFirst() {
    Map<String, String> account =
        Map.of(
            "name", "Bo", "email", UUID.randomUUID() + "@loanwright.test", "password", "Password1");

    assertThat(
            http.post("/api/auth/register", account)
                .expectProblem(400, "invalid")
                .text("/errors/0/field"))
        .isEqualTo("password");
  }

  @Test
  void staffComesByInvitationAndALinkWorksOnce() {
    String email = UUID.randomUUID() + "@loanwright.test";
    Answer invited =
        people
            .administrator()
            .post("/api/invitations", Map.of("email", email, "role", "TELLER"))
            .expect(201);
    String url = invited.text("/acceptUrl");
    String token = url.substring(url.indexOf("token=") + 6);
    http.get("/api/invitations/open?token=" + token).expect(200);
    Map<String, String> accept =
        Map.of("token", token, "name", "Tess", "password", People.PASSWORD);

    http.post("/api/invitations/accept", accept).expect(201);

    http.post("/api/invitations/accept", accept).expectProblem(404, "invitation-not-open");
    assertThat(people.signIn(email).get("/api/profile").text("/role")).isEqualTo("TELLER");
    people
        .as("MANAGER")
        .post("/api/invitations", Map.of("email", "x@y.test", "role", "TELLER"))
        .expect(403);
  }

  @Test
  void borrowersRegisterThemselvesOnce() {
    Map<String, String> account =
        Map.of(
            "name",
            "Bo",
            "email",
            UUID.randomUUID() + "@loanwright.test",
            "password",
            People.PASSWORD);
    http.post("/api/auth/register", account).expect(201);
    http.post("/api/auth/register", account).expectProblem(409, "email-taken");
  }

  @Test
  @Timeout(20)
  void aPhoneNumberOfManySpacesIsRefusedAtOnce() {
    Map<String, String> account =
        Map.of(
            "name",
            "Slow",
            "email",
            UUID.randomUUID() + "@loanwright.test",
            "password",
            People.PASSWORD,
            "phone",
            "1" + " ".repeat(900_000) + "x");

    http.post("/api/auth/register", account).expectProblem(400, "invalid");
  }

  @Test
  void everyDeedIsInTheTrailWithoutItsSecrets() {
    Answer trail = people.as("AUDITOR").get("/api/audit?action=user").expect(200);

    assertThat(trail.body()).contains("user.create").doesNotContain(People.PASSWORD);
    people.as("TELLER").get("/api/audit").expect(403);
  }

  @Test
  void settingsBranchesAndTheDayAreThere() {
    Http admin = people.administrator();
    admin.get("/api/organization").expect(200);
    admin.patch("/api/organization", Map.of("name", "Loanwright")).expect(200);
    admin
        .post(
            "/api/branches",
            Map.of("code", "B" + UUID.randomUUID().toString().substring(0, 8), "name", "Second"))
        .expect(201);
    admin.get("/api/roles").expect(200);
    assertThat(admin.get("/api/setup").text("/needed")).isEqualTo("false");
    assertThat(admin.get("/api/business-date").text("/businessDate")).isEqualTo("2026-03-02");
    admin
        .post("/api/business-date/close", Map.of("through", "2020-01-01"))
        .expectProblem(409, "day-closed-before");
    admin
        .post("/api/business-date/close", Map.of("through", "2199-01-01"))
        .expectProblem(409, "day-not-come");
  }
}
