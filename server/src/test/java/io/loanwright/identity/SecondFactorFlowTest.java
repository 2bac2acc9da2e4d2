package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.AskedAgain;
import io.loanwright.identity.factor.TestApp;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** A code of an app beside the password: having one, signing in with it, being asked again. */
@FlowTest
class SecondFactorFlowTest {

  private final Http http;
  private final People people;
  private final JdbcClient jdbc;
  private final List<String> critical;

  SecondFactorFlowTest(
      Http http,
      People people,
      JdbcClient jdbc,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.http = http;
    this.people = people;
    this.jdbc = jdbc;
    this.critical =
        mapping.getHandlerMethods().entrySet().stream()
            .filter(handler -> handler.getValue().hasMethodAnnotation(AskedAgain.class))
            .flatMap(handler -> routes(handler.getKey()))
            .toList();
  }

  @Test
  void signInHasTwoStepsOnceTheFactorIsConfirmed() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    TestApp app = begin(desk);
    assertThat(passwordOf(user).expect(200).json().has("accessToken"))
        .as("not asked for before it is confirmed")
        .isTrue();
    desk.post("/api/profile/second-factor/confirm", Map.of("code", "000000"))
        .expectProblem(422, "wrong-code");

    assertThat(confirm(desk, app)).hasSize(10).doesNotHaveDuplicates();

    String challenge = challenge(user);
    assertThat(passwordOf(user).json().has("accessToken")).isFalse();
    http.bearer(challenge).get("/api/profile").expect(401);
    second(challenge, "123456").expectProblem(401, "wrong-code");
    Answer in = second(challenge, app.next()).expect(200);
    http.bearer(in.text("/accessToken")).get("/api/profile").expect(200);
    http.post("/api/auth/refresh", Map.of("refreshToken", in.text("/refreshToken"))).expect(200);
    assertThat(trail(user, "user.add_second_factor")).isOne();
    assertThat(trail(user, "user.wrong_code")).isOne();
  }

  @Test
  void aCodeIsTakenOnceAndSoIsAChallenge() {
    UserAccount user = people.create("TELLER", null);
    TestApp app = withFactor(user);
    String code = app.next();
    String first = challenge(user);
    second(first, code).expect(200);

    second(challenge(user), code).expectProblem(401, "wrong-code");
    second(first, code).expectProblem(401, "sign-in-over");
    second("x", code).expectProblem(401, "sign-in-over");
  }

  @Test
  void aChallengeIsGoodForMinutesAndNotForWhoIsDisabled() {
    UserAccount user = people.create("TELLER", null);
    TestApp app = withFactor(user);
    String late = challenge(user);
    jdbc.sql("UPDATE identity.sign_in_challenge SET expires_at = now() WHERE user_id = :id")
        .param("id", user.id())
        .update();
    second(late, app.next()).expectProblem(401, "sign-in-over");
    String open = challenge(user);
    people
        .administrator()
        .patch("/api/users/" + user.id(), Map.of("status", "DISABLED"))
        .expect(200);

    second(open, app.next()).expectProblem(401, "sign-in-over");
  }

  @Test
  void guessingCodesIsSlowedDownForTheUserAndTheRightOneWaitsToo() {
    UserAccount user = people.create("TELLER", null);
    TestApp app = withFactor(user);
    for (int i = 0; i < 5; i++) {
      second(challenge(user), "00000" + i).expectProblem(401, "wrong-code");
    }

    jdbc.sql("UPDATE identity.second_factor SET failures = failures + 15 WHERE user_id = :id")
        .param("id", user.id())
        .update();

    Answer slowed = second(challenge(user), app.next()).expectProblem(429, "too-many-attempts");

    assertThat(Integer.parseInt(slowed.header("retry-after"))).isBetween(60, 900);
  }

  @Test
  void aRecoveryCodeLetsInOnceAndNewOnesReplaceIt() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    TestApp app = begin(desk);
    List<String> codes = confirm(desk, app);

    second(challenge(user), codes.get(0).toLowerCase(Locale.ROOT)).expect(200);

    second(challenge(user), codes.get(0)).expectProblem(401, "wrong-code");
    assertThat(desk.get("/api/profile/second-factor").expect(200).text("/recoveryCodes"))
        .isEqualTo("9");
    desk.post("/api/profile/second-factor/recovery-codes", Map.of("code", codes.get(1)))
        .expect(200);
    second(challenge(user), codes.get(2)).expectProblem(401, "wrong-code");
  }

  @Test
  void itIsSetUpWithThePasswordAndTurnedOffWithACode() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    desk.post("/api/profile/second-factor", Map.of("currentPassword", "wrong one"))
        .expectProblem(422, "wrong-password");
    desk.post("/api/profile/second-factor/confirm", Map.of("code", "000000"))
        .expectProblem(409, "second-factor-none");
    TestApp app = begin(desk);
    confirm(desk, app);
    desk.post("/api/profile/second-factor", Map.of("currentPassword", People.PASSWORD))
        .expectProblem(409, "second-factor-on");
    desk.post("/api/profile/second-factor/off", Map.of("code", "000000"))
        .expectProblem(422, "wrong-code");

    desk.post("/api/profile/second-factor/off", Map.of("code", app.next())).expect(204);

    people.signIn(user.email()).get("/api/profile").expect(200);
  }

  @Test
  void whoLacksTheFactorThatTheRoleNeedsMayOnlySetItUp() {
    String role = "NEEDS_" + letters();
    Http administrator = people.administrator();
    administrator
        .post("/api/roles", Map.of("code", role, "name", role, "copyOf", "TELLER"))
        .expect(201);
    UserAccount user = people.create(role, null);
    Http desk = people.signIn(user.email());
    desk.get("/api/loans").expect(200);

    administrator.patch("/api/roles/" + role, Map.of("secondFactor", true)).expect(200);

    desk.get("/api/loans").expectProblem(403, "second-factor-lacking");
    Answer profile = desk.get("/api/profile").expect(200);
    assertThat(profile.json().path("lacksSecondFactor").asBoolean()).isTrue();
    assertThat(profile.json().path("permissions").size()).isZero();
    TestApp app = begin(desk);
    confirm(desk, app);
    desk.get("/api/loans").expect(200);
    desk.post("/api/profile/second-factor/off", Map.of("code", app.next()))
        .expectProblem(409, "second-factor-required-by-role");
  }

  @Test
  void whatIsCriticalIsAskedAgainOfWhoHasAFactor() {
    UserAccount user = people.create("ADMIN", null);
    Http desk = people.signIn(user.email());
    UserAccount other = people.create("TELLER", null);
    String path = "/api/users/" + other.id();
    lastConfirmed(user);
    desk.patch(path, Map.of("name", "Without a factor nothing changes")).expect(200);
    TestApp app = begin(desk);
    confirm(desk, app);
    desk.patch(path, Map.of("name", "Just confirmed")).expect(200);
    lastConfirmed(user);

    desk.patch(path, Map.of("name", "Too late")).expectProblem(403, "confirmation-due");
    desk.get(path).expect(200);
    desk.post("/api/profile/confirm", Map.of("code", "000000")).expectProblem(422, "wrong-code");
    desk.patch(path, Map.of("name", "Still too late")).expectProblem(403, "confirmation-due");
    desk.post("/api/profile/confirm", Map.of("code", app.next())).expect(204);

    desk.patch(path, Map.of("name", "Confirmed again")).expect(200);
  }

  @Test
  void anAdministratorTakesALostFactorAway() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    confirm(desk, begin(desk));
    String path = "/api/users/" + user.id() + "/second-factor";
    people.as("MANAGER").delete(path).expectProblem(403, "forbidden");
    people.as("MANAGER").get(path).expectProblem(403, "forbidden");
    assertThat(people.administrator().get(path).text("/askedFor")).isEqualTo("true");

    people.administrator().delete(path).expect(204);

    desk.get("/api/profile").expect(401);
    people.signIn(user.email()).get("/api/profile").expect(200);
    people.administrator().delete(path).expectProblem(404, "not-found");
    assertThat(people.administrator().get(path).text("/askedFor")).isEqualTo("false");
    assertThat(trail(user, "user.remove_second_factor")).isOne();
  }

  @Test
  void nobodyTakesHisOwnFactorAwayWithoutACode() {
    UserAccount user = people.create("ADMIN", null);
    Http desk = people.signIn(user.email());
    confirm(desk, begin(desk));

    desk.delete("/api/users/" + user.id() + "/second-factor")
        .expectProblem(409, "own-second-factor");
  }

  /** Whoever else is signed in showed the password only. */
  @Test
  void otherSessionsEndWhenTheFactorIsSetUp() {
    UserAccount user = people.create("TELLER", null);
    Http stranger = people.signIn(user.email());
    Http desk = people.signIn(user.email());

    confirm(desk, begin(desk));

    stranger.get("/api/profile").expect(401);
    desk.get("/api/profile").expect(200);
  }

  @Test
  void aNewPasswordEndsSignInsThatAreHalfDone() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    TestApp app = begin(desk);
    List<String> codes = confirm(desk, app);
    String challenge = challenge(user);
    desk.post(
            "/api/profile/password",
            Map.of("currentPassword", People.PASSWORD, "newPassword", "another correct horse"))
        .expect(204);

    second(challenge, codes.get(0)).expect(401);
  }

  @Test
  void whatIsCriticalIsListed() {
    assertThat(critical)
        .containsExactlyInAnyOrder(
            "POST /api/roles",
            "PATCH /api/roles/{code}",
            "DELETE /api/roles/{code}",
            "PATCH /api/users/{id}",
            "DELETE /api/users/{id}/second-factor",
            "POST /api/invitations",
            "POST /api/invitations/{id}/resend",
            "POST /api/borrowers/{id}/invitation",
            "POST /api/borrowers/{id}/invitation/resend",
            "POST /api/audit/archives",
            "GET /api/outbox/{id}",
            "PATCH /api/organization",
            "POST /api/profile/second-factor",
            "POST /api/profile/second-factor/confirm",
            "POST /api/profile/passkeys/options",
            "DELETE /api/profile/passkeys/{id}",
            "POST /api/borrowers/{id}/erasure");
  }

  /** A code is seen over a shoulder: of all who send it at once, one gets in. */
  @Test
  void ofManyAtOnceWithOneCodeOneGetsIn() throws Exception {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    TestApp app = begin(desk);
    List<String> recovery = confirm(desk, app);

    assertThat(letInAtOnce(user, app.next(), false)).as("code of the app").isOne();
    assertThat(letInAtOnce(user, recovery.get(1), true)).as("and one challenge").isOne();
    assertThat(letInAtOnce(user, recovery.getFirst(), false)).as("code on paper").isOne();
  }

  private int letInAtOnce(UserAccount user, String code, boolean oneChallenge) throws Exception {
    String first = challenge(user);
    List<Callable<Integer>> tries =
        Stream.generate(() -> oneChallenge ? first : challenge(user))
            .limit(4)
            .<Callable<Integer>>map(challenge -> () -> second(challenge, code).status())
            .toList();
    int in = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(tries.size())) {
      for (Future<Integer> each : threads.invokeAll(tries)) {
        in += each.get() == 200 ? 1 : 0;
      }
    }
    return in;
  }

  @Test
  void aRecoveryCodeDoesNotWaitAndWrongCodesAreForgottenAfterAnHour() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    TestApp app = begin(desk);
    List<String> recovery = confirm(desk, app);
    for (int i = 0; i < 5; i++) {
      second(challenge(user), "00000" + i).expectProblem(401, "wrong-code");
    }
    jdbc.sql("UPDATE identity.second_factor SET failures = 20 WHERE user_id = :id")
        .param("id", user.id())
        .update();
    String code = app.next();
    second(challenge(user), code).expectProblem(429, "too-many-attempts");

    second(challenge(user), recovery.getFirst()).expect(200);

    jdbc.sql(
            """
            UPDATE identity.second_factor
               SET failures = 20, failed_at = now() - interval '61 minutes'
             WHERE user_id = :id
            """)
        .param("id", user.id())
        .update();
    second(challenge(user), code).expect(200);
    assertThat(refusals(user, "user.wrong_code")).isEqualTo(5);
    assertThat(refusals(user, "user.slow_down")).isOne();
    assertThat(trail(user, "user.begin_sign_in")).isGreaterThan(6);
  }

  /** Whoever found the page open keeps the owner out of nothing. */
  @Test
  void fiveWrongCodesOfWhoIsSignedInEndHisSessionAndNothingElse() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    TestApp app = begin(desk);
    List<String> recovery = confirm(desk, app);
    for (int i = 0; i < 4; i++) {
      desk.post("/api/profile/confirm", Map.of("code", "00000" + i))
          .expectProblem(422, "wrong-code");
    }
    desk.post("/api/profile/confirm", Map.of("code", recovery.get(0))).expect(204);
    for (int i = 0; i < 4; i++) {
      desk.post("/api/profile/second-factor/off", Map.of("code", "nonsense" + i))
          .expectProblem(422, "wrong-code");
    }
    desk.get("/api/profile").expect(200);

    desk.post("/api/profile/second-factor/recovery-codes", Map.of("code", "000000"))
        .expectProblem(422, "wrong-code");

    desk.get("/api/profile").expect(401);
    second(challenge(user), app.next()).expect(200);
    assertThat(trail(user, "user.end_session")).isOne();
  }

  /** A code that nobody looks at, as the factor stays anyway, is no right one. */
  @Test
  void aRefusalThatIsNotForTheCodeDoesNotLetSomebodyGuessOn() {
    String role = "NEEDS_" + letters();
    Http administrator = people.administrator();
    administrator
        .post("/api/roles", Map.of("code", role, "name", role, "copyOf", "TELLER"))
        .expect(201);
    administrator.patch("/api/roles/" + role, Map.of("secondFactor", true)).expect(200);
    Http desk = people.signIn(people.create(role, null).email());
    confirm(desk, begin(desk));
    for (int i = 0; i < 4; i++) {
      desk.post("/api/profile/confirm", Map.of("code", "00000" + i))
          .expectProblem(422, "wrong-code");
    }

    desk.post("/api/profile/second-factor/off", Map.of("code", "000004"))
        .expectProblem(409, "second-factor-required-by-role");

    desk.post("/api/profile/confirm", Map.of("code", "000005")).expectProblem(422, "wrong-code");
    desk.get("/api/profile").expect(401);
  }

  @Test
  void whoHasNoFactorIsToldSo() {
    Http desk = people.signIn(people.create("TELLER", null).email());
    for (int i = 0; i < 7; i++) {
      desk.post("/api/profile/confirm", Map.of("code", "123456"))
          .expectProblem(409, "second-factor-none");
    }
    desk.get("/api/profile").expect(200);
  }

  @Test
  void noSecretIsInTheTrail() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());
    TestApp app = begin(desk);
    List<String> codes = confirm(desk, app);
    second(challenge(user), codes.get(0)).expect(200);

    assertThat(people.as("AUDITOR").get("/api/audit?subjectId=" + user.id()).expect(200).body())
        .contains("user.add_second_factor")
        .doesNotContain(app.secret())
        .doesNotContain(codes.get(0));
  }

  private static Stream<String> routes(RequestMappingInfo route) {
    return route.getMethodsCondition().getMethods().stream()
        .flatMap(method -> route.getPatternValues().stream().map(path -> method + " " + path));
  }

  private TestApp withFactor(UserAccount user) {
    Http desk = people.signIn(user.email());
    TestApp app = begin(desk);
    confirm(desk, app);
    return app;
  }

  private static TestApp begin(Http desk) {
    JsonNode enrolment =
        desk.post("/api/profile/second-factor", Map.of("currentPassword", People.PASSWORD))
            .expect(201)
            .json();
    assertThat(enrolment.path("uri").asString())
        .startsWith("otpauth://totp/")
        .contains("secret=" + enrolment.path("secret").asString());
    assertThat(enrolment.path("qrPath").asString()).startsWith("M");
    return new TestApp(enrolment.path("secret").asString());
  }

  private static List<String> confirm(Http desk, TestApp app) {
    return desk.post("/api/profile/second-factor/confirm", Map.of("code", app.next()))
        .expect(200)
        .json()
        .path("recoveryCodes")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private Answer passwordOf(UserAccount user) {
    return http.post("/api/auth/login", Map.of("login", user.email(), "password", People.PASSWORD));
  }

  private String challenge(UserAccount user) {
    return passwordOf(user).expectProblem(401, "second-factor-required").text("/challenge");
  }

  private Answer second(String challenge, String code) {
    return http.post("/api/auth/second-factor", Map.of("challenge", challenge, "code", code));
  }

  private void lastConfirmed(UserAccount user) {
    jdbc.sql(
            """
            UPDATE identity.session SET confirmed_at = now() - interval '16 minutes'
             WHERE user_id = :id
            """)
        .param("id", user.id())
        .update();
  }

  private static String letters() {
    return UUID.randomUUID().toString().replaceAll("[^a-f]", "").toUpperCase(Locale.ROOT);
  }

  private int trail(UserAccount user, String action) {
    return people
        .as("AUDITOR")
        .get("/api/audit?action=" + action + "&subjectId=" + user.id())
        .expect(200)
        .json()
        .path("items")
        .size();
  }

  private long refusals(UserAccount user, String action) {
    return people
        .as("AUDITOR")
        .get("/api/audit?action=" + action + "&subjectId=" + user.id())
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .filter(event -> event.path("result").asString().equals("REFUSED"))
        .count();
  }
}
