package io.loanwright.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Difference;
import io.loanwright.backup.BackupWriter;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Old rows of the trail go into files, and the books stay proven. Each test makes the trail of now
 * three years older, seals it anew, and moves it into a file, which takes one seal.
 */
@FlowTest
@TestPropertySource(properties = "loanwright.archive.rows-of-a-file=1")
class TrailArchiveFlowTest {

  /** A year before the business date. */
  private static final String LATEST = "2025-03-02";

  private final OldTrail old;
  private final People people;
  private final Http admin;
  private final Verifier verifier;
  private final OwnerDatabase owner;
  private final JdbcClient jdbc;

  TrailArchiveFlowTest(
      Http http,
      People people,
      Verifier verifier,
      Sealing sealing,
      OwnerDatabase owner,
      JdbcClient jdbc) {
    this.people = people;
    this.admin = people.administrator();
    this.verifier = verifier;
    this.old = new OldTrail(http, people, sealing, owner);
    this.owner = owner;
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

  private Path file(Answer archived) {
    return OldTrail.DATA.resolve("archive").resolve(archived.text("/archive/file"));
  }

  private long rows() {
    return jdbc.sql("SELECT count(*) FROM audit.event").query(Long.class).single();
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void oldRowsGoIntoAFileAndStayProven() throws IOException, NoSuchAlgorithmException {
    long before = verifier.verify().count("archived rows of the trail");

    Answer archived = archive().expect(201);

    long moved = archived.json().at("/archive/rows").asLong();
    assertThat(moved).isPositive();
    assertThat(archived.json().at("/more").asBoolean()).isFalse();
    assertThat(jdbc.sql("SELECT count(*) FROM audit.event WHERE recorded_at < '2025-01-01'"))
        .extracting(query -> query.query(Long.class).single())
        .isEqualTo(0L);
    old.sealAll();
    Verdict verdict = verifier.verify();
    assertThat(verdict.first()).isEmpty();
    assertThat(verdict.count("archived rows of the trail")).isEqualTo(before + moved);

    JsonNode listed = admin.get("/api/audit/archives?limit=1").expect(200).json().at("/items/0");
    assertThat(listed).isEqualTo(archived.json().at("/archive"));
    assertThat(listed.at("/here").asBoolean()).isTrue();
    Answer taken =
        people
            .as("AUDITOR")
            .get("/api/audit/archives/" + archived.text("/archive/id") + "/file")
            .expect(200);
    assertThat(sha256(taken.response().body())).isEqualTo(archived.text("/archive/sha256"));
    try (var lines = new GZIPInputStream(new ByteArrayInputStream(taken.response().body()))) {
      assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8))
          .contains(marker, "borrower.register");
    }
    assertThat(admin.get("/api/audit?action=audit.archive").expect(200).body())
        .contains(archived.text("/archive/sha256"));
    assertThat(admin.get("/api/audit?action=audit.fetch_archive").expect(200).body())
        .contains(archived.text("/archive/file"));
  }

  @Test
  void whatOneFileDoesNotTakeGoesIntoTheNext() throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(OldTrail.SEALERS));
      people.signIn(marker + "@example.org");
      statement.execute(
          """
          UPDATE audit.event SET recorded_at = recorded_at - interval '3 years'
           WHERE id IN (SELECT record_id FROM audit.unsealed)
          """);
    }
    old.sealAll();

    Answer first = archive().expect(201);
    Answer second = archive().expect(201);

    assertThat(first.json().at("/more").asBoolean()).isTrue();
    assertThat(second.json().at("/more").asBoolean()).isFalse();
    assertThat(second.json().at("/archive/firstSeal").asLong())
        .isEqualTo(first.json().at("/archive/lastSeal").asLong() + 1);
    Answer page = admin.get("/api/audit/archives?limit=1").expect(200);
    assertThat(page.text("/items/0/id")).isEqualTo(second.text("/archive/id"));
    assertThat(
            admin
                .get("/api/audit/archives?limit=1&cursor=" + page.text("/next"))
                .expect(200)
                .text("/items/0/id"))
        .isEqualTo(first.text("/archive/id"));
    old.sealAll();
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void whatIsYoungOrUnprovenStays() throws SQLException {
    admin
        .post("/api/audit/archives", Map.of("before", "2025-03-03"))
        .expectProblem(422, "archive-too-young");
    admin
        .post("/api/audit/archives", Map.of("before", "1999-01-01"))
        .expectProblem(409, "nothing-old");
    people.as("AUDITOR").post("/api/audit/archives", Map.of("before", LATEST)).expect(403);
    people.as("TELLER").get("/api/audit/archives").expect(403);
    admin.get("/api/audit/archives/" + UUID.randomUUID() + "/file").expect(404);
    long before = rows();
    execute(
        "UPDATE audit.event SET device = device || '.' WHERE subject_label LIKE '%"
            + marker
            + "%'");
    try {
      archive().expectProblem(409, "row-unproven");
      assertThat(rows()).isGreaterThanOrEqualTo(before);
    } finally {
      execute(
          "UPDATE audit.event SET device = left(device, -1) WHERE subject_label LIKE '%"
              + marker
              + "%'");
    }
    archive().expect(201);
    archive().expectProblem(409, "nothing-old");
  }

  @Test
  void aFileThatWasChangedOrIsGoneIsNamed() throws IOException {
    Path file = file(archive().expect(201));
    old.sealAll();
    byte[] good = Files.readAllBytes(file);

    byte[] bad = good.clone();
    bad[bad.length / 2] ^= 1;
    assertThat(whileFileIs(file, bad)).anyMatch(found -> found.record().contains("archive trail-"));
    String other = OldTrail.text(file).replace("Akinyi " + marker, "Atieno " + marker);
    assertThat(whileFileIs(file, OldTrail.compressed(other)))
        .anyMatch(found ->
            found.record().startsWith("trail row ")
                && found.says().equals("other than it was sealed"))
        .anyMatch(found -> found.says().startsWith("SHA-256"));
    String cut = OldTrail.text(file);
    assertThat(whileFileIs(file, OldTrail.compressed(cut.substring(0, cut.length() / 2))))
        .anyMatch(found -> found.says().startsWith("damaged"));
    String noText = cut.replaceFirst("\"action\":\"[^\"]*\"", "\"action\":{}");
    assertThat(whileFileIs(file, OldTrail.compressed(noText)))
        .anyMatch(found -> found.says().startsWith("damaged"));
    assertThat(whileFileIs(file, null)).anyMatch(found -> found.says().equals("gone"));
    assertThat(verifier.verify().first()).isEmpty();
  }

  private List<Difference> whileFileIs(Path file, byte @Nullable [] content) throws IOException {
    byte[] good = Files.readAllBytes(file);
    try {
      if (content == null) {
        Files.delete(file);
      } else {
        Files.write(file, content);
      }
      return verifier.verify().first();
    } finally {
      Files.write(file, good);
    }
  }

  /** Somebody with all rights to the database has neither the key nor the file. */
  @Test
  void anArchiveThatTheProgramDidNotMakeIsNamed() throws SQLException {
    archive().expect(201);
    people.as("TELLER");
    old.sealAll();
    UUID id = UUID.randomUUID();
    String fake =
        """
        INSERT INTO audit.archive
        SELECT (jsonb_populate_record(a, jsonb_build_object(
                 'id', '%s',
                 'first_seal', a.last_seal + 1,
                 'last_seal', (SELECT max(number) FROM audit.seal)))).*
          FROM audit.archive a ORDER BY a.last_seal DESC LIMIT 1
        """
            .formatted(id);

    List<Difference> found = whileBroken(fake, "DELETE FROM audit.archive WHERE id = '" + id + "'");

    assertThat(found).anyMatch(each -> each.says().equals("other than it was signed"));
    assertThat(found).anyMatch(each -> each.says().equals("gone"));
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void aRowThatIsGoneAndInNoFileIsNamedAndOneThatIsBackToo() throws SQLException {
    archive().expect(201);
    old.sealAll();
    String id =
        jdbc.sql("SELECT max(id::text) FROM audit.event WHERE action = 'audit.archive'")
            .query(String.class)
            .single();
    execute("CREATE TABLE IF NOT EXISTS public.kept AS SELECT * FROM audit.event WHERE false");
    execute("INSERT INTO public.kept SELECT * FROM audit.event WHERE id = '" + id + "'");

    List<Difference> found =
        whileBroken(
            "DELETE FROM audit.event WHERE id = '" + id + "'",
            "INSERT INTO audit.event SELECT * FROM public.kept WHERE id = '" + id + "'");

    assertThat(found)
        .anyMatch(each -> each.record().equals("trail row " + id) && each.says().equals("gone"));
    String back =
        jdbc.sql(
                """
                SELECT records[1]::text FROM audit.seal
                 WHERE kind = 'trail' AND number <= (SELECT max(last_seal) FROM audit.archive)
                 ORDER BY number LIMIT 1
                """)
            .query(String.class)
            .single();
    List<Difference> twice =
        whileBroken(
            """
            INSERT INTO audit.event
            SELECT (jsonb_populate_record(e, jsonb_build_object('id', '%s'))).*
              FROM audit.event e WHERE id = '%s'
            """
                .formatted(back, id),
            "DELETE FROM audit.event WHERE id = '" + back + "'");
    assertThat(twice).anyMatch(each -> each.record().equals("trail row " + back));
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void aBackupOfAnotherFolderSaysWhichArchivesItDoesNotHave() throws IOException, SQLException {
    String id = archive().expect(201).text("/archive/id");
    Path folder = Files.createTempDirectory("no-archives");

    BackupWriter.Made made = BackupWriter.write(owner, folder, folder.resolve("backup"));

    assertThat(made.missing()).contains(id);
    Files.delete(folder.resolve("backup"));
    Files.delete(folder);
  }

  /** Killed after the file was made: its rows are where they were, and the file goes. */
  @Test
  void whatAKilledProgramLeftIsClearedAway() throws IOException, SQLException {
    UUID begun = UUID.randomUUID();
    execute("INSERT INTO audit.archive_begun VALUES ('" + begun + "')");
    Path folder = Files.createDirectories(OldTrail.DATA.resolve("archive"));
    Path draft = Files.writeString(folder.resolve(begun + ".new"), "half");
    Path whole =
        Files.writeString(folder.resolve("trail-0000001-0000009-" + begun + ".ndjson.gz"), "whole");
    Path foreign = Files.writeString(folder.resolve("notes-" + UUID.randomUUID()), "of others");

    archive().expect(201);

    assertThat(draft).doesNotExist();
    assertThat(whole).doesNotExist();
    assertThat(foreign).exists();
    Files.delete(foreign);
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void theApplicationTakesNoYoungRowsOutOfTheTrail() {
    long before = rows();
    archive().expect(201);
    people.as("TELLER");
    old.sealAll();
    String move =
        """
        SELECT audit.move_to_archive(to_jsonb(a) || jsonb_build_object(
                 'id', gen_random_uuid(), 'first_seal', a.last_seal + 1,
                 'last_seal', (SELECT max(number) FROM audit.seal),
                 'row_count', (SELECT count(*) FROM audit.event)))
          FROM audit.archive a ORDER BY a.last_seal DESC LIMIT 1
        """;

    assertThatThrownBy(() -> jdbc.sql(move).query(String.class).list())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("older than a year");
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM audit.event").update())
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> jdbc.sql("INSERT INTO audit.archive SELECT * FROM audit.archive").update())
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThat(rows()).isLessThan(before + 100).isPositive();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<Difference> whileBroken(String deed, String mend) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute(deed);
      try {
        return verifier.verify().first();
      } finally {
        statement.execute(mend);
      }
    }
  }
}
