package io.loanwright.verifier;

import static org.awaitility.Awaitility.await;

import io.loanwright.audit.Sealing;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Makes rows of the trail old enough for a file, and reads and writes such files. */
final class OldTrail {

  /** The data folder of tests. */
  static final Path DATA = Path.of("target/data");

  /** Who has it is the only one who seals and signs. */
  static final long SEALERS = 5_324_077_001L;

  private final Http http;
  private final People people;
  private final Sealing sealing;
  private final OwnerDatabase owner;

  OldTrail(Http http, People people, Sealing sealing, OwnerDatabase owner) {
    this.http = http;
    this.people = people;
    this.sealing = sealing;
    this.owner = owner;
  }

  /**
   * Somebody registered himself three years ago, so the trail has his name and where he was.
   *
   * @return what is in his name and nowhere else
   */
  String somebodyRegistered() throws SQLException, IOException {
    String marker = "m" + UUID.randomUUID().toString().replace("-", "");
    http.post(
            "/api/auth/register",
            Map.of(
                "name", "Akinyi " + marker,
                "email", marker + "@example.org",
                "password", People.PASSWORD))
        .expect(201);
    people.signIn(marker + "@example.org");
    threeYearsPass();
    sealAll();
    return marker;
  }

  private void threeYearsPass() throws SQLException, IOException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(SEALERS));
      statement.execute(
          """
          UPDATE audit.event SET recorded_at = recorded_at - interval '3 years'
           WHERE recorded_at > now() - interval '1 year'
          """);
      statement.execute("DELETE FROM audit.signed_head");
      try (DirectoryStream<Path> notes =
          Files.newDirectoryStream(
              DATA.resolve("keys"), "signed-heads-*-" + connection.getCatalog() + ".txt")) {
        for (Path note : notes) {
          Files.delete(note);
        }
      }
      statement.execute(
          """
          WITH later AS (
            DELETE FROM audit.seal
             WHERE number > (SELECT coalesce(max(last_seal), 0) FROM audit.archive)
            RETURNING kind, records)
          INSERT INTO audit.unsealed (kind, record_id) SELECT kind, unnest(records) FROM later
          """);
    }
  }

  /** Seals, or waits for the job of the program that does. */
  void sealAll() {
    await()
        .until(() -> {
          sealing.sealAll();
          return sealing.state().waiting() == 0;
        });
  }

  static String text(Path file) throws IOException {
    try (var stream = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(bytes)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
