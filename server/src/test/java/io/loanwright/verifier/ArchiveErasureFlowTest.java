package io.loanwright.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.TrailArchives;
import io.loanwright.audit.proof.Difference;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Who is erased is erased in files with old rows of the trail, too. */
@FlowTest
@TestPropertySource(properties = "loanwright.archive.rows-of-a-file=1")
class ArchiveErasureFlowTest {

  /** A year before the business date. */
  private static final String LATEST = "2025-03-02";

  private final OldTrail old;
  private final Http admin;
  private final Verifier verifier;
  private final TrailArchives archives;
  private final JdbcClient jdbc;

  ArchiveErasureFlowTest(
      Http http,
      People people,
      Verifier verifier,
      Sealing sealing,
      TrailArchives archives,
      OwnerDatabase owner,
      JdbcClient jdbc) {
    this.old = new OldTrail(http, people, sealing, owner);
    this.admin = people.administrator();
    this.verifier = verifier;
    this.archives = archives;
    this.jdbc = jdbc;
  }

  private String marker = "";

  @BeforeEach
  void somethingHappenedLongAgo() throws SQLException, IOException {
    marker = old.somebodyRegistered();
    assertThat(verifier.verify().first()).isEmpty();
  }

  private Answer archive() {
    return admin.post("/api/audit/archives", Map.of("before", LATEST));
  }

  private static Path file(Answer archived) {
    return OldTrail.DATA.resolve("archive").resolve(archived.text("/archive/file"));
  }

  @Test
  void whoIsErasedIsErasedInFilesToo() throws IOException {
    Path first = file(archive().expect(201));
    String borrower = admin.get("/api/borrowers?search=" + marker).expect(200).text("/items/0/id");
    String number = admin.get("/api/borrowers/" + borrower).expect(200).text("/number");
    assertThat(OldTrail.text(first)).contains(marker);
    assertThat(Files.exists(first)).isTrue();

    Answer erased =
        admin
            .post(
                "/api/borrowers/" + borrower + "/erasure",
                Map.of("number", number, "reason", "asked by letter"))
            .expect(200);

    assertThat(erased.json().at("/traces").asLong()).isPositive();
    assertThat(Files.exists(first)).isFalse();
    JsonNode now = admin.get("/api/audit/archives?limit=1").expect(200).json().at("/items/0");
    Path second = OldTrail.DATA.resolve("archive").resolve(now.at("/file").asString());
    assertThat(OldTrail.text(second))
        .doesNotContain(marker)
        .contains("borrower.register", "\"erased\"");
    old.sealAll();
    assertThat(verifier.verify().first()).isEmpty();
    assertThat(admin.get("/api/audit?action=audit.replace_archive").expect(200).body())
        .contains(now.at("/file").asString());
  }

  /** As if the program was killed between the commit and the deletion of the file. */
  @Test
  void aFileWithSomebodyWhoWasErasedIsNamedAndSwept() throws IOException {
    Path before = file(archive().expect(201));
    byte[] withHim = Files.readAllBytes(before);
    erase(borrower()).expect(200);
    old.sealAll();
    Files.write(before, withHim);

    List<Difference> found = verifier.verify().first();
    archives.sweep();

    assertThat(found)
        .anyMatch(each ->
            each.record().equals("archive " + before.getFileName())
                && each.says().equals("still there"));
    assertThat(before).doesNotExist();
    assertThat(jdbc.sql("SELECT count(*) FROM audit.archive_begun").query(Long.class).single())
        .isZero();
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void nobodyIsErasedWhoseRowsAreInAFileThatIsAnotherOne() throws IOException {
    Path file = file(archive().expect(201));
    String borrower = borrower();
    byte[] good = Files.readAllBytes(file);
    String other = OldTrail.text(file).replace("Akinyi " + marker, "Atieno " + marker);
    Files.write(file, OldTrail.compressed(other));
    try {
      erase(borrower).expectProblem(409, "archive-out-of-reach");
      admin
          .get("/api/borrowers/" + borrower + "/personal-data")
          .expectProblem(409, "archive-out-of-reach");
    } finally {
      Files.write(file, good);
    }
    erase(borrower).expect(200);
    old.sealAll();
    assertThat(verifier.verify().first()).isEmpty();
  }

  private String borrower() {
    return admin.get("/api/borrowers?search=" + marker).expect(200).text("/items/0/id");
  }

  private Answer erase(String borrower) {
    String number = admin.get("/api/borrowers/" + borrower).expect(200).text("/number");
    return admin.post(
        "/api/borrowers/" + borrower + "/erasure",
        Map.of("number", number, "reason", "asked by letter"));
  }

  @Test
  void nobodyIsErasedWhoseRowsAreInAFileThatIsNotHere() throws IOException {
    Path file = file(archive().expect(201));
    String borrower = admin.get("/api/borrowers?search=" + marker).expect(200).text("/items/0/id");
    String number = admin.get("/api/borrowers/" + borrower).expect(200).text("/number");
    byte[] good = Files.readAllBytes(file);
    Files.delete(file);
    try {
      admin
          .post(
              "/api/borrowers/" + borrower + "/erasure",
              Map.of("number", number, "reason", "asked by letter"))
          .expectProblem(409, "archive-out-of-reach");
      admin
          .get("/api/borrowers/" + borrower + "/personal-data")
          .expectProblem(409, "archive-out-of-reach");
    } finally {
      Files.write(file, good);
    }
    assertThat(
            new String(
                admin.get("/api/borrowers/" + borrower + "/personal-data").response().body(),
                StandardCharsets.ISO_8859_1))
        .startsWith("PK");
    old.sealAll();
    assertThat(verifier.verify().first()).isEmpty();
  }
}
