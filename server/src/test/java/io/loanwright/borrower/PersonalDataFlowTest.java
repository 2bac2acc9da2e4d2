package io.loanwright.borrower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Difference;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.identity.UserAccount;
import io.loanwright.ledger.Idempotency;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verdict;
import io.loanwright.verifier.Verifier;
import io.loanwright.web.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person gets all that is kept about him, and is forgotten; the books stay proven. */
@FlowTest
class PersonalDataFlowTest {

  /** Where a name, an address or a telephone number of a person may be. */
  private static final List<String> TABLES =
      List.of(
          "borrower.borrower",
          "identity.user_account",
          "identity.session",
          "mail.message",
          "audit.event",
          "document.document",
          "ledger.journal_entry",
          "ledger.idempotency_key");

  /** Where {@link FlowTest} keeps papers. */
  private static final Path FILES = Path.of("target/data/documents");

  private final Http http;
  private final People people;
  private final Http admin;
  private final Verifier verifier;
  private final Sealing sealing;
  private final OwnerDatabase owner;
  private final JdbcClient jdbc;
  private final Idempotency answers;

  PersonalDataFlowTest(
      Http http,
      People people,
      Verifier verifier,
      Sealing sealing,
      OwnerDatabase owner,
      JdbcClient jdbc,
      Idempotency answers) {
    this.http = http;
    this.people = people;
    this.admin = people.administrator();
    this.verifier = verifier;
    this.sealing = sealing;
    this.owner = owner;
    this.jdbc = jdbc;
    this.answers = answers;
  }

  /** Somebody who registered himself, with a paper, an address and money that came and went. */
  private record Known(UUID id, String number, String marker, String paper) {}

  private Known known() {
    String marker = "m" + UUID.randomUUID().toString().replace("-", "");
    String email = marker + "@example.org";
    Map<String, Object> person =
        Map.of("name", "Akinyi " + marker, "email", email, "password", People.PASSWORD);
    http.post("/api/auth/register", person).expect(201);
    people.signIn(email).get("/api/profile").expect(200);
    UUID id =
        UUID.fromString(
            admin.get("/api/borrowers?search=" + email).expect(200).text("/items/0/id"));
    Answer borrower = admin.get("/api/borrowers/" + id).expect(200);
    admin
        .with("If-Match", borrower.header("etag"))
        .patch("/api/borrowers/" + id, Map.of("address", "House of " + marker))
        .expect(200);
    String paper = "%PDF-1.4\n% " + marker + "\n%%EOF\n";
    admin
        .upload(
            "/api/borrowers/" + id + "/documents",
            "file",
            marker + ".pdf",
            paper.getBytes(StandardCharsets.UTF_8),
            Map.of())
        .expect(201);
    return new Known(id, borrower.text("/number"), marker, paper);
  }

  @Test
  void allThatIsKeptIsHandedOutAndThatIsInTheTrail() throws IOException {
    Known known = known();

    Answer file = admin.get("/api/borrowers/" + known.id() + "/personal-data").expect(200);

    List<String> names = new ArrayList<>();
    List<String> contents = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(file.response().body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        contents.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(file.header("content-disposition"))
        .isEqualTo("attachment; filename=\"personal-data-" + known.number() + ".zip\"");
    assertThat(names).hasSize(2).first().isEqualTo("data.json");
    assertThat(contents.getFirst())
        .contains("House of " + known.marker(), known.marker() + "@example.org")
        .contains("\"loans\"", "\"payments\"", "\"contacts\"", "borrower.register", "user.sign_in")
        .contains("\"wallets\"", "\"otherSystems\"", "\"refusedRows\"")
        .contains("\"sessions\"", "\"passkeys\"", "\"warnings\"");
    assertThat(contents.getLast()).isEqualTo(known.paper());
    JsonNode trail = JsonMapper.builder().build().readTree(contents.getFirst()).path("trail");
    assertThat(addresses(trail, "user.sign_in")).isNotEmpty().doesNotContain("");
    assertThat(addresses(trail, "borrower.change")).as("of the staff").containsOnly("");
    assertThat(
            admin
                .get("/api/audit?action=borrower.export_data&subjectId=" + known.id())
                .expect(200)
                .json()
                .at("/items"))
        .hasSize(1);
  }

  private JsonNode facts(UUID id) throws IOException {
    Answer file = admin.get("/api/borrowers/" + id + "/personal-data").expect(200);
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(file.response().body()))) {
      zip.getNextEntry();
      return JsonMapper.builder().build().readTree(zip.readAllBytes());
    }
  }

  @Test
  void whoOfTheStaffIsHisRelativeIsNotHandedOut() throws IOException {
    Known known = known();
    UserAccount sister = people.create("MANAGER", null);
    Http herself = people.signIn(sister.email());
    UUID declared = declare(known, sister);
    end(herself, declared, "mine").expectProblem(409, "about-oneself");
    end(admin, declared, "an error").expect(200);
    declare(known, sister);
    UUID atOnce = new Lending(people).product(Map.of("approvalSteps", List.of()));
    new Lending(people)
        .apply(herself, known.id(), atOnce, "100.00")
        .expectProblem(409, "declared-relative");
    assertThat(admin.get("/api/audit?result=REFUSED&subjectId=" + known.id()).body())
        .contains("loan.apply", "relative.end", sister.id().toString());

    JsonNode kept = facts(known.id());

    assertThat(kept.at("/relatives/0/endedReason").asString()).isEqualTo("an error");
    assertThat(kept.at("/relatives")).hasSize(2);
    assertThat(kept.toString()).doesNotContain(sister.id().toString());
  }

  @Test
  void anAccountThatWasErasedComesToNoLifeAgainAndNoWalletIsOpened() {
    Known known = known();
    String user = admin.get("/api/borrowers/" + known.id()).expect(200).text("/userId");
    erase(known.id(), known.number()).expect(200);

    Answer erased = admin.get("/api/users/" + user).expect(200);
    admin
        .with("If-Match", erased.header("etag"))
        .patch("/api/users/" + user, Map.of("status", "ACTIVE", "name", known.marker()))
        .expectProblem(409, "user-erased");
    admin
        .post("/api/wallets", Map.of("borrowerId", known.id(), "currency", "EUR"))
        .expectProblem(409, "borrower-erased");

    assertThat(found(known.marker())).isEmpty();
  }

  @Test
  void aDeclarationAboutWhoIsErasedIsNotEnded() {
    Known known = known();
    UUID declared = declare(known, people.create("MANAGER", null));
    erase(known.id(), known.number()).expect(200);

    end(admin, declared, "divorced from " + known.marker()).expectProblem(409, "borrower-erased");
    JsonNode stays = admin.get("/api/borrowers/" + known.id() + "/relatives").expect(200).json();
    assertThat(stays.at("/items/0/id").asString()).isEqualTo(declared.toString());
    assertThat(stays.at("/items/0/relation").isNull()).isTrue();
    assertThat(stays.at("/items/0/reason").asString()).isEqualTo("erased");

    assertThat(found(known.marker())).isEmpty();
  }

  private UUID declare(Known known, UserAccount user) {
    return admin
        .post(
            "/api/borrowers/" + known.id() + "/relatives",
            Map.of("userId", user.id(), "relation", "SIBLING", "reason", "so it is said"))
        .expect(201)
        .id();
  }

  private static Answer end(Http who, UUID declared, String reason) {
    return who.post("/api/relatives/" + declared + "/end", Map.of("reason", reason));
  }

  private static List<String> addresses(JsonNode trail, String action) {
    return trail
        .valueStream()
        .filter(row -> row.path("action").asString().equals(action))
        .map(row -> row.at("/actor/address").asString())
        .toList();
  }

  @Test
  void whoIsErasedIsNowhereAndTheBooksStayProven() throws IOException {
    Known known = known();
    sealAll();
    assertThat(found(known.marker())).contains("audit.event", "borrower.borrower");

    erase(known.id(), "BR-0").expectProblem(422, "number-differs");
    Answer done = erase(known.id(), known.number().toLowerCase(Locale.ROOT)).expect(200);

    assertThat(done.json().at("/traces").asLong()).isGreaterThan(5);
    assertThat(done.json().at("/documents").asInt()).isEqualTo(1);
    assertThat(found(known.marker())).isEmpty();
    assertThat(papers()).noneMatch(paper -> paper.contains(known.marker()));
    sealAll();
    Verdict verdict = verifier.verify();
    assertThat(verdict.first()).isEmpty();
    assertThat(verdict.count("erased parts of the trail")).isPositive();
    http.post(
            "/api/auth/login",
            Map.of("login", known.marker() + "@example.org", "password", People.PASSWORD))
        .expect(401);
    assertThat(admin.get("/api/borrowers?search=" + known.marker()).json().at("/items")).isEmpty();
    erase(known.id(), known.number()).expectProblem(409, "borrower-erased");
    assertThat(standing(known.id())).isEqualTo("borrower-erased");
    nothingIsWrittenAnyMore(known);
    assertThat(admin.get("/api/audit?action=borrower.erase&subjectId=" + known.id()).body())
        .contains("asked by letter");
  }

  private void nothingIsWrittenAnyMore(Known erased) throws IOException {
    int before = papers().size();
    String path = "/api/borrowers/" + erased.id();
    admin
        .with("If-Match", admin.get(path).expect(200).header("etag"))
        .patch(path, Map.of("name", erased.marker(), "status", "ACTIVE"))
        .expectProblem(409, "borrower-erased");
    admin
        .upload(
            path + "/documents",
            "file",
            erased.marker() + ".pdf",
            erased.paper().getBytes(StandardCharsets.UTF_8),
            Map.of())
        .expect(404);
    assertThat(found(erased.marker())).isEmpty();
    assertThat(papers()).hasSize(before);
  }

  @Test
  void whoOwesOrOwedUntilLatelyIsNotErased() throws IOException {
    Lending lending = new Lending(people);
    UUID loan = lending.active("100.00", Lending.TODAY);
    UUID debtor = UUID.fromString(lending.loan(admin, loan).text("/borrowerId"));
    String number = admin.get("/api/borrowers/" + debtor).text("/number");
    assertThat(standing(debtor)).isEqualTo("loan-open");
    erase(debtor, number).expectProblem(409, "loan-open");

    lending.pay(lending.teller(), loan, "200.00", Lending.TODAY).expect(201);
    erase(debtor, number).expectProblem(409, "wallet-not-empty");
    JsonNode wallet = facts(debtor).at("/wallets/0");
    assertThat(wallet.at("/balance_minor").asLong()).isPositive();
    assertThat(
            wallet.at("/movements").valueStream().mapToLong(m -> m.path("amount_minor").asLong()))
        .containsExactly(wallet.at("/balance_minor").asLong());

    UUID other = lending.borrower();
    UUID application =
        lending
            .apply(lending.officer(), other, lending.product(Map.of()), "100.00")
            .expect(201)
            .id();
    lending
        .manager()
        .patch("/api/loans/" + application + "/reject", Map.of("reason", "No income"))
        .expect(200);
    assertThat(admin.get("/api/borrowers/" + other + "/erasure").text("/retainedUntil"))
        .isEqualTo("2036-03-02");
    erase(other, admin.get("/api/borrowers/" + other).text("/number"))
        .expectProblem(409, "retention-runs");
  }

  /** Most borrowers have no account; reminders go to the address that the staff wrote down. */
  @Test
  void mailToWhoHasNoAccountGoesWithHim() {
    String marker = "m" + UUID.randomUUID().toString().replace("-", "");
    String email = marker + "@example.org";
    Answer made =
        admin
            .post("/api/borrowers", Map.of("name", "Otieno " + marker, "email", email))
            .expect(201);
    UUID mail = Ids.next();
    jdbc.sql(
            """
            INSERT INTO mail.message (id, recipient, subject, body, status, kept_until)
            VALUES (:id, :recipient, 'Payment due', 'Dear Otieno', 'KEPT', now() + interval '1 day')
            """)
        .param("id", mail)
        .param("recipient", email.toUpperCase(Locale.ROOT))
        .update();
    admin.get("/api/outbox/" + mail).expect(200);

    erase(made.id(), made.text("/number")).expect(200);

    assertThat(found(marker)).isEmpty();
    assertThat(found(marker.toUpperCase(Locale.ROOT))).isEmpty();
  }

  /** Whoever repeats a command gets the answer of before, without the name. */
  @Test
  void answersThatAreKeptLoseTheName() {
    Lending lending = new Lending(people);
    UUID debtor = lending.borrower();
    String name = admin.get("/api/borrowers/" + debtor).expect(200).text("/name");
    UUID product = lending.product(Map.of());
    UUID loan = lending.apply(lending.officer(), debtor, product, "100.00").expect(201).id();
    lending.approve(lending.manager(), loan).expect(200);
    Http desk = lending.accountant().idempotent();
    String path = "/api/loans/" + loan + "/disburse";
    Map<String, Object> payout = Map.of("on", Lending.TODAY);
    assertThat(desk.post(path, payout).expect(200).text("/borrowerName")).isEqualTo(name);
    assertThat(found(name)).contains("ledger.idempotency_key");

    answers.forget(debtor);

    Answer again = desk.post(path, payout).expect(200);
    assertThat(again.text("/borrowerName")).isEqualTo("erased");
    assertThat(again.text("/principal")).isEqualTo("100.00");
    assertThat(found(name)).doesNotContain("ledger.idempotency_key");
  }

  @Test
  void onlyAnAdministratorErases() {
    Known known = known();
    Http manager = people.as("MANAGER");
    manager
        .post(
            "/api/borrowers/" + known.id() + "/erasure",
            Map.of("number", known.number(), "reason", "asked"))
        .expect(403);
    people.as("TELLER").get("/api/borrowers/" + known.id() + "/personal-data").expect(403);
  }

  @Test
  void whatSomebodyDoesToErasedRowsBehindTheProgramsBackIsNamed() throws SQLException {
    Known known = known();
    erase(known.id(), known.number()).expect(200);
    sealAll();
    String erased =
        text(
            "SELECT id FROM audit.event WHERE subject_id = '%s' AND action = 'borrower.register'"
                .formatted(known.id()));
    String erasure =
        text("SELECT id FROM audit.erasure WHERE borrower_id = '%s'".formatted(known.id()));
    String whole =
        text("SELECT id FROM audit.event WHERE subject_erasure IS NULL ORDER BY id LIMIT 1");

    assertThat(whileBroken("result = 'REFUSED'", "result = 'DONE'", erased))
        .contains("trail row " + erased);
    assertThat(whileBroken("subject_label = 'somebody'", "subject_label = 'erased'", erased))
        .contains("trail row " + erased);
    assertThat(whileBroken("subject_erasure = '" + erasure + "'", "subject_erasure = NULL", whole))
        .contains("erasure " + erasure);
    assertThat(verifier.verify().differences()).isZero();
  }

  /** Rows of before there were salts are kept by their leaf, which the erasure stands for. */
  @Test
  void rowsFromBeforeThereWereSaltsCanBeErasedToo() throws SQLException {
    Known known = known();
    UUID old = UUID.randomUUID();
    execute(
        """
        INSERT INTO audit.event
               (id, recorded_at, actor_id, actor_name, actor_role, address, device, action, result,
                subject_type, subject_id, subject_label, after, actor_salt, subject_salt)
        VALUES ('%s', now(), '%s', 'somebody', 'MANAGER', 'local', '', 'borrower.change', 'DONE',
                'borrower', '%s', '%s', '{"name": "%s"}', NULL, NULL)\
        """
            .formatted(old, UUID.randomUUID(), known.id(), known.marker(), known.marker()));
    sealAll();
    assertThat(verifier.verify().differences()).isZero();

    erase(known.id(), known.number()).expect(200);

    assertThat(found(known.marker())).isEmpty();
    sealAll();
    assertThat(verifier.verify().first()).isEmpty();
    assertThat(
            text(
                "SELECT unsalted FROM audit.erasure WHERE borrower_id = '%s'"
                    .formatted(known.id())))
        .isEqualTo("1");
  }

  private Answer erase(UUID id, String number) {
    return admin.post(
        "/api/borrowers/" + id + "/erasure", Map.of("number", number, "reason", "asked by letter"));
  }

  private String standing(UUID id) {
    return admin.get("/api/borrowers/" + id + "/erasure").expect(200).text("/rule");
  }

  /** Returns the tables with a row that has a text in it. */
  private List<String> found(String marker) {
    return TABLES.stream()
        .filter(table ->
            jdbc.sql("SELECT EXISTS (SELECT 1 FROM %s t WHERE t::text LIKE :some)".formatted(table))
                .param("some", "%" + marker + "%")
                .query(Boolean.class)
                .single())
        .toList();
  }

  private List<String> papers() throws IOException {
    List<String> papers = new ArrayList<>();
    try (Stream<Path> all = Files.walk(FILES)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        papers.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return papers;
  }

  private void sealAll() {
    await()
        .until(() -> {
          sealing.sealAll();
          return sealing.state().waiting() == 0;
        });
  }

  private List<String> whileBroken(String change, String mend, String id) throws SQLException {
    execute("UPDATE audit.event SET " + change + " WHERE id = '" + id + "'");
    try {
      return verifier.verify().first().stream().map(Difference::record).toList();
    } finally {
      execute("UPDATE audit.event SET " + mend + " WHERE id = '" + id + "'");
    }
  }

  private String text(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
