package io.loanwright.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whoever replaces a folder stops the program that has its lock, and nobody who only reads it. */
@EnabledOnOs(OS.LINUX)
class HeldFolderTest {

  @TempDir Path folder;

  @Test
  void whoReadsTheLockIsNotWhoHasIt() throws IOException {
    Path lock = Files.createFile(folder.resolve("lock"));
    Process reader = new ProcessBuilder("sleep", "60").redirectInput(lock.toFile()).start();
    Process program =
        new ProcessBuilder("flock", "--no-fork", lock.toString(), "sleep", "60").start();
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(HeldFolder.holder(folder).map(ProcessHandle::pid))
                  .contains(program.pid()));
    } finally {
      reader.destroyForcibly();
      program.destroyForcibly();
    }
  }

  @Test
  void nobodyHoldsAFolderThatIsNotOpen() throws IOException {
    Files.createFile(folder.resolve("lock"));

    assertThat(HeldFolder.holder(folder)).isEmpty();
  }
}
