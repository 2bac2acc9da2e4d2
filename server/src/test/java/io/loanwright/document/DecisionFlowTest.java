package io.loanwright.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.borrower.BorrowerFixtures;
import io.loanwright.borrower.Borrowers;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a paper is what it seems to be, and until when. */
@FlowTest
class DecisionFlowTest {

  private final Http admin;
  private final Http officer;
  private final Http manager;
  private final People people;
  private final Borrowers borrowers;
  private final LocalDate today;

  DecisionFlowTest(People people, Borrowers borrowers) {
    this.people = people;
    this.admin = people.administrator();
    this.officer = people.as("LOAN_OFFICER");
    this.manager = people.as("MANAGER");
    this.borrowers = borrowers;
    this.today = LocalDate.parse(admin.get("/api/business-date").text("/businessDate"));
  }

  @Test
  void aPaperWaitsUntilSomebodyElseVerifiesIt() {
    Map<String, String> passport =
        Map.of(
            "kind", "PASSPORT", "number", " P-4711 ", "expiresOn", today.plusYears(5).toString());
    Answer filed = file(officer, borrower(), passport).expect(201);
    String path = "/api/documents/" + filed.id();

    assertThat(filed.text("/kind")).isEqualTo("PASSPORT");
    assertThat(filed.text("/number")).isEqualTo("P-4711");
    assertThat(filed.text("/status")).isEqualTo("WAITING");
    assertThat(filed.text("/own")).isEqualTo("true");
    assertThat(filed.text("/expired")).isEqualTo("false");
    officer.post(path + "/verify").expectProblem(403, "forbidden");
    Answer verified = manager.post(path + "/verify").expect(200);
    assertThat(verified.text("/status")).isEqualTo("VERIFIED");
    assertThat(verified.text("/decidedBy")).isEqualTo("Test MANAGER");
    Answer trail = admin.get("/api/audit?subjectId=" + filed.id()).expect(200);
    assertThat(trail.text("/items/0/action")).isEqualTo("document.verify");
    assertThat(trail.text("/items/0/before/status")).isEqualTo("WAITING");
    assertThat(trail.text("/items/0/after/status")).isEqualTo("VERIFIED");
    manager.post(path + "/verify").expectProblem(409, "wrong-status");
    manager.post(path + "/refuse", Map.of("reason", "no")).expectProblem(409, "wrong-status");
    officer.put(path + "/particulars", Map.of("kind", "OTHER")).expectProblem(409, "wrong-status");
  }

  @Test
  void whoFiledOrCorrectedAPaperDoesNotDecideAboutIt() {
    UUID borrower = borrower();
    UUID byManager = file(manager, borrower, Map.of()).expect(201).id();
    UUID byOfficer = file(officer, borrower, Map.of()).expect(201).id();
    Answer corrected =
        manager
            .put(
                "/api/documents/" + byOfficer + "/particulars",
                Map.of("kind", "CONTRACT", "number", "7"))
            .expect(200);

    assertThat(corrected.text("/kind")).isEqualTo("CONTRACT");
    for (UUID each : List.of(byManager, byOfficer)) {
      String path = "/api/documents/" + each;
      manager.post(path + "/verify").expectProblem(409, "maker-is-checker");
      manager
          .post(path + "/refuse", Map.of("reason", "Unreadable"))
          .expectProblem(409, "maker-is-checker");
      admin.post(path + "/verify").expect(200);
    }
  }

  @Test
  void aRefusalSaysWhyAndABetterPaperTakesThePlace() {
    UUID borrower = borrower();
    UUID blurred = file(officer, borrower, Map.of("kind", "PHOTO")).expect(201).id();

    manager.post("/api/documents/" + blurred + "/refuse", Map.of()).expectProblem(400, "invalid");
    Answer refused =
        manager.post("/api/documents/" + blurred + "/refuse", Map.of("reason", "Blurred"));
    UUID better =
        file(officer, borrower, Map.of("kind", "PHOTO", "replaces", blurred.toString()))
            .expect(201)
            .id();

    assertThat(refused.expect(200).text("/refusal")).isEqualTo("Blurred");
    assertThat(status(borrower, blurred)).isEqualTo("REFUSED");
    manager.post("/api/documents/" + better + "/verify").expect(200);
    assertThat(status(borrower, blurred)).isEqualTo("REPLACED");
    assertThat(admin.get("/api/audit?subjectId=" + blurred).text("/items/0/action"))
        .isEqualTo("document.replace");
    file(officer, borrower, Map.of("replaces", blurred.toString()))
        .expectProblem(422, "replaced-unknown");
    file(officer, borrower(), Map.of("replaces", better.toString()))
        .expectProblem(422, "replaced-unknown");
  }

  @Test
  void whatDoesNotHoldAnyMoreIsNotVerified() {
    LocalDate yesterday = today.minusDays(1);
    Answer filed = file(officer, borrower(), Map.of("expiresOn", yesterday.toString())).expect(201);
    String path = "/api/documents/" + filed.id();

    assertThat(filed.text("/expired")).isEqualTo("true");
    manager.post(path + "/verify").expectProblem(409, "document-expired");
    officer
        .put(path + "/particulars", Map.of("kind", "OTHER", "expiresOn", today.toString()))
        .expect(200);
    manager.post(path + "/verify").expect(200);
  }

  @Test
  void whatExpiresIsListedByTheDayAndWithinReachOnly() {
    UUID borrower = borrower();
    UUID third = filedUntil(borrower, today.plusDays(30));
    UUID first = filedUntil(borrower, today.minusDays(400));
    UUID second = filedUntil(borrower, today.plusDays(3));
    UUID later = filedUntil(borrower, today.plusDays(31));
    UUID refused = filedUntil(borrower, today.plusDays(2));
    manager.post("/api/documents/" + refused + "/refuse", Map.of("reason", "no")).expect(200);

    List<String> listed = listed(manager, "expiresWithin=30");

    assertThat(listed).doesNotContain(later.toString(), refused.toString());
    assertThat(listed).containsSubsequence(first.toString(), second.toString(), third.toString());
    assertThat(listed(manager, "status=WAITING")).contains(later.toString());
    assertThat(listed(manager, "status=REFUSED"))
        .contains(refused.toString())
        .doesNotContain(first.toString());
    assertThat(listed(people.as("FIELD_OFFICER"), "expiresWithin=30"))
        .doesNotContain(first.toString());
    assertThat(listed(people.as("BORROWER"), "expiresWithin=30")).isEmpty();
    people.as("TELLER").get("/api/documents").expectProblem(403, "forbidden");
    manager.get("/api/documents?expiresWithin=30&status=WAITING").expectProblem(400, "invalid");
    manager.get("/api/documents?expiresWithin=-1").expectProblem(400, "invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "kind, SHOE",
    "expiresOn, tomorrow",
    "expiresOn, 1899-12-31",
    "expiresOn, 3000-01-01",
    "number, 1234567890123456789012345678901234567890123456789012345678901",
    "replaces, 7",
    "color, red",
  })
  void nonsenseAboutAPaperIsRefused(String field, String value) {
    Answer refused = file(officer, borrower(), Map.of(field, value)).expectProblem(400, "invalid");

    assertThat(refused.text("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void nobodyDecidesOutOfReach() {
    UUID id = file(officer, borrower(), Map.of()).expect(201).id();
    String path = "/api/documents/";

    people.as("BORROWER").post(path + id + "/verify").expectProblem(403, "forbidden");
    manager.post(path + Ids.next() + "/verify").expectProblem(404, "not-found");
    manager
        .post(path + Ids.next() + "/refuse", Map.of("reason", "no"))
        .expectProblem(404, "not-found");
    people
        .as("BORROWER")
        .put(path + id + "/particulars", Map.of("kind", "OTHER"))
        .expectProblem(404, "not-found");
  }

  @Test
  void theNumberOfAPaperIsSeenByThoseWhoSeeTheOwnersParticulars() {
    UUID borrower = borrower();
    String list = "/api/borrowers/" + borrower + "/documents";
    Answer filed =
        file(manager, borrower, Map.of("kind", "NATIONAL_ID", "number", "N-0815")).expect(201);

    Answer masked = officer.get(list).expect(200);
    assertThat(masked.body()).doesNotContain("N-0815");
    assertThat(masked.text("/items/0/numberMasked")).isEqualTo("true");
    assertThat(officer.get("/api/documents?limit=200").expect(200).body()).doesNotContain("N-0815");
    Answer corrected =
        officer
            .put("/api/documents/" + filed.id() + "/particulars", Map.of("kind", "PASSPORT"))
            .expect(200);

    assertThat(corrected.text("/kind")).isEqualTo("PASSPORT");
    assertThat(filed.text("/number")).isEqualTo("N-0815");
    assertThat(manager.get(list).text("/items/0/number")).isEqualTo("N-0815");
  }

  private UUID filedUntil(UUID borrower, LocalDate day) {
    return file(officer, borrower, Map.of("expiresOn", day.toString())).expect(201).id();
  }

  /** All pages of a list, three rows each. */
  private static List<String> listed(Http by, String query) {
    List<String> ids = new ArrayList<>();
    Answer page = by.get("/api/documents?limit=3&" + query).expect(200);
    while (true) {
      page.json().get("items").forEach(each -> ids.add(each.at("/document/id").asString()));
      if (page.json().get("next").isNull()) {
        return ids;
      }
      page =
          by.get("/api/documents?limit=3&" + query + "&cursor=" + page.text("/next")).expect(200);
    }
  }

  private String status(UUID borrower, UUID document) {
    for (var each : admin.get("/api/borrowers/" + borrower + "/documents").json().get("items")) {
      if (each.get("id").asString().equals(document.toString())) {
        return each.get("status").asString();
      }
    }
    throw new AssertionError(document);
  }

  private UUID borrower() {
    return BorrowerFixtures.somebody(borrowers, "Paper Owner", null).id();
  }

  private static Answer file(Http by, UUID borrower, Map<String, String> fields) {
    return by.upload(
        "/api/borrowers/" + borrower + "/documents",
        "file",
        "paper.pdf",
        DocumentFixtures.pdf(),
        fields);
  }
}
