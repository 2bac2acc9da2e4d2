package io.loanwright.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room ends no program and loses no money. */
class DiskFullTest {

  private static final int COUNTERS = 4;

  @TempDir Path data;

  @Test
  void paymentsAreRefusedWhileTheDiskIsFullAndTakenOnceThereIsRoomAgain() throws Exception {
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=400m", "loanwright-small", data.toString()),
        "skipped: only root can mount a small disk");
    try (Program program = Program.start(data, Program.Tuning.STARTS_FAST)) {
      Lender lender = new Lender(program.administrator());
      List<UUID> loans = lender.loans(COUNTERS, lender.product(Map.of()));
      Counters counters = Counters.open(program, loans, 100);
      try (counters) {
        CrashRun.awaitAnotherOf(counters);
        Path ballast = fill(data.resolve("ballast"));
        endTheLogThatHasRoom(program);
        awaitRefusal(counters);
        assertThat(program.isAlive()).isTrue();
        Files.delete(ballast);
        CrashRun.awaitAnotherOf(counters);
      }

      assertThat(new Kept(program).wrong(counters)).isEmpty();
      assertThat(counters.refused().keySet()).allMatch(reason -> reason.startsWith("503"));
    } finally {
      succeeds("umount", "--lazy", data.toString());
    }
  }

  private static Path fill(Path ballast) throws IOException {
    byte[] block = new byte[64 * 1024];
    try (OutputStream file = Files.newOutputStream(ballast)) {
      while (true) {
        file.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
    return ballast;
  }

  /** What is written next needs a file that does not fit on the disk. */
  private static void endTheLogThatHasRoom(Program program) {
    try (Connection connection = program.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_switch_wal()");
    } catch (SQLException e) {
      assertThat(e.getSQLState()).as(e.getMessage()).matches("53100|57.*|08.*|58.*");
    }
  }

  private static void awaitRefusal(Counters counters) {
    Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> !counters.refused().isEmpty());
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
