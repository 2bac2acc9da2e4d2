package io.loanwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.Backup;
import io.loanwright.Restore;
import io.loanwright.Verify;
import io.loanwright.backup.BackupContent;
import io.loanwright.document.DocumentFixtures;
import io.loanwright.testing.Http;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup is made while people pay, becomes an installation elsewhere, and that one is what the
 * first was: its books are verified, its payments are there, its papers open.
 */
class BackupTest {

  private static final int COUNTERS = 4;

  @TempDir Path folder;

  @Test
  void whatIsBackedUpWhilePeoplePayIsVerifiedWhereItIsRestored() throws Exception {
    Path here = folder.resolve("here");
    Path there = folder.resolve("there");
    Path file = folder.resolve("backup");
    byte[] paper = DocumentFixtures.pdf();
    UUID paperId;
    long before;
    long after;
    try (Program program = Program.start(here, Program.Tuning.STARTS_FAST)) {
      Http http = program.administrator();
      assertThat(http.get("/api/dashboards/system").expect(200).text("/backup/overdue"))
          .isEqualTo("true");
      Lender lender = new Lender(http);
      List<UUID> loans = lender.loans(COUNTERS, lender.product(Map.of()));
      paperId = upload(http, paper);
      try (Counters counters = Counters.open(program, loans, 100)) {
        CrashRun.awaitAnotherOf(counters);
        before = counters.acknowledged();
        assertSays(here, Backup.class, "backed up to " + file, file.toString());
        CrashRun.awaitAnotherOf(counters);
        after = counters.payments().size();
      }
      assertThat(http.get("/api/dashboards/system").expect(200).text("/backup/overdue"))
          .isEqualTo("false");
      assertThat(http.get("/api/audit?action=backup.make").expect(200).text("/items/0/after/file"))
          .isEqualTo("backup");

      assertRefused(here, "is running", file.toString());
    }
    assertRefused(here, "has an installation in it", file.toString());

    assertSays(there, Restore.class, "restored to " + there, file.toString());

    assertThat(BackupContent.rows(file, "payment.payment")).isBetween(before, after);
    assertSays(there, Verify.class, " 0 differences");
    try (Program restored = Program.start(there, Program.Tuning.STARTS_FAST)) {
      Http http = restored.administrator();
      assertThat(http.get("/api/documents/" + paperId).expect(200).response().body())
          .isEqualTo(paper);
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(
                      http.get("/api/audit?action=backup.restore")
                          .expect(200)
                          .text("/items/0/subject/label"))
                  .isEqualTo("backup"));
      Lender lender = new Lender(http);
      List<UUID> loans = lender.loans(1, lender.product(Map.of()));
      try (Counters counters = Counters.open(restored, loans, 900_000)) {
        CrashRun.awaitAnotherOf(counters);
      }

      assertSays(there, Restore.class, "restored to " + there, file.toString(), "--replace");
      assertThat(restored.isAlive()).as("stopped by who replaces it").isFalse();
    }
    assertSays(there, Verify.class, " 0 differences");
    assertThat(Files.isDirectory(folder.resolve("there.before-restore"))).isTrue();
  }

  private static UUID upload(Http http, byte[] paper) {
    UUID borrower = http.post("/api/borrowers", Map.of("name", "Ana Cruz")).expect(201).id();
    return http.upload(
            "/api/borrowers/" + borrower + "/documents", "file", "paper.pdf", paper, Map.of())
        .expect(201)
        .id();
  }

  private static void assertRefused(Path data, String why, String... arguments) throws Exception {
    Process process = Program.command(data, Restore.class, arguments);
    List<String> said = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as("%s", said).isEqualTo(1);
    assertThat(said.getLast()).startsWith("loanwright: ").contains(why);
  }

  private static void assertSays(Path data, Class<?> main, String what, String... arguments)
      throws Exception {
    Process process = Program.command(data, main, arguments);
    List<String> said = new ArrayList<>(process.inputReader().lines().toList());
    assertThat(process.waitFor()).as("%s", said).isZero();
    assertThat(said.getLast()).contains(what);
  }
}
