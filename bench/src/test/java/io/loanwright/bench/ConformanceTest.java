package io.loanwright.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published cases, and what the runner says about a case that is wrong. */
class ConformanceTest {

  private static final Path CASES = Path.of("../../shared/conformance/schedules.jsonl");

  @TempDir Path folder = Path.of(".");

  @Test
  void everyPublishedScheduleIsRightToTheCent() throws IOException {
    assumeTrue(Files.exists(CASES), "skipped: " + CASES + " is not here");
    Files.copy(CASES, folder.resolve("schedules.jsonl"));

    String printed = run(0);

    assertThat(printed).endsWith("75 passed, 0 failed, 0 not supported\n");
  }

  @Test
  void oneWrongCentFailsTheRunAndIsNamed() throws IOException {
    assumeTrue(Files.exists(CASES), "skipped: " + CASES + " is not here");
    String line = Files.readAllLines(CASES).getFirst();
    String wrong = line.replaceFirst("\"interest\":\"0.39\"", "\"interest\":\"0.40\"");
    assertThat(wrong).isNotEqualTo(line);
    Files.writeString(folder.resolve("planted.jsonl"), wrong);

    String printed = run(1);

    assertThat(printed)
        .contains("installment 1 interest expected 0.40 got 0.39")
        .endsWith("0 passed, 1 failed, 0 not supported\n");
  }

  @Test
  void lineThatIsNotJsonFailsTheRun() throws IOException {
    Files.writeString(folder.resolve("broken.jsonl"), "{\"id\": ");

    assertThat(run(1)).contains("broken.jsonl:1: not JSON");
  }

  private String run(int expectedExit) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertThat(Conformance.run(folder, out)).isEqualTo(expectedExit);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
