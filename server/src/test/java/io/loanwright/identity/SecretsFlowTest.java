package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.loanwright.identity.factor.TestApp;
import io.loanwright.identity.passkey.TestPasskey;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is secret is said once, to whom it belongs: it is planted in every field that takes or gives
 * such, and looked for in the log, wordier than it is delivered, in the trail and in refusals.
 */
@FlowTest
class SecretsFlowTest {

  private static final String MARKER = "Marker-5e1f-";
  private static final List<String> WORDY =
      List.of("io.loanwright", "org.springframework.web", "org.springframework.security");

  /** These quote what was refused when they are asked to talk that much; the docs say so. */
  private static final List<String> QUOTING =
      List.of(
          "org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver",
          "org.springframework.web.method.HandlerMethod");

  private final Http http;
  private final People people;
  private final JdbcClient jdbc;
  private final Log log = new Log();
  private final List<String> secrets = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  SecretsFlowTest(Http http, People people, JdbcClient jdbc, JsonMapper json) {
    this.http = new Http(http.base().replace("127.0.0.1", "localhost"), json);
    this.people = people;
    this.jdbc = jdbc;
  }

  /** Keeps every line of the log, with what was thrown. */
  private static final class Log extends AppenderBase<ILoggingEvent> {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      String thrown =
          event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy());
      lines.add(
          event.getLoggerName()
              + " "
              + event.getFormattedMessage()
              + event.getMDCPropertyMap()
              + thrown);
    }
  }

  @BeforeEach
  void listen() {
    people.administrator();
    log.start();
    logger(Logger.ROOT_LOGGER_NAME).addAppender(log);
    WORDY.forEach(name -> logger(name).setLevel(Level.DEBUG));
    QUOTING.forEach(name -> logger(name).setLevel(Level.INFO));
  }

  @AfterEach
  void stopListening() {
    WORDY.forEach(name -> logger(name).setLevel(null));
    QUOTING.forEach(name -> logger(name).setLevel(null));
    logger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
  }

  @Test
  void noSecretIsInTheLogTheTrailOrARefusal() {
    String password = plant("password");
    UserAccount user = invited(password);
    signInWrongly(user);
    Http desk = signIn(user, password);
    String changed = changePassword(desk, password);
    String reset = resetPassword(user);
    refuse(http.post("/api/auth/login", Map.of("login", user.email(), "password", changed)));
    Http again = signIn(user, reset);
    secondFactor(again, user, reset);
    passkey(user);
    malformed();

    assertThat(log.lines).as("lines of the log").hasSizeGreaterThan(100);
    assertThat(String.join("\n", log.lines)).contains("/api/auth/login");
    assertThat(log.lines.stream().filter(line -> !found(line).isEmpty()))
        .as("lines of the log")
        .isEmpty();
    assertThat(found(trail())).as("in the trail").isEmpty();
    assertThat(found(String.join("\n", refusals))).as("in refusals").isEmpty();
    assertThat(refusals).hasSizeGreaterThan(15);
  }

  @Test
  void whatIsPlantedIsFound() {
    String planted = plant("planted");

    logger("io.loanwright.identity").debug("Somebody typed {}", planted);

    assertThat(found(String.join("\n", log.lines))).containsExactly(planted);
  }

  private UserAccount invited(String password) {
    String email = "secrets." + UUID.randomUUID() + "@loanwright.test";
    Answer invitation =
        people
            .administrator()
            .post("/api/invitations", Map.of("email", email, "role", "TELLER"))
            .expect(201);
    String link = invitation.text("/acceptUrl");
    String token = keep(link.substring(link.indexOf("token=") + 6));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("token", token);
    body.put("name", "Secret Keeper");
    body.put("password", plant("x".repeat(129)));
    refuse(http.post("/api/invitations/accept", body));
    body.put("password", password);
    Answer made = http.post("/api/invitations/accept", body).expect(201);
    refuse(http.post("/api/invitations/accept", body));
    return new UserAccount(
        made.id(),
        "Secret Keeper",
        email,
        null,
        null,
        "TELLER",
        null,
        null,
        UserAccount.Status.ACTIVE,
        null,
        Instant.EPOCH,
        1);
  }

  private void signInWrongly(UserAccount user) {
    refuse(login(user.email(), plant("wrong")));
    refuse(login(plant("as-login"), plant("beside")));
    refuse(login(user.email(), plant("y".repeat(300))));
  }

  private Http signIn(UserAccount user, String password) {
    Answer in = login(user.email(), password).expect(200);
    String refresh = keep(in.text("/refreshToken"));
    Answer next = http.post("/api/auth/refresh", Map.of("refreshToken", refresh)).expect(200);
    keep(in.text("/accessToken"));
    keep(next.text("/refreshToken"));
    refuse(http.bearer(plant("no-token")).get("/api/profile"));
    refuse(http.post("/api/auth/refresh", Map.of("refreshToken", plant("no-refresh"))));
    return http.bearer(keep(next.text("/accessToken")));
  }

  private String changePassword(Http desk, String password) {
    String next = plant("changed");
    Map<String, String> body = new LinkedHashMap<>();
    body.put("currentPassword", plant("not-mine"));
    body.put("newPassword", next);
    refuse(desk.post("/api/profile/password", body));
    body.put("currentPassword", password);
    body.put("newPassword", plant("z".repeat(129)));
    refuse(desk.post("/api/profile/password", body));
    body.put("newPassword", next);
    desk.post("/api/profile/password", body).expect(204);
    return next;
  }

  private String resetPassword(UserAccount user) {
    String token = keep(SecretToken.next());
    jdbc.sql(
            """
            INSERT INTO identity.password_reset (token_hash, user_id, created_at, expires_at)
            VALUES (:hash, :id, now(), now() + interval '1 hour')
            """)
        .param("hash", SecretToken.hash(token))
        .param("id", user.id())
        .update();
    String next = plant("reset");
    Map<String, String> body = Map.of("token", token, "password", next);
    http.post("/api/auth/reset-password", body).expect(204);
    refuse(http.post("/api/auth/reset-password", body));
    refuse(
        http.post(
            "/api/auth/reset-password", Map.of("token", plant("no-reset"), "password", next)));
    return next;
  }

  private void secondFactor(Http desk, UserAccount user, String password) {
    JsonNode enrolment =
        desk.post("/api/profile/second-factor", Map.of("currentPassword", password))
            .expect(201)
            .json();
    TestApp app = new TestApp(keep(enrolment.path("secret").asString()));
    keep(enrolment.path("uri").asString());
    refuse(desk.post("/api/profile/second-factor/confirm", Map.of("code", plant("no-code"))));
    desk.post("/api/profile/second-factor/confirm", Map.of("code", app.next()))
        .expect(200)
        .json()
        .path("recoveryCodes")
        .valueStream()
        .forEach(code -> keep(code.asString()));
    refuse(desk.post("/api/profile/confirm", Map.of("code", plant("again"))));
    Answer due = login(user.email(), password).expectProblem(401, "second-factor-required");
    String challenge = keep(due.text("/challenge"));
    refuse(second(challenge, plant("no-code")));
    refuse(second(plant("no-challenge"), "123456"));
    keep(second(challenge, app.next()).expect(200).text("/refreshToken"));
  }

  private void passkey(UserAccount owner) {
    UserAccount user = people.create("TELLER", null);
    Http desk = http.bearer(keep(login(user.email(), People.PASSWORD).text("/accessToken")));
    TestPasskey device = new TestPasskey(http.base());
    JsonNode options =
        desk.post("/api/profile/passkeys/options", Map.of("currentPassword", People.PASSWORD))
            .expect(200)
            .json();
    keep(options.path("challenge").asString());
    Answer added = desk.post("/api/profile/passkeys", device.made(options, "Key")).expect(201);
    added.json().path("recoveryCodes").valueStream().forEach(code -> keep(code.asString()));
    JsonNode request = http.post("/api/auth/passkey/options").expect(200).json();
    keep(request.path("challenge").asString());
    Map<String, Object> shown = device.shown(request);
    keep(String.valueOf(shown.get("signature")));
    keep(
        http.post("/api/auth/passkey", Map.of("assertion", shown))
            .expect(200)
            .text("/refreshToken"));
    refuse(http.post("/api/auth/passkey", Map.of("assertion", shown)));
    assertThat(owner.id()).isNotEqualTo(user.id());
  }

  /**
   * What cannot be read at all is quoted by parsers, if nobody stops them. The name of a field that
   * is unknown is told to who sent it.
   */
  private void malformed() {
    for (String path :
        List.of(
            "/api/auth/login",
            "/api/auth/register",
            "/api/auth/second-factor",
            "/api/auth/reset-password",
            "/api/auth/refresh",
            "/api/invitations/accept",
            "/api/setup")) {
      for (String body :
          List.of(
              "{\"password\": " + plant("bare") + "}",
              "{\"password\": [\"" + plant("list") + "\"], \"token\": {\"a\": 1}}",
              "\"" + plant("text") + "\"")) {
        refuse(http.raw("POST", path, "application/json", body));
      }
    }
  }

  private Answer login(String login, String password) {
    return http.post("/api/auth/login", Map.of("login", login, "password", password));
  }

  private Answer second(String challenge, String code) {
    return http.post("/api/auth/second-factor", Map.of("challenge", challenge, "code", code));
  }

  private void refuse(Answer answer) {
    assertThat(answer.status()).as(answer.request()).isBetween(400, 499);
    refusals.add(answer.body() + answer.response().headers().map());
  }

  private String plant(String what) {
    return keep(MARKER + secrets.size() + what);
  }

  private String keep(String secret) {
    secrets.add(secret);
    return secret;
  }

  private List<String> found(String text) {
    return secrets.stream().filter(text::contains).distinct().toList();
  }

  private String trail() {
    return String.join(
        "\n",
        jdbc.sql("SELECT row_to_json(e)::text FROM audit.event e ORDER BY id DESC LIMIT 2000")
            .query(String.class)
            .list());
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
