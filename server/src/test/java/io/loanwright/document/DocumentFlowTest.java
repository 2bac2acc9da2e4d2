package io.loanwright.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.borrower.BorrowerFixtures;
import io.loanwright.borrower.Borrowers;
import io.loanwright.organization.BranchOutcome;
import io.loanwright.organization.Branches;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.web.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Filing the papers of a borrower and getting them back. */
@FlowTest
class DocumentFlowTest {

  private static final int MEGABYTE = 1024 * 1024;

  private final Http http;
  private final Http admin;
  private final People people;
  private final Borrowers borrowers;
  private final Branches branches;
  private final JdbcClient jdbc;
  private final Path files;

  DocumentFlowTest(
      Http http,
      People people,
      Borrowers borrowers,
      Branches branches,
      JdbcClient jdbc,
      @Value("${loanwright.data-dir}") Path data) {
    this.http = http;
    this.people = people;
    this.admin = people.administrator();
    this.borrowers = borrowers;
    this.branches = branches;
    this.jdbc = jdbc;
    this.files = data.resolve("documents");
  }

  /** A borrower has a hundred papers; those that were refused do not count. */
  @Test
  void refusedPapersTakeNoPlaceOfOthers() {
    UUID borrower = borrower();
    file(borrower, "REFUSED", 399);
    file(borrower, "REPLACED", 99);
    upload(admin, borrower, "hundredth.pdf", pdf()).expect(201);

    upload(admin, borrower, "more.pdf", DocumentFixtures.pdf("more"))
        .expectProblem(409, "too-many-documents");

    UUID pest = borrower();
    file(pest, "REFUSED", 500);
    upload(admin, pest, "more.pdf", pdf()).expectProblem(409, "too-many-documents");
  }

  private void file(UUID owner, String status, int count) {
    jdbc.sql(
            """
            INSERT INTO document.document
                   (id, owner_id, name, content_type, size_bytes, sha256, uploaded_by,
                    uploaded_by_name, status, decided_at, decided_by, decided_by_name, refusal)
            SELECT gen_random_uuid(), :owner, 'Paper', 'application/pdf', 1,
                   encode(sha256(convert_to(:status || n, 'UTF8')), 'hex'), gen_random_uuid(),
                   'Somebody', :status, now(), gen_random_uuid(), 'Somebody else',
                   CASE :status WHEN 'REFUSED' THEN 'Blurred' END
              FROM generate_series(1, :count) n
            """)
        .param("owner", owner)
        .param("status", status)
        .param("count", count)
        .update();
  }

  @Test
  void aPaperComesBackAsItWasAndOnlyAsAnAttachment() {
    UUID borrower = borrower();
    byte[] paper = pdf();

    Answer filed = upload(admin, borrower, "Carte d’identité.pdf", paper).expect(201);

    assertThat(filed.text("/name")).isEqualTo("Carte d’identité.pdf");
    assertThat(filed.text("/contentType")).isEqualTo("application/pdf");
    assertThat(filed.text("/size")).isEqualTo(Integer.toString(paper.length));
    assertThat(filed.header("location")).isEqualTo("/api/documents/" + filed.id());
    Answer list = admin.get("/api/borrowers/" + borrower + "/documents").expect(200);
    assertThat(list.text("/items/0/id")).isEqualTo(filed.id().toString());
    Answer file = admin.get("/api/documents/" + filed.id()).expect(200);
    assertThat(file.response().body()).isEqualTo(paper);
    assertThat(file.header("content-type")).isEqualTo("application/pdf");
    assertThat(file.header("content-disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''Carte%20d%E2%80%99identit%C3%A9.pdf");
    assertThat(file.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(file.header("content-security-policy")).contains("sandbox");
    assertThat(file.header("cache-control")).contains("no-store");
    assertThat(admin.get("/api/audit?subjectId=" + filed.id()).text("/items/1/action"))
        .isEqualTo("document.upload");
  }

  @Test
  void whatAFileIsIsDecidedByItsContent() {
    UUID borrower = borrower();

    assertThat(
            upload(admin, borrower, "a.txt", DocumentFixtures.picture("png"))
                .expect(201)
                .text("/contentType"))
        .isEqualTo("image/png");
    assertThat(
            upload(admin, borrower, "b.exe", DocumentFixtures.picture("jpeg"))
                .expect(201)
                .text("/contentType"))
        .isEqualTo("image/jpeg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id.pdf   | <html><script>alert(1)</script></html> | text/html
          id.png   | #!/bin/sh                              | application/x-sh
          id.jpg   | MZ                                     | application/x-msdownload
          id.pdf   | just words                             | text/plain
          id.svg   | <svg xmlns="http://www.w3.org/2000/svg"/> | image/svg+xml
          """)
  void aFileThatOnlySaysItIsAPaperIsRefused(String name, String content, String looks) {
    Answer refused =
        upload(admin, borrower(), name, content.getBytes(StandardCharsets.UTF_8))
            .expectProblem(400, "invalid");

    assertThat(refused.text("/errors/0/field")).isEqualTo("file");
    assertThat(refused.text("/errors/0/message"))
        .startsWith("Must be a PDF, PNG or JPEG file; its content looks like " + looks);
  }

  @Test
  void anEmptyAHugeAndAMissingFileAreRefused() {
    UUID borrower = borrower();
    String path = "/api/borrowers/" + borrower + "/documents";
    byte[] most = Arrays.copyOf(pdf(), 10 * MEGABYTE);

    upload(admin, borrower, "nothing.pdf", new byte[0]).expectProblem(400, "invalid");
    upload(admin, borrower, "most.pdf", most).expect(201);
    upload(admin, borrower, "more.pdf", Arrays.copyOf(pdf(), 10 * MEGABYTE + 1))
        .expectProblem(413, "file-too-large");
    upload(admin, borrower, "huge.pdf", Arrays.copyOf(pdf(), 25 * MEGABYTE))
        .expectProblem(413, "body-too-large");
    admin.upload(path, "paper", "a.pdf", pdf(), Map.of()).expectProblem(400, "invalid");
    admin.post(path, Map.of("file", "a")).expectProblem(415, "unsupported-media-type");
    admin.raw("POST", path, "multipart/form-data", "no boundary").expect(400);
    admin.raw("POST", path, "multipart/form-data; boundary=x", "no parts").expect(400);
    assertThat(admin.get(path).json().get("items")).hasSize(1);
  }

  @Test
  void theSameFileTwiceIsOnePaper() {
    UUID borrower = borrower();
    byte[] paper = pdf();

    Answer first = upload(admin, borrower, "first.pdf", paper).expect(201);
    Answer second = upload(admin, borrower, "second.pdf", paper).expect(200);
    Answer others = upload(admin, borrower(), "others.pdf", paper).expect(201);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(others.id()).isNotEqualTo(first.id());
    assertThat(others.text("/sha256")).isEqualTo(first.text("/sha256"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ../../../etc/passwd        | passwd
          C:\\fakepath\\lease.pdf    | lease.pdf
          /                          | document
          ..                         | ..
          a\u0001b.pdf               | ab.pdf
          """)
  void aNameIsOnlyALabel(String sent, String shown) {
    Answer filed = upload(admin, borrower(), sent, pdf()).expect(201);

    assertThat(filed.text("/name")).isEqualTo(shown);
    admin.get("/api/documents/" + filed.id()).expect(200);
  }

  @Test
  void aLongNameLosesItsMiddle() {
    String name = "x".repeat(300) + ".pdf";

    String shown = upload(admin, borrower(), name, pdf()).expect(201).text("/name");

    assertThat(shown).hasSizeLessThanOrEqualTo(200).startsWith("xxx").endsWith(".pdf");
  }

  @Test
  void aFileLiesSealedAndNothingIsLeftAside() throws IOException {
    byte[] paper = pdf();
    Answer filed = upload(admin, borrower(), "kept.pdf", paper).expect(201);
    upload(admin, borrower(), "refused.pdf", "words".getBytes(StandardCharsets.UTF_8)).expect(400);

    String sha256 = filed.text("/sha256");
    byte[] kept = Files.readAllBytes(file(sha256));
    assertThat(files.resolve(sha256.substring(0, 2)).resolve(sha256)).doesNotExist();
    assertThat(kept).hasSize(paper.length + 29);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
    try (var aside = Files.list(files.resolve("incoming"))) {
      assertThat(aside).isEmpty();
    }
  }

  @Test
  void aFileThatSomebodyTookAwayIsSaidToBeMissingAndComesBackWhenItIsFiledAgain()
      throws IOException {
    UUID borrower = borrower();
    byte[] paper = pdf();
    Answer filed = upload(admin, borrower, "lost.pdf", paper).expect(201);
    Files.delete(file(filed.text("/sha256")));

    admin.get("/api/documents/" + filed.id()).expectProblem(404, "file-missing");
    upload(admin, borrower, "found.pdf", paper).expect(200);
    assertThat(admin.get("/api/documents/" + filed.id()).expect(200).response().body())
        .isEqualTo(paper);
  }

  @Test
  void aFileThatSomebodyChangedIsNotShown() throws IOException {
    Answer filed = upload(admin, borrower(), "changed.pdf", pdf()).expect(201);
    Path file = file(filed.text("/sha256"));
    byte[] changed = Files.readAllBytes(file);
    changed[20] ^= 1;
    Files.write(file, changed);

    admin.get("/api/documents/" + filed.id()).expectProblem(404, "file-damaged");
  }

  @Test
  void whoSawAFileIsInTheTrail() {
    UUID id = upload(admin, borrower(), "seen.pdf", pdf()).expect(201).id();
    people.as("MANAGER").get("/api/documents/" + id).expect(200);

    Answer trail = admin.get("/api/audit?subjectId=" + id).expect(200);

    assertThat(trail.text("/items/0/action")).isEqualTo("document.view");
    assertThat(trail.text("/items/0/actor/role")).isEqualTo("MANAGER");
  }

  /** The answers to: list, upload and download in the main branch; list elsewhere. */
  @ParameterizedTest
  @CsvSource({
    "ADMIN,         200, 201, 200, 200",
    "MANAGER,       200, 201, 200, 404",
    "LOAN_OFFICER,  200, 201, 200, 404",
    "FIELD_OFFICER, 404, 404, 404, 404",
    "TELLER,        403, 403, 403, 403",
    "ACCOUNTANT,    403, 403, 403, 403",
    "COLLECTOR,     200, 404, 200, 404",
    "AUDITOR,       200, 403, 200, 200",
    "BORROWER,      404, 404, 404, 404",
  })
  void eachRoleGetsItsOwnAnswers(String role, int list, int upload, int download, int elsewhere) {
    Http somebody = people.as(role);
    UUID near = borrower();
    UUID far = BorrowerFixtures.somebody(borrowers, "Far Off", branch()).id();
    UUID document = upload(admin, near, "near.pdf", pdf()).expect(201).id();
    UUID remote = upload(admin, far, "far.pdf", pdf()).expect(201).id();

    somebody.get("/api/borrowers/" + near + "/documents").expect(list);
    upload(somebody, near, "by.pdf", pdf()).expect(upload);
    somebody.get("/api/documents/" + document).expect(download);
    somebody.get("/api/borrowers/" + far + "/documents").expect(elsewhere);
    somebody.get("/api/documents/" + remote).expect(elsewhere);
    upload(somebody, far, "by.pdf", pdf())
        .expect(upload == 201 ? (elsewhere == 200 ? 201 : 404) : upload);
  }

  @Test
  void aBorrowerFilesHisOwnPapers() {
    String email = BorrowerFixtures.email();
    Map<String, String> account =
        Map.of("name", "Own Papers", "email", email, "password", People.PASSWORD);
    UUID id =
        UUID.fromString(http.post("/api/auth/register", account).expect(201).text("/borrowerId"));
    Http self = people.signIn(email);

    UUID document = upload(self, id, "me.pdf", pdf()).expect(201).id();

    self.get("/api/documents/" + document).expect(200);
    people.as("MANAGER").get("/api/documents/" + document).expect(200);
  }

  @Test
  void nobodyReadsWithoutSigningInAndNonsenseIsRefused() {
    UUID document = upload(admin, borrower(), "private.pdf", pdf()).expect(201).id();

    http.get("/api/documents/" + document).expectProblem(401, "not-signed-in");
    http.get("/api/borrowers/" + Ids.next() + "/documents").expectProblem(401, "not-signed-in");
    upload(http, Ids.next(), "a.pdf", pdf()).expectProblem(401, "not-signed-in");
    admin.get("/api/documents/7").expectProblem(400, "invalid");
    admin.get("/api/documents/" + Ids.next()).expectProblem(404, "not-found");
    admin.get("/api/borrowers/" + Ids.next() + "/documents").expectProblem(404, "not-found");
    upload(admin, Ids.next(), "a.pdf", pdf()).expectProblem(404, "not-found");
  }

  /** Returns where a content lies, which only the database knows. */
  private Path file(String sha256) {
    String place =
        jdbc.sql("SELECT place FROM document.content WHERE sha256 = :sha256")
            .param("sha256", sha256)
            .query(String.class)
            .single();
    return files.resolve(place.substring(0, 2)).resolve(place);
  }

  private UUID borrower() {
    return BorrowerFixtures.somebody(borrowers, "Paper Owner", null).id();
  }

  private UUID branch() {
    String code = "D" + UUID.randomUUID().toString().substring(0, 8);
    BranchOutcome outcome = branches.create(Caller.system("test"), code, "Elsewhere " + code);
    return ((BranchOutcome.Kept) outcome).branch().id();
  }

  private static Answer upload(Http by, UUID borrower, String name, byte[] file) {
    return by.upload("/api/borrowers/" + borrower + "/documents", "file", name, file, Map.of());
  }

  /** Returns a file that begins as a PDF does, and that nobody has filed yet. */
  private static byte[] pdf() {
    return DocumentFixtures.pdf();
  }
}
