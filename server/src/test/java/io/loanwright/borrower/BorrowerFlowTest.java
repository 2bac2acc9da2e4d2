package io.loanwright.borrower;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registering borrowers and changing what is known of them. */
@FlowTest
class BorrowerFlowTest {

  private static final String ID = "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b";

  private final People people;
  private final Http admin;

  BorrowerFlowTest(People people) {
    this.people = people;
    this.admin = people.administrator();
  }

  @Test
  void aBorrowerIsRegisteredWithWhatIsKnownAndReadBack() {
    String email = email();
    String phone = phone();

    Answer made =
        admin
            .post(
                "/api/borrowers",
                Map.of(
                    "name", "  Wanjiru Kamau ",
                    "phone", phone,
                    "email", email,
                    "dateOfBirth", "1990-04-01",
                    "address", "Moi Avenue 1\nNairobi",
                    "monthlyIncome", "45000.5"))
            .expect(201);

    assertThat(made.header("location")).isEqualTo("/api/borrowers/" + made.id());
    assertThat(made.header("etag")).isEqualTo("\"1\"");
    assertThat(made.text("/number")).matches("BR-\\d{6}");
    assertThat(made.text("/name")).isEqualTo("Wanjiru Kamau");
    assertThat(made.text("/kind")).isEqualTo("PERSON");
    assertThat(made.text("/status")).isEqualTo("ACTIVE");
    assertThat(made.text("/dateOfBirth")).isEqualTo("1990-04-01");
    assertThat(made.text("/monthlyIncome")).isEqualTo("45000.50");
    assertThat(made.text("/incomeCurrency")).hasSize(3);
    assertThat(made.text("/branchName")).isNotBlank();
    assertThat(made.json().get("officerId").isNull()).isTrue();
    assertThat(admin.get(path(made)).expect(200).body()).isEqualTo(made.body());
  }

  @Test
  void personalDataIsMaskedForRolesThatDoNotNeedItAndIsNotTakenAwayByThem() {
    String email = email();
    String phone = "+254 700 123 678";
    Answer made =
        admin
            .post(
                "/api/borrowers",
                Map.of(
                    "name", "Masked Person",
                    "phone", phone,
                    "email", email,
                    "dateOfBirth", "1990-04-01",
                    "address", "Moi Avenue 9",
                    "monthlyIncome", "45000"))
            .expect(201);

    for (String role : List.of("TELLER", "ACCOUNTANT", "LOAN_OFFICER")) {
      Answer seen = people.as(role).get(path(made)).expect(200);
      assertThat(seen.text("/masked")).as(role).isEqualTo("true");
      assertThat(seen.text("/phoneEnd")).as(role).isEqualTo("678");
      assertThat(seen.body())
          .as(role)
          .contains("Masked Person")
          .doesNotContain("700 123", email, "1990-04-01", "Moi Avenue", "45000");
      for (String hidden : List.of(email, "254700", "9678", "%2B254+700+123+67")) {
        assertThat(found(role, hidden))
            .as(role + " " + hidden)
            .doesNotContain(made.id().toString());
      }
      for (String known : List.of("Masked+Person", made.text("/number"), "3678", "123+678")) {
        assertThat(found(role, known)).as(role + " " + known).contains(made.id().toString());
      }
    }
    assertThat(found("MANAGER", email)).contains(made.id().toString());
    assertThat(admin.get("/api/exports/borrowers.csv?search=" + email).expect(200).body())
        .contains(made.text("/number"));
    assertThat(
            people
                .as("ACCOUNTANT")
                .get("/api/exports/borrowers.csv?search=" + email)
                .expect(200)
                .body())
        .doesNotContain(made.text("/number"));
    for (String role : List.of("MANAGER", "COLLECTOR", "AUDITOR")) {
      assertThat(people.as(role).get(path(made)).expect(200).text("/email"))
          .as(role)
          .isEqualTo(email);
    }
    Answer renamed =
        people
            .as("LOAN_OFFICER")
            .patch(path(made), Map.of("name", "Renamed", "phone", "", "email", "", "address", ""))
            .expect(200);
    assertThat(renamed.text("/masked")).isEqualTo("true");
    Answer kept = admin.get(path(made)).expect(200);
    assertThat(kept.text("/name")).isEqualTo("Renamed");
    assertThat(kept.text("/email")).isEqualTo(email);
    assertThat(kept.text("/address")).isEqualTo("Moi Avenue 9");
  }

  @Test
  void aNameIsEnoughAndEmptyTextsAreNothing() {
    Answer made =
        admin
            .post("/api/borrowers", Map.of("name", "Only Name", "phone", " ", "email", ""))
            .expect(201);

    assertThat(made.json().get("phone").isNull()).isTrue();
    assertThat(made.json().get("email").isNull()).isTrue();
    assertThat(made.json().get("monthlyIncome").isNull()).isTrue();
  }

  @Test
  void aChangeKeepsTheRestAndIsInTheTrailWithWhatWasBefore() {
    String email = email();
    Answer made = register(Map.of("name", "Before Change", "email", email, "phone", phone()));

    Answer changed =
        admin
            .with("If-Match", made.header("etag"))
            .patch(path(made), Map.of("name", "After Change", "phone", "", "kind", "ORGANIZATION"))
            .expect(200);

    assertThat(changed.header("etag")).isEqualTo("\"2\"");
    assertThat(changed.text("/version")).isEqualTo("2");
    assertThat(changed.text("/name")).isEqualTo("After Change");
    assertThat(changed.text("/email")).isEqualTo(email);
    assertThat(changed.json().get("phone").isNull()).isTrue();
    Answer trail = admin.get("/api/audit?subjectId=" + made.id()).expect(200);
    assertThat(trail.text("/items/0/action")).isEqualTo("borrower.change");
    assertThat(trail.text("/items/0/before/name")).isEqualTo("Before Change");
    assertThat(trail.text("/items/0/after/name")).isEqualTo("After Change");
    assertThat(trail.text("/items/1/action")).isEqualTo("borrower.create");
  }

  @Test
  void aChangeOfAnOlderVersionIsRefused() {
    Answer made = register(Map.of("name", "Two Hands"));
    Http first = admin.with("If-Match", made.header("etag"));
    first.patch(path(made), Map.of("name", "Two Hands First")).expect(200);

    first.patch(path(made), Map.of("name", "Two Hands Second")).expectProblem(409, "stale");

    assertThat(admin.get(path(made)).text("/name")).isEqualTo("Two Hands First");
    admin
        .with("If-Match", "yesterday")
        .patch(path(made), Map.of("name", "x"))
        .expectProblem(400, "invalid");
  }

  @Test
  void nullTakesTheOfficerAndTheDateOfBirthAway() {
    String officer = admin.get("/api/profile").text("/id");
    Answer made =
        register(Map.of("name", "Handed", "dateOfBirth", "1990-04-01", "officerId", officer));
    Answer kept = admin.patch(path(made), Map.of("name", "Renamed")).expect(200);
    assertThat(kept.text("/officerId")).isEqualTo(officer);
    assertThat(kept.text("/dateOfBirth")).isEqualTo("1990-04-01");
    String nothing = "{\"officerId\": null, \"dateOfBirth\": null}";

    admin.raw("PATCH", path(made), "application/json", nothing).expect(200);

    Answer after = admin.get(path(made)).expect(200);
    assertThat(after.json().get("officerId").isNull()).isTrue();
    assertThat(after.json().get("dateOfBirth").isNull()).isTrue();
    admin.patch(path(made), Map.of("dateOfBirth", "1991-04-01", "officerId", officer)).expect(200);
    Answer masked =
        people
            .as("LOAN_OFFICER")
            .raw("PATCH", path(made), "application/json", "{\"dateOfBirth\": null}")
            .expect(200);
    assertThat(masked.text("/masked")).isEqualTo("true");
    assertThat(admin.get(path(made)).text("/dateOfBirth")).isEqualTo("1991-04-01");
    assertThat(
            admin
                .patch(path(made), Map.of("officerId", "nobody"))
                .expectProblem(400, "invalid")
                .text("/errors/0/field"))
        .isEqualTo("officerId");
    assertThat(
            admin
                .patch(path(made), Map.of("dateOfBirth", "2999-01-01"))
                .expectProblem(400, "invalid")
                .text("/errors/0/field"))
        .isEqualTo("dateOfBirth");
  }

  @Test
  void anEmailAddressLeadsToOneBorrowerAndAPhoneToAFamily() {
    String email = email();
    String digits = phone().substring(1);
    register(Map.of("name", "First Owner", "email", email, "phone", "+" + digits));
    Answer other = register(Map.of("name", "Other Person", "email", email(), "phone", phone()));
    String spaced =
        digits.substring(0, 3) + " " + digits.substring(3, 6) + "-" + digits.substring(6);

    Answer refused =
        admin
            .post("/api/borrowers", Map.of("name", "x", "email", email.toUpperCase(Locale.ROOT)))
            .expectProblem(409, "email-taken");
    assertThat(refused.text("/detail")).startsWith("Another borrower has the e-mail address");
    Answer sister = register(Map.of("name", "Sister of First", "phone", spaced));
    assertThat(admin.get("/api/borrowers?search=%2B" + digits).expect(200).body())
        .contains("First Owner", sister.id().toString());
    admin.patch(path(other), Map.of("email", email)).expectProblem(409, "email-taken");
    admin.patch(path(other), Map.of("phone", spaced)).expect(200);

    String own = other.text("/email").toUpperCase(Locale.ROOT);
    admin.patch(path(other), Map.of("email", own, "phone", other.text("/phone"))).expect(200);
  }

  @Test
  void ofEightWhoRegisterTheSamePersonAtOnceOneSucceeds() throws Exception {
    Map<String, String> body = Map.of("name", "Eight At Once", "email", email());
    Callable<Integer> register = () -> admin.post("/api/borrowers", body).status();

    List<Integer> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> register).toList()).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                | name          | Fill this in.
          {"name": " "}                                     | name          | Fill this in.
          {"name": 7}                                       | name          | Must be text, in quotes.
          {"name": null}                                    | name          | Fill this in.
          {"name": "a\\u0000b"}                             | name          | Must not contain the character NUL.
          {"name": "a\\nb"}                                 | name          | Must not contain control characters.
          {"name": "\\ud800"}                               | name          | Must not contain control characters.
          {"name": "a", "address": "a\\u0007"}              | address       | Must not contain control characters.
          {"name": "a", "kind": "ROBOT"}                    | kind          | Must be one of PERSON, ORGANIZATION.
          {"name": "a", "email": "nobody"}                  | email         | This is no e-mail address.
          {"name": "a", "email": ["a@b.c"]}                 | email         | Must be text, in quotes.
          {"name": "a", "phone": "call me"}                 | phone         | Must be a phone number like +254 700 123456.
          {"name": "a", "phone": "("}                       | phone         | Must be a phone number like +254 700 123456.
          {"name": "a", "phone": 254700123456}              | phone         | Must be text, in quotes.
          {"name": "a", "dateOfBirth": "2026-03-03"}        | dateOfBirth   | Must not be after the business date, 2026-03-02.
          {"name": "a", "dateOfBirth": "2026-02-28"}        | dateOfBirth   | Must be that of somebody who is 16 years old on the business date, 2026-03-02.
          {"name": "a", "dateOfBirth": "2010-03-03"}        | dateOfBirth   | Must be that of somebody who is 16 years old on the business date, 2026-03-02.
          {"name": "a", "dateOfBirth": "1850-01-01"}        | dateOfBirth   | Must lie between 1900-01-01 and 2199-12-31.
          {"name": "a", "dateOfBirth": "01.02.1990"}        | dateOfBirth   | Must be a date like 2026-01-31.
          {"name": "a", "monthlyIncome": 45000}             | monthlyIncome | Must be text, in quotes.
          {"name": "a", "monthlyIncome": "-1"}              | monthlyIncome | Must not be negative.
          {"name": "a", "monthlyIncome": "1.001"}           | monthlyIncome | Must have at most 2 decimals in USD.
          {"name": "a", "monthlyIncome": "a lot"}           | monthlyIncome | Must be an amount like 120.50.
          {"name": "a", "monthlyIncome": "1e9"}             | monthlyIncome | Must be an amount like 120.50.
          {"name": "a", "monthlyIncome": "99999999999999999999"} | monthlyIncome | Is larger than this program keeps (at most 9999999999999).
          {"name": "a", "incomeCurrency": "QQQ"}            | incomeCurrency | Is not a known field.
          {"name": "a", "status": "ACTIVE"}                 | status        | Is not a known field.
          {"name": "a", "branchId": "7"}                    | branchId      | Must be an id like 0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b.
          {"name": "a", "officerId": "\\u0000"}             | officerId     | Must be an id like 0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b.
          {"name": "a", "branchId": "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b"}  | branchId  | Must be the id of an active branch.
          {"name": "a", "officerId": "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b"} | officerId | Must be the id of an active user of the staff.
          """)
  void nonsenseIsRefusedAndTheFieldIsNamed(String body, String field, String message) {
    Answer answer = send("POST", "/api/borrowers", body).expectProblem(400, "invalid");

    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/message")).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"name, 201", "phone, 41", "email, 255", "address, 501", "monthlyIncome, 41"})
  void aTextThatIsTooLongIsRefused(String field, int length) {
    Map<String, String> body = new HashMap<>(Map.of("name", "a"));
    body.put(field, "9".repeat(length));

    Answer answer = admin.post("/api/borrowers", body).expectProblem(400, "invalid");

    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void aBodyThatIsNoObjectIsRefused() {
    for (String body : List.of("", "[]", "7", "\"name\"", "{", "null", "{\"name\":\"a\"")) {
      assertThat(send("POST", "/api/borrowers", body).status()).as(body).isEqualTo(400);
    }
    admin.raw("POST", "/api/borrowers", "text/plain", "name=a").expect(415);
    admin
        .post("/api/borrowers", Map.of("name", "a".repeat(1_100_000)))
        .expectProblem(413, "body-too-large");
    admin.get("/api/borrowers/7").expectProblem(400, "invalid");
    admin.get("/api/borrowers/" + ID).expectProblem(404, "not-found");
    admin.patch("/api/borrowers/" + ID, Map.of("name", "x")).expectProblem(404, "not-found");
    admin.delete("/api/borrowers/" + ID).expectProblem(405, "method-not-allowed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": " "}                          | name
          {"status": "GONE"}                     | status
          {"status": ""}                         | status
          {"dateOfBirth": "2026-03-03"}          | dateOfBirth
          {"monthlyIncome": "-0.01"}             | monthlyIncome
          {"number": "BR-000001"}                | number
          {"userId": "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b"}    | userId
          {"branchId": "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b"}  | branchId
          {"officerId": "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b"} | officerId
          """)
  void anAbsurdChangeIsRefusedAndNothingChanges(String body, String field) {
    Answer made = register(Map.of("name", "Unchanged"));

    Answer answer = send("PATCH", path(made), body).expectProblem(400, "invalid");

    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(admin.get(path(made)).body()).isEqualTo(made.body());
  }

  @Test
  void aBorrowerIsBlockedAndTakenBack() {
    Answer made = register(Map.of("name", "Once Blocked"));

    assertThat(admin.patch(path(made), Map.of("status", "BLOCKED")).expect(200).text("/status"))
        .isEqualTo("BLOCKED");
    admin.patch(path(made), Map.of("status", "ACTIVE")).expect(200);

    assertThat(admin.get("/api/audit?subjectId=" + made.id()).text("/items/0/before/status"))
        .isEqualTo("BLOCKED");
  }

  @Test
  void aBorrowerIsHandedToAnOfficerOfTheStaffOnly() {
    Answer made = register(Map.of("name", "Handed Over"));
    UserAccount account = people.create("LOAN_OFFICER", null);
    people.create("LOAN_OFFICER", null);
    UUID officer = account.id();
    UUID outsider = people.create("BORROWER", null).id();

    Answer handed = admin.patch(path(made), Map.of("officerId", officer)).expect(200);

    assertThat(handed.text("/officerName"))
        .as("there are others of this name")
        .isEqualTo("Test LOAN_OFFICER (" + account.email() + ")");
    Http alone = people.signIn(account.email());
    alone.patch("/api/profile", Map.of("name", "Olga " + account.id())).expect(200);
    assertThat(admin.get(path(made)).expect(200).text("/officerName"))
        .isEqualTo("Olga " + account.id());
    admin.patch(path(made), Map.of("officerId", outsider)).expectProblem(400, "invalid");
  }

  private Answer register(Map<String, ?> fields) {
    return admin.post("/api/borrowers", fields).expect(201);
  }

  private Answer send(String method, String path, String body) {
    return admin.raw(method, path, "application/json", body);
  }

  private static String path(Answer borrower) {
    return "/api/borrowers/" + borrower.id();
  }

  private static String email() {
    return BorrowerFixtures.email();
  }

  private static String phone() {
    return BorrowerFixtures.phone();
  }

  private String found(String role, String text) {
    return people.as(role).get("/api/borrowers?limit=200&search=" + text).expect(200).body();
  }
}
