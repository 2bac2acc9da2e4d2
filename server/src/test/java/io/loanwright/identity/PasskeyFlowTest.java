package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.passkey.TestPasskey;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys in people's devices: having one, signing in with it, showing it again, losing it. */
@FlowTest
class PasskeyFlowTest {

  private final Http byAddress;
  private final Http http;
  private final People people;
  private final JdbcClient jdbc;

  PasskeyFlowTest(Http http, People people, JdbcClient jdbc, JsonMapper json) {
    this.byAddress = http;
    this.http = new Http(http.base().replace("127.0.0.1", "localhost"), json);
    this.people = people;
    this.jdbc = jdbc;
  }

  @Test
  void aPasskeySignsInAloneAndThePasswordAloneDoesNotAnyMore() {
    UserAccount user = people.create("TELLER", null);
    Http elsewhere = people.signIn(user.email());
    Http desk = signIn(user);
    TestPasskey device = device();

    Answer added = add(desk, device, "Phone").expect(201);

    assertThat(added.text("/passkey/name")).isEqualTo("Phone");
    assertThat(added.json().path("recoveryCodes").size()).isEqualTo(10);
    elsewhere.get("/api/profile").expect(401);
    desk.get("/api/profile").expect(200);
    Answer in = login(device.shown(toSignIn())).expect(200);
    Http again = http.bearer(in.text("/accessToken"));
    again.get("/api/profile").expect(200);
    http.post("/api/auth/refresh", Map.of("refreshToken", in.text("/refreshToken"))).expect(200);
    assertThat(again.get("/api/profile/passkeys").text("/items/0/lastUsedAt")).isNotEmpty();
    challenge(user);
    assertThat(trail(user, "user.add_passkey")).isOne();
    assertThat(mails(user)).anyMatch(subject -> subject.startsWith("A passkey was added"));
  }

  @Test
  void aRecoveryCodeIsTheSecondStepOfWhoHasPasskeysOnly() {
    UserAccount user = people.create("TELLER", null);
    String code = add(signIn(user), device(), "Key").expect(201).text("/recoveryCodes/0");

    second(challenge(user), "123456").expectProblem(401, "wrong-code");
    second(challenge(user), code).expect(200);

    second(challenge(user), code).expectProblem(401, "wrong-code");
  }

  @Test
  void aSignatureCountsOnceAndForWhatItWasAskedForOnly() {
    UserAccount user = people.create("TELLER", null);
    Http desk = signIn(user);
    TestPasskey device = device();
    add(desk, device, "Key").expect(201);
    Map<String, Object> shown = device.shown(toSignIn());
    login(shown).expect(200);

    refused(shown);
    refused(device.shown(desk.post("/api/profile/confirm/passkey/options").expect(200).json()));
    JsonNode late = toSignIn();
    jdbc.sql("UPDATE identity.passkey_challenge SET expires_at = now() WHERE purpose = 'SIGN_IN'")
        .update();
    refused(device.shown(late));
    desk.post("/api/profile/confirm/passkey", device.shown(toSignIn()))
        .expectProblem(422, "wrong-passkey");
    Http other = signIn(people.create("TELLER", null));
    JsonNode ofOther = other.post("/api/profile/confirm/passkey/options").expect(200).json();
    desk.post("/api/profile/confirm/passkey", device.shown(ofOther))
        .expectProblem(422, "wrong-passkey");
  }

  @Test
  void whatDoesNotFitIsRefusedAndInTheTrail() {
    UserAccount user = people.create("TELLER", null);
    TestPasskey device = device();
    add(signIn(user), device, "Key").expect(201);
    Map<String, Object> forged = device.shown(toSignIn());
    forged.put("signature", device.shown(toSignIn()).get("signature"));
    Map<String, Object> ofAnother = device.shown(toSignIn());
    ofAnother.put("userHandle", "AAAAAAAAAAAAAAAAAAAAAA");
    Map<String, Object> nonsense = device.shown(toSignIn());
    nonsense.put("authenticatorData", "AAAA");

    refused(forged);
    refused(ofAnother);
    refused(nonsense);
    refused(device().shown(toSignIn()));
    refused(device.on("evil.example").shown(toSignIn()));
    refused(device.on("localhost").unchecked().shown(toSignIn()));

    assertThat(refusals(user)).as("forged, other host, unchecked").isEqualTo(3);
    nonsense.put("signature", "not base64url!");
    login(nonsense).expectProblem(400, "invalid");
  }

  @Test
  void aPageOfAnotherOriginGetsNothing() {
    UserAccount user = people.create("TELLER", null);
    Http desk = signIn(user);
    TestPasskey elsewhere = new TestPasskey("https://evil.example");

    add(desk, elsewhere, "Key").expectProblem(422, "passkey-unfit");

    assertThat(desk.get("/api/profile/passkeys").expect(200).json().path("items").size()).isZero();
  }

  @Test
  void aDeviceThatHasCountedLessIsACopy() {
    UserAccount user = people.create("TELLER", null);
    TestPasskey device = device();
    add(signIn(user), device, "Key").expect(201);
    login(device.counted(7).shown(toSignIn())).expect(200);

    refused(device.counted(6).shown(toSignIn()));

    assertThat(refusals(user)).isOne();
    login(device.counted(20).shown(toSignIn())).expect(200);
  }

  @Test
  void ofTwoAtOnceWithOneSignatureOneGetsIn() throws Exception {
    UserAccount user = people.create("TELLER", null);
    TestPasskey device = device();
    add(signIn(user), device, "Key").expect(201);
    Map<String, Object> shown = device.shown(toSignIn());
    List<Callable<Integer>> tries = Collections.nCopies(6, () -> login(shown).status());

    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      int in = 0;
      for (Future<Integer> each : threads.invokeAll(tries)) {
        in += each.get() == 200 ? 1 : 0;
      }
      assertThat(in).isOne();
    }
  }

  @Test
  void itIsShownAgainWhereSomethingCriticalIsToBeDone() {
    UserAccount user = people.create("ADMIN", null);
    Http desk = signIn(user);
    TestPasskey device = device();
    add(desk, device, "Key").expect(201);
    String path = "/api/users/" + people.create("TELLER", null).id();
    jdbc.sql(
            """
            UPDATE identity.session SET confirmed_at = now() - interval '16 minutes'
             WHERE user_id = :id
            """)
        .param("id", user.id())
        .update();
    desk.patch(path, Map.of("name", "Too late")).expectProblem(403, "confirmation-due");
    desk.post("/api/profile/passkeys/options", Map.of("currentPassword", People.PASSWORD))
        .expectProblem(403, "confirmation-due");
    desk.post("/api/profile/second-factor", Map.of("currentPassword", People.PASSWORD))
        .expectProblem(403, "confirmation-due");
    desk.post("/api/profile/second-factor/confirm", Map.of("code", "000000"))
        .expectProblem(403, "confirmation-due");

    JsonNode options = desk.post("/api/profile/confirm/passkey/options").expect(200).json();
    desk.post("/api/profile/confirm/passkey", device.shown(options)).expect(204);

    desk.patch(path, Map.of("name", "Confirmed")).expect(200);
  }

  @Test
  void itIsMadeWithThePasswordNamedAndRemoved() {
    UserAccount user = people.create("TELLER", null);
    Http desk = signIn(user);
    desk.post("/api/profile/passkeys/options", Map.of("currentPassword", "wrong one"))
        .expectProblem(422, "wrong-password");
    TestPasskey device = device();
    UUID id = UUID.fromString(add(desk, device, "Key").expect(201).text("/passkey/id"));
    add(desk, device, "The same").expectProblem(409, "passkey-known");
    Http stranger = signIn(people.create("TELLER", null));
    stranger.delete("/api/profile/passkeys/" + id).expectProblem(404, "not-found");
    stranger.patch("/api/profile/passkeys/" + id, Map.of("name", "Mine")).expect(404);

    assertThat(desk.patch("/api/profile/passkeys/" + id, Map.of("name", "Old key")).text("/name"))
        .isEqualTo("Old key");
    desk.delete("/api/profile/passkeys/" + id).expect(204);

    refused(device.shown(toSignIn()));
    people.signIn(user.email()).get("/api/profile").expect(200);
    assertThat(desk.get("/api/profile/second-factor").text("/recoveryCodes")).isEqualTo("0");
    assertThat(trail(user, "user.remove_passkey")).isOne();
    assertThat(trail(user, "user.rename_passkey")).isOne();
    assertThat(mails(user)).anyMatch(subject -> subject.startsWith("A passkey was removed"));
  }

  @Test
  void aPasskeyIsTheSecondFactorThatARoleNeedsAndTheLastOneStays() {
    String role =
        "NEEDS_" + UUID.randomUUID().toString().replaceAll("[^a-f]", "").toUpperCase(Locale.ROOT);
    Http administrator = people.administrator();
    administrator
        .post("/api/roles", Map.of("code", role, "name", role, "copyOf", "TELLER"))
        .expect(201);
    administrator.patch("/api/roles/" + role, Map.of("secondFactor", true)).expect(200);
    Http desk = signIn(people.create(role, null));
    desk.get("/api/loans").expectProblem(403, "second-factor-lacking");

    String id = add(desk, device(), "Key").expect(201).text("/passkey/id");

    desk.get("/api/loans").expect(200);
    desk.delete("/api/profile/passkeys/" + id).expectProblem(409, "second-factor-required-by-role");
    add(desk, device(), "Another").expect(201);
    desk.delete("/api/profile/passkeys/" + id).expect(204);
  }

  @Test
  void whoIsDisabledOrLostItDoesNotGetIn() {
    UserAccount disabled = people.create("TELLER", null);
    TestPasskey his = device();
    add(signIn(disabled), his, "Key").expect(201);
    people
        .administrator()
        .patch("/api/users/" + disabled.id(), Map.of("status", "DISABLED"))
        .expect(200);
    UserAccount lost = people.create("TELLER", null);
    Http desk = signIn(lost);
    TestPasskey device = device();
    add(desk, device, "Key").expect(201);
    people.administrator().delete("/api/users/" + lost.id() + "/second-factor").expect(204);

    refused(his.shown(toSignIn()));
    refused(device.shown(toSignIn()));
    desk.get("/api/profile").expect(401);
  }

  @Test
  void withoutANameThereAreNone() {
    UserAccount user = people.create("TELLER", null);
    Http desk = people.signIn(user.email());

    JsonNode list = desk.get("/api/profile/passkeys").expect(200).json();

    assertThat(list.path("available").asBoolean()).isFalse();
    assertThat(list.path("whyNot").asString()).contains("LOANWRIGHT_PUBLIC_URL");
    byAddress.post("/api/auth/passkey/options").expectProblem(409, "passkeys-off");
    desk.post("/api/profile/passkeys/options", Map.of("currentPassword", People.PASSWORD))
        .expectProblem(409, "passkeys-off");
  }

  private TestPasskey device() {
    return new TestPasskey(http.base());
  }

  private Http signIn(UserAccount user) {
    Answer in =
        http.post("/api/auth/login", Map.of("login", user.email(), "password", People.PASSWORD));
    return http.bearer(in.expect(200).text("/accessToken"));
  }

  private static Answer add(Http desk, TestPasskey device, String name) {
    JsonNode options =
        desk.post("/api/profile/passkeys/options", Map.of("currentPassword", People.PASSWORD))
            .expect(200)
            .json();
    assertThat(options.path("rpId").asString()).isEqualTo("localhost");
    return desk.post("/api/profile/passkeys", device.made(options, name));
  }

  private JsonNode toSignIn() {
    return http.post("/api/auth/passkey/options").expect(200).json();
  }

  private Answer login(Map<String, Object> shown) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("assertion", shown);
    return http.post("/api/auth/passkey", body);
  }

  private void refused(Map<String, Object> shown) {
    login(shown).expectProblem(401, "wrong-passkey");
  }

  private String challenge(UserAccount user) {
    return http.post("/api/auth/login", Map.of("login", user.email(), "password", People.PASSWORD))
        .expectProblem(401, "second-factor-required")
        .text("/challenge");
  }

  private Answer second(String challenge, String code) {
    return http.post("/api/auth/second-factor", Map.of("challenge", challenge, "code", code));
  }

  private List<String> mails(UserAccount user) {
    return people
        .administrator()
        .get("/api/outbox?limit=200")
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .filter(mail -> mail.path("recipient").asString().equals(user.email()))
        .map(mail -> mail.path("subject").asString())
        .toList();
  }

  private long trail(UserAccount user, String action) {
    return events(user, action).size();
  }

  private long refusals(UserAccount user) {
    return events(user, "user.sign_in").stream()
        .filter(event -> event.path("result").asString().equals("REFUSED"))
        .count();
  }

  private List<JsonNode> events(UserAccount user, String action) {
    return people
        .as("AUDITOR")
        .get("/api/audit?action=" + action + "&subjectId=" + user.id())
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }
}
