package io.loanwright.borrower;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.audit.ListReadings;
import io.loanwright.identity.UserAccount;
import io.loanwright.organization.BranchOutcome;
import io.loanwright.organization.Branches;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees, registers and changes which borrower; and those who register themselves. */
@FlowTest
class BorrowerReachFlowTest {

  private final Http http;
  private final People people;
  private final Borrowers borrowers;
  private final Branches branches;
  private final ListReadings readings;

  BorrowerReachFlowTest(
      Http http, People people, Borrowers borrowers, Branches branches, ListReadings readings) {
    this.http = http;
    this.people = people;
    this.borrowers = borrowers;
    this.branches = branches;
    this.readings = readings;
  }

  /**
   * The answers to: read in the main branch, read elsewhere, register, change in the main branch.
   */
  @ParameterizedTest
  @CsvSource({
    "ADMIN,         200, 200, 201, 200",
    "MANAGER,       200, 404, 201, 200",
    "LOAN_OFFICER,  200, 404, 201, 200",
    "FIELD_OFFICER, 404, 404, 201, 404",
    "TELLER,        200, 404, 403, 403",
    "ACCOUNTANT,    200, 200, 403, 403",
    "COLLECTOR,     200, 404, 403, 403",
    "AUDITOR,       200, 200, 403, 403",
    "BORROWER,      404, 404, 403, 403",
  })
  void eachRoleGetsItsOwnAnswers(String role, int here, int elsewhere, int register, int change) {
    Http somebody = people.as(role);
    UUID near = BorrowerFixtures.somebody(borrowers, "Near By", null).id();
    UUID far = BorrowerFixtures.somebody(borrowers, "Far Off", branch()).id();

    somebody.get("/api/borrowers/" + near).expect(here);
    somebody.get("/api/borrowers/" + far).expect(elsewhere);
    somebody.post("/api/borrowers", Map.of("name", "By " + role)).expect(register);
    somebody.patch("/api/borrowers/" + near, Map.of("name", "Changed")).expect(change);
    int changeFar = change == 403 ? 403 : elsewhere;
    somebody.patch("/api/borrowers/" + far, Map.of("name", "Changed")).expect(changeFar);
    assertThat(somebody.get("/api/borrowers?limit=200").expect(200).body().contains(far.toString()))
        .isEqualTo(elsewhere == 200);
  }

  @Test
  void whoSawMoreThanTheNameIsInTheTrailOnceAnHour() {
    Http admin = people.administrator();
    Map<String, String> known = Map.of("name", "Seen Often", "phone", BorrowerFixtures.phone());
    UUID id = admin.post("/api/borrowers", known).expect(201).id();
    Http auditor = people.as("AUDITOR");
    String trail = "/api/audit?action=borrower.view&subjectId=" + id;

    people.as("TELLER").get("/api/borrowers/" + id).expect(200);
    assertThat(auditor.get(trail).expect(200).json().at("/items")).as("masked").isEmpty();
    for (int i = 0; i < 3; i++) {
      people.as("MANAGER").get("/api/borrowers/" + id).expect(200);
    }
    auditor.get("/api/borrowers/" + id).expect(200);

    assertThat(auditor.get(trail).expect(200).json().at("/items"))
        .extracting(row -> row.at("/actor/role").asString())
        .containsExactly("AUDITOR", "MANAGER");
    UUID nothing = BorrowerFixtures.somebody(borrowers, "Name Only", null).id();
    auditor.get("/api/borrowers/" + nothing).expect(200);
    assertThat(auditor.get(trail.replace(id.toString(), nothing.toString())).json().at("/items"))
        .isEmpty();
  }

  @Test
  void whoReadsListsWithParticularsLeavesARowThatSaysOfHowMany() {
    UUID branch = branch();
    String word = "List" + UUID.randomUUID().toString().replace("-", "");
    Http manager = people.signIn(people.create("MANAGER", branch).email());
    for (int i = 0; i < 3; i++) {
      Map<String, Object> known = Map.of("name", word + " " + i, "phone", BorrowerFixtures.phone());
      manager.post("/api/borrowers", known).expect(201);
    }
    UserAccount reader = people.create("MANAGER", branch);
    Http reading = people.signIn(reader.email());
    UserAccount teller = people.create("TELLER", branch);
    Http masked = people.signIn(teller.email());

    reading.get("/api/borrowers?limit=2").expect(200);
    reading.get("/api/borrowers?search=" + word).expect(200);
    masked.get("/api/borrowers?search=" + word).expect(200);
    readings.write();
    readings.write();

    Http auditor = people.as("AUDITOR");
    String trail = "/api/audit?action=borrower.list&actor=";
    Answer rows = auditor.get(trail + reader.id()).expect(200);
    assertThat(rows.json().at("/items")).hasSize(1);
    assertThat(rows.text("/items/0/subject/label")).isEqualTo("borrowers");
    assertThat(rows.json().at("/items/0/after").toString())
        .isEqualTo("{\"pages\":2,\"searches\":1,\"borrowers\":5}");
    assertThat(rows.body()).as("what was searched for").doesNotContain(word);
    assertThat(auditor.get(trail + teller.id()).expect(200).json().at("/items")).isEmpty();
    String views = trail.replace("borrower.list", "borrower.view");
    Answer viewed = auditor.get(views + reader.id()).expect(200);
    assertThat(viewed.json().at("/items")).as("few on a page").hasSize(3);
    assertThat(viewed.body()).as("names").doesNotContain(word);
    assertThat(auditor.get(views + teller.id()).expect(200).json().at("/items")).isEmpty();
  }

  @Test
  void nobodyReadsWithoutSigningIn() {
    UUID id = BorrowerFixtures.somebody(borrowers, "Private", null).id();

    http.get("/api/borrowers").expectProblem(401, "not-signed-in");
    http.get("/api/borrowers/" + id).expectProblem(401, "not-signed-in");
    http.post("/api/borrowers", Map.of("name", "x")).expectProblem(401, "not-signed-in");
    http.patch("/api/borrowers/" + id, Map.of("name", "x")).expectProblem(401, "not-signed-in");
  }

  @Test
  void aManagerHandsBorrowersToTheStaffOfTheBranch() {
    UUID branch = branch();
    UserAccount manager = people.create("MANAGER", branch);
    UserAccount officer = people.create("FIELD_OFFICER", branch);
    UserAccount stranger = people.create("FIELD_OFFICER", branch());
    UserAccount borrower = people.create("BORROWER", branch);

    String offered =
        people.signIn(manager.email()).get("/api/borrowers/officers").expect(200).body();

    assertThat(offered)
        .contains(manager.id().toString(), officer.id().toString(), officer.name())
        .doesNotContain(stranger.id().toString(), borrower.id().toString());
    UserAccount namesake = people.create("FIELD_OFFICER", branch);
    assertThat(people.signIn(manager.email()).get("/api/borrowers/officers").expect(200).body())
        .as("people of one name are told apart by how they sign in")
        .contains(officer.name() + " (" + officer.email() + ")")
        .contains(namesake.name() + " (" + namesake.email() + ")");
    assertThat(
            people.administrator().get("/api/borrowers/officers").expect(200).json().at("/items"))
        .extracting(item -> item.at("/id").asString())
        .contains(officer.id().toString(), stranger.id().toString());
    assertThat(
            people
                .signIn(officer.email())
                .get("/api/borrowers/officers")
                .expect(200)
                .json()
                .at("/items"))
        .extracting(item -> item.at("/id").asString())
        .containsExactly(officer.id().toString());
    people.as("TELLER").get("/api/borrowers/officers").expectProblem(403, "forbidden");
  }

  @Test
  void aBranchRegistersForItselfAndGivesNobodyAway() {
    UUID branch = branch();
    UUID other = branch();
    UserAccount manager = people.create("MANAGER", branch);
    Http managing = people.signIn(manager.email());

    Answer made = managing.post("/api/borrowers", Map.of("name", "Of The Branch")).expect(201);

    assertThat(made.text("/branchId")).isEqualTo(branch.toString());
    managing
        .post("/api/borrowers", Map.of("name", "x", "branchId", other))
        .expectProblem(403, "forbidden");
    managing
        .patch("/api/borrowers/" + made.id(), Map.of("branchId", other))
        .expectProblem(403, "forbidden");
    Answer moved =
        people
            .administrator()
            .patch("/api/borrowers/" + made.id(), Map.of("branchId", other))
            .expect(200);
    assertThat(moved.text("/branchId")).isEqualTo(other.toString());
    managing.get("/api/borrowers/" + made.id()).expectProblem(404, "not-found");
  }

  @Test
  void aFieldOfficerKeepsAPortfolioAndNeitherVerifiesNorGivesAway() {
    UserAccount officer = people.create("FIELD_OFFICER", null);
    UUID colleague = people.create("FIELD_OFFICER", null).id();
    Http field = people.signIn(officer.email());

    Answer made = field.post("/api/borrowers", Map.of("name", "Met In The Field")).expect(201);

    String path = "/api/borrowers/" + made.id();
    assertThat(made.text("/officerId")).isEqualTo(officer.id().toString());
    field.get(path).expect(200);
    field.patch(path, Map.of("address", "At the well")).expect(200);
    field.patch(path, Map.of("status", "BLOCKED")).expectProblem(403, "forbidden");
    field.patch(path, Map.of("officerId", colleague)).expectProblem(403, "forbidden");
    field
        .post("/api/borrowers", Map.of("name", "x", "officerId", colleague))
        .expectProblem(403, "forbidden");
    people.as("MANAGER").patch(path, Map.of("officerId", colleague)).expect(200);
    field.get(path).expectProblem(404, "not-found");
  }

  @Test
  void aLoanOfficerLooksAfterWhomHeRegistersUnlessHeSaysOtherwise() {
    UserAccount officer = people.create("LOAN_OFFICER", null);
    UUID colleague = people.create("LOAN_OFFICER", null).id();
    Http desk = people.signIn(officer.email());

    Answer own = desk.post("/api/borrowers", Map.of("name", "Own Client")).expect(201);
    Answer handed =
        desk.post("/api/borrowers", Map.of("name", "For You", "officerId", colleague)).expect(201);

    assertThat(own.text("/officerId")).isEqualTo(officer.id().toString());
    assertThat(handed.text("/officerId")).isEqualTo(colleague.toString());
    assertThat(desk.get("/api/borrowers?officerId=" + officer.id()).json().get("items")).hasSize(1);
  }

  @Test
  void namesAreThoseOfTheBorrowersThatExist() {
    UUID first = BorrowerFixtures.somebody(borrowers, "First Name", null).id();
    UUID second = BorrowerFixtures.somebody(borrowers, "Second Name", null).id();

    assertThat(borrowers.names(List.of(first, second, UUID.randomUUID())))
        .isEqualTo(Map.of(first, "First Name", second, "Second Name"));
  }

  @Test
  void aClosedBranchTakesNoBorrowers() {
    UUID branch = branch();
    Http admin = people.administrator();
    admin.patch("/api/branches/" + branch, Map.of("active", false)).expect(200);

    admin
        .post("/api/borrowers", Map.of("name", "x", "branchId", branch))
        .expectProblem(400, "invalid");
  }

  @Test
  void whoRegistersHimselfIsAnUnverifiedBorrowerWhoSeesHimselfOnly() {
    String email = BorrowerFixtures.email();
    String phone = BorrowerFixtures.phone();

    UUID id = register("Self Made", email, phone);

    Http self = people.signIn(email);
    Answer read = self.get("/api/borrowers/" + id).expect(200);
    assertThat(read.text("/status")).isEqualTo("UNVERIFIED");
    assertThat(read.text("/email")).isEqualTo(email);
    assertThat(read.text("/phone")).isEqualTo(phone);
    assertThat(self.get("/api/profile").text("/borrowerId")).isEqualTo(id.toString());
    assertThat(self.get("/api/borrowers").json().get("items")).hasSize(1);
    UUID other = BorrowerFixtures.somebody(borrowers, "Somebody Else", null).id();
    self.get("/api/borrowers/" + other).expectProblem(404, "not-found");
    Answer verified =
        people.as("MANAGER").patch("/api/borrowers/" + id, Map.of("status", "ACTIVE")).expect(200);
    assertThat(verified.text("/status")).isEqualTo("ACTIVE");
    UUID userId = UUID.fromString(read.text("/userId"));
    assertThat(borrowers.ofUser(userId)).map(Borrower::id).contains(id);
  }

  @Test
  void whoRegistersWithAnothersAddressDoesNotBecomeTheOther() {
    String email = BorrowerFixtures.email();
    Http admin = people.administrator();
    String phone = BorrowerFixtures.phone();
    UUID known =
        admin
            .post("/api/borrowers", Map.of("name", "Known", "email", email, "phone", phone))
            .expect(201)
            .id();

    UUID id = register("Pretender", email, phone);

    assertThat(id).isNotEqualTo(known);
    Http self = people.signIn(email);
    Answer own = self.get("/api/borrowers/" + id).expect(200);
    assertThat(own.json().get("email").isNull()).isTrue();
    assertThat(own.text("/phone")).isEqualTo(phone);
    self.get("/api/borrowers/" + known).expectProblem(404, "not-found");
    assertThat(admin.get("/api/audit?subjectId=" + id).text("/items/0/reason"))
        .startsWith("Another borrower has");
  }

  private UUID register(String name, String email, @Nullable String phone) {
    Map<String, String> account =
        phone == null
            ? Map.of("name", name, "email", email, "password", People.PASSWORD)
            : Map.of("name", name, "email", email, "password", People.PASSWORD, "phone", phone);
    return UUID.fromString(
        http.post("/api/auth/register", account).expect(201).text("/borrowerId"));
  }

  private UUID branch() {
    String code = "R" + UUID.randomUUID().toString().substring(0, 8);
    BranchOutcome outcome = branches.create(Caller.system("test"), code, "Elsewhere " + code);
    return ((BranchOutcome.Kept) outcome).branch().id();
  }
}
