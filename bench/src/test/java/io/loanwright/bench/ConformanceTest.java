package io.loanwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published cases, and what the runner says about a case that is wrong. */
class ConformanceTest {

  private static final Path CASES = published("schedules.jsonl");
  private static final Path HISTORIES = published("histories.jsonl");

  /** Why each of them differs is in docs/reference/conformance.md. */
  private static final List<String> HISTORIES_THAT_DIFFER = List.of("f-LoanRepayment-Part3-759");

  /** The number of its undone repayment counts in the whole loan; its day is another one's. */
  private static final String READ_THE_OTHER_WAY =
      "f-LoanCBR-1912: passed, read so: the number of what is undone counts in the whole loan";

  @TempDir Path folder = Path.of(".");

  @Test
  void everyPublishedScheduleIsRightToTheCent() throws IOException {
    Files.copy(CASES, folder.resolve("schedules.jsonl"));

    String printed = run(0);

    assertThat(printed)
        .contains("tag DOWN_PAYMENT: 16 passed, 0 failed, 0 not supported\n")
        .endsWith("75 passed, 0 failed, 0 not supported\n");
  }

  @Test
  void everyPublishedHistoryIsRightToTheCentButForThoseExplained() throws IOException {
    Files.copy(HISTORIES, folder.resolve("histories.jsonl"));

    String printed = run(1);

    assertThat(printed)
        .contains("tag ADD_CHARGE: 28 passed, 1 failed, 0 not supported\n")
        .contains("tag RE_AGE: 31 passed, 0 failed, 0 not supported\n")
        .endsWith("161 passed, 1 failed, 0 not supported\n");
    assertThat(printed.lines().filter(line -> line.contains("read so")))
        .containsExactly(READ_THE_OTHER_WAY);
    assertThat(
            printed.lines().filter(line -> line.contains("expected")).map(ConformanceTest::caseOf))
        .containsExactlyInAnyOrderElementsOf(HISTORIES_THAT_DIFFER);
  }

  /** On the class path, so that it is found wherever the tests are run from. */
  private static Path published(String file) {
    try {
      return Path.of(
          Objects.requireNonNull(ConformanceTest.class.getResource("/conformance/" + file))
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String caseOf(String line) {
    return line.substring(0, line.indexOf(": "));
  }

  @Test
  void oneWrongCentFailsTheRunAndIsNamed() throws IOException {
    String line = Files.readAllLines(CASES).getFirst();
    String wrong = line.replaceFirst("\"interest\":\"0.39\"", "\"interest\":\"0.40\"");
    assertThat(wrong).isNotEqualTo(line);
    Files.writeString(folder.resolve("planted.jsonl"), wrong);

    String printed = run(1);

    assertThat(printed)
        .contains("installment 1 interest expected 0.40 got 0.39")
        .endsWith("0 passed, 1 failed, 0 not supported\n");
  }

  /** A second way to read a case saves none whose figures are wrong. */
  @Test
  void wrongCentFailsACaseThatCanBeReadInTwoWays() throws IOException {
    String line =
        Files.readAllLines(HISTORIES).stream()
            .filter(each -> each.contains("\"f-LoanCBR-1912\""))
            .findFirst()
            .orElseThrow();
    String wrong = line.replaceFirst("\"outstanding\": ?\"100.00\"", "\"outstanding\":\"100.01\"");
    assertThat(wrong).isNotEqualTo(line);
    Files.writeString(folder.resolve("planted.jsonl"), wrong);

    assertThat(run(1)).endsWith("0 passed, 1 failed, 0 not supported\n");
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
