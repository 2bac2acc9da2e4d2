package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Roles that an organization makes for itself, and the templates that it changes. */
@FlowTest
class RoleFlowTest {

  private final People people;
  private final Http admin;

  RoleFlowTest(People people) {
    this.people = people;
    this.admin = people.administrator();
  }

  @Test
  void aRoleMadeAfterAnotherAllowsTheSameAndItsPeopleFeelEachChangeAtOnce() {
    String code = code();
    Answer made =
        admin
            .post("/api/roles", Map.of("code", code, "name", "Desk", "copyOf", "TELLER"))
            .expect(201);
    assertThat(made.json().at("/permissions")).isEqualTo(permissions("TELLER"));
    assertThat(made.text("/builtIn")).isEqualTo("false");
    Http clerk = people.signIn(people.create(code, null).email());
    clerk.get("/api/borrowers").expect(200);
    clerk.get("/api/audit").expectProblem(403, "forbidden");

    admin
        .with("If-Match", made.header("etag"))
        .patch(
            "/api/roles/" + code,
            Map.of("name", "Desk and trail", "permissions", Map.of("audit.view", "BRANCH")))
        .expect(200);

    clerk.get("/api/borrowers").expectProblem(403, "forbidden");
    clerk.get("/api/audit").expect(200);
    assertThat(clerk.get("/api/profile").json().at("/permissions").toString())
        .isEqualTo("{\"audit.view\":\"BRANCH\"}");
    admin
        .with("If-Match", made.header("etag"))
        .patch("/api/roles/" + code, Map.of("name", "Late"))
        .expectProblem(409, "stale");
    admin.delete("/api/roles/" + code).expectProblem(409, "role-in-use");
  }

  @Test
  void everyChangeOfARoleIsInTheTrail() {
    String code = code();
    admin
        .post(
            "/api/roles",
            Map.of("code", code, "name", "Trail", "permissions", Map.of("loan.view", "BRANCH")))
        .expect(201);
    admin
        .patch("/api/roles/" + code, Map.of("permissions", Map.of("loan.view", "ORGANIZATION")))
        .expect(200);
    admin.delete("/api/roles/" + code).expect(204);

    admin.get("/api/roles/" + code).expectProblem(404, "not-found");
    List<JsonNode> events =
        admin
            .get("/api/audit?action=role&limit=200")
            .expect(200)
            .json()
            .at("/items")
            .valueStream()
            .filter(event -> event.at("/subject/label").asString().equals(code))
            .toList();
    assertThat(events)
        .extracting(event -> event.at("/action").asString())
        .containsExactly("role.delete", "role.change", "role.create");
    JsonNode change = events.get(1);
    assertThat(change.at("/before/permissions/loan.view").asString()).isEqualTo("BRANCH");
    assertThat(change.at("/after/permissions/loan.view").asString()).isEqualTo("ORGANIZATION");
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /api/profile",
    "PATCH, /api/organization",
    "POST, /api/branches",
    "POST, /api/ledger/accounts",
    "POST, /api/products",
    "POST, /api/auth/register",
    "POST, /api/invitations/accept",
  })
  void aNameOfTwoLinesIsNone(String method, String path) {
    Answer refused = admin.raw(method, path, "application/json", "{\"name\": \"Two\\nlines\"}");

    assertThat(refused.expect(400).body()).contains("Must not contain control characters");
  }

  @Test
  void templatesStayAndTheAdministratorsAndTheBorrowersPermissionsToo() {
    admin.delete("/api/roles/TELLER").expectProblem(409, "role-built-in");
    admin
        .patch("/api/roles/ADMIN", Map.of("permissions", Map.of("loan.view", "OWN")))
        .expectProblem(409, "role-fixed");
    admin
        .patch("/api/roles/BORROWER", Map.of("permissions", Map.of("loan.view", "BRANCH")))
        .expectProblem(409, "role-fixed");
    admin
        .post("/api/roles", Map.of("code", "TELLER", "name", "Again", "copyOf", "TELLER"))
        .expectProblem(409, "role-exists");
    admin
        .post("/api/roles", Map.of("code", code(), "name", "Nothing"))
        .expectProblem(400, "invalid");
    admin
        .post("/api/roles", Map.of("code", code(), "name", "Lost", "copyOf", "NOBODY"))
        .expectProblem(400, "invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "user.invite, ORGANIZATION, 422, Must stay with the administrators.",
    "role.edit, ORGANIZATION, 422, Must stay with the administrators.",
    "ledger.view, BRANCH, 422, Must be ORGANIZATION.",
    "audit.view, OWN, 422, Must be ORGANIZATION or BRANCH.",
    "loan.view, SELF, 422, Must be ORGANIZATION or BRANCH or OWN.",
    "loan.eat, OWN, 400, Is not a known permission.",
  })
  void aPermissionIsGivenOnlyAsFarAsItCanReach(
      String permission, String scope, int status, String message) {
    Answer refused =
        admin
            .post(
                "/api/roles",
                Map.of("code", code(), "name", "Odd", "permissions", Map.of(permission, scope)))
            .expect(status);

    assertThat(refused.text("/errors/0/field")).isEqualTo("permissions." + permission);
    assertThat(refused.text("/errors/0/message")).isEqualTo(message);
  }

  @Test
  void theListSaysWhatARoleCanBeGivenAndWhatCanBeDoneWithIt() {
    String code = code();
    admin.post("/api/roles", Map.of("code", code, "name", "New", "copyOf", "TELLER")).expect(201);

    JsonNode list = admin.get("/api/roles").expect(200).json();

    assertThat(list.at("/grantable/loan.view").toString())
        .isEqualTo("[\"ORGANIZATION\",\"BRANCH\",\"OWN\"]");
    assertThat(list.at("/grantable/ledger.view").toString()).isEqualTo("[\"ORGANIZATION\"]");
    assertThat(list.at("/grantable").has("role.edit")).isFalse();
    assertThat(role(list, "ADMIN").get("fixed").asBoolean()).isTrue();
    assertThat(role(list, "ADMIN").get("used").asBoolean()).isTrue();
    assertThat(role(list, code).get("used").asBoolean()).isFalse();
    people.create(code, null);
    assertThat(admin.get("/api/roles/" + code).text("/used")).isEqualTo("true");
  }

  private static JsonNode role(JsonNode list, String code) {
    return list.get("items")
        .valueStream()
        .filter(role -> role.get("code").asString().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyAdministratorsMakeRolesAndACopyOfTheirsCannot() {
    people
        .as("MANAGER")
        .post("/api/roles", Map.of("code", code(), "name", "Own", "copyOf", "MANAGER"))
        .expectProblem(403, "forbidden");
    String code = code();
    Answer made =
        admin
            .post("/api/roles", Map.of("code", code, "name", "Deputy", "copyOf", "ADMIN"))
            .expect(201);

    assertThat(made.json().at("/permissions").has("settings.edit")).isTrue();
    assertThat(made.json().at("/permissions").has("role.edit")).isFalse();
    people
        .signIn(people.create(code, null).email())
        .post("/api/roles", Map.of("code", code(), "name", "More", "copyOf", "MANAGER"))
        .expectProblem(403, "forbidden");
  }

  @Test
  void aRoleThatAnOfferedProductNeedsGoesOnApproving() {
    String code = code();
    admin
        .post("/api/roles", Map.of("code", code, "name", "Credit", "copyOf", "MANAGER"))
        .expect(201);
    UUID product =
        new Lending(people).product(Map.of("approvalSteps", List.of(Map.of("role", code))));
    String name = admin.get("/api/products/" + product).expect(200).text("/name");
    Map<String, Object> nothing = Map.of("permissions", Map.of("loan.view", "BRANCH"));
    String path = "/api/roles/" + code;

    Answer changed = admin.patch(path, nothing).expectProblem(409, "role-approves");
    Answer deleted = admin.delete(path).expectProblem(409, "role-approves");

    assertThat(changed.text("/detail")).contains(code, name);
    assertThat(deleted.text("/detail")).contains(code, name);
    Map<String, Object> both = Map.of("loan.view", "BRANCH", "loan.approve", "BRANCH");
    admin.patch(path, Map.of("permissions", both)).expect(200);
    admin.patch("/api/products/" + product, Map.of("active", false)).expect(200);
    admin.patch(path, nothing).expect(200);
    admin.delete(path).expect(204);
  }

  @Test
  void collectorsActOnWhatIsTheirs() {
    JsonNode collector = permissions("COLLECTOR");

    for (String own : List.of("payment.record", "receipt.print", "document.upload")) {
      assertThat(collector.get(own).asString()).as(own).isEqualTo("OWN");
    }
    assertThat(collector.get("loan.view").asString()).isEqualTo("BRANCH");
  }

  private JsonNode permissions(String role) {
    return admin.get("/api/roles/" + role).expect(200).json().at("/permissions");
  }

  /** Letters alone, as codes have no digits. */
  private static String code() {
    return "ROLE_"
        + UUID.randomUUID()
            .toString()
            .chars()
            .filter(Character::isLetterOrDigit)
            .mapToObj(hex -> String.valueOf((char) ('A' + Character.digit(hex, 16))))
            .collect(Collectors.joining());
  }
}
