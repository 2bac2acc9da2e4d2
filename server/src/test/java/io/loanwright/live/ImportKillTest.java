package io.loanwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import io.loanwright.testing.Http.FilePart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import whose program is killed is finished by importing the files again, and a third time adds
 * nothing.
 */
class ImportKillTest {

  private static final int LOANS = 700;
  private static final int PAYMENTS_EACH = 9;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @TempDir Path data;

  @Test
  void theSameFilesAgainFinishWhatWasCutOff() throws Exception {
    String mapping = ImportBench.mapping("Killed", true);
    List<FilePart> files =
        List.of(
            FilePart.of("file", "loans.csv", ImportBench.loans("Killed", LOANS)),
            FilePart.of(
                "payments", "payments.csv", ImportBench.payments(LOANS, PAYMENTS_EACH, false)));
    try (Program program = Program.start(data, Program.Tuning.STARTS_FAST)) {
      String cutOff = start(program.administrator(), mapping, files);
      Awaitility.await()
          .atMost(LONGEST)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> imported(program.administrator(), cutOff, "payments") > 0);
      program.kill();
      program.startAgain();

      awaitEnd(program.administrator(), cutOff, "FAILED");
      Answer again = rest(program, mapping, files);
      Answer third = rest(program, mapping, files);

      assertThat(number(again, "/loans/present")).isEqualTo(LOANS);
      assertThat(number(again, "/payments/present")).isPositive();
      assertThat(number(again, "/payments/imported")).isPositive();
      assertThat(number(again, "/payments/present") + number(again, "/payments/imported"))
          .isEqualTo(LOANS * PAYMENTS_EACH);
      assertThat(number(third, "/payments/present")).isEqualTo(LOANS * PAYMENTS_EACH);
      assertThat(third.json().at("/totals")).isEqualTo(again.json().at("/totals"));
      assertThat(ImportBench.verify(program)).isZero();
    }
  }

  private static Answer rest(Program program, String mapping, List<FilePart> files) {
    String id = start(program.administrator(), mapping, files);
    return awaitEnd(program.administrator(), id, "DONE");
  }

  private static String start(Http admin, String mapping, List<FilePart> files) {
    return admin
        .upload("/api/imports", files, Map.of("mapping", mapping))
        .expect(202)
        .id()
        .toString();
  }

  private static Answer awaitEnd(Http admin, String id, String status) {
    Awaitility.await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !status(admin, id).equals("RUNNING"));
    Answer ended = admin.get("/api/imports/" + id).expect(200);
    assertThat(ended.text("/status")).as(ended.body()).isEqualTo(status);
    return ended;
  }

  private static String status(Http admin, String id) {
    return admin.get("/api/imports/" + id).expect(200).text("/status");
  }

  private static long imported(Http admin, String id, String part) {
    return number(admin.get("/api/imports/" + id).expect(200), "/" + part + "/imported");
  }

  private static long number(Answer answer, String pointer) {
    return Long.parseLong(answer.text(pointer));
  }
}
