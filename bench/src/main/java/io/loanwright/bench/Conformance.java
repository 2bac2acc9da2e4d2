package io.loanwright.bench;

import io.loanwright.bench.conformance.CaseRunner;
import io.loanwright.bench.conformance.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs every {@code *.jsonl} case of a folder through the engine.
 *
 * <p>Prints one line for each case that fails, with the first figure that differs, one for each
 * that is not supported, with the feature that it needs, and one for each that passes by another
 * reading than the usual one; the last line is {@code N passed, N failed, N not supported}. Ends
 * with 0 if none failed, 1 if some did, 2 if the folder cannot be read.
 */
public final class Conformance {

  private final CaseRunner runner = new CaseRunner();
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final PrintStream out;
  private int passed;
  private int failed;
  private int notSupported;

  private Conformance(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the cases.
   *
   * @param args the folder
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length != 1) {
      out.println("Usage: conformance DIR");
      System.exit(2);
    }
    System.exit(run(Path.of(args[0]), out));
  }

  /**
   * Runs the cases of a folder and prints the outcome.
   *
   * @param folder where the {@code *.jsonl} files are
   * @param out where to print
   * @return 0 if no case failed, 1 if one did, 2 if the folder cannot be read
   */
  public static int run(Path folder, PrintStream out) {
    Conformance conformance = new Conformance(out);
    try {
      for (Path file : files(folder)) {
        conformance.runFile(file);
      }
    } catch (IOException e) {
      out.println("Cannot read " + folder + ": " + e.getMessage());
      return 2;
    }
    out.printf(
        "%d passed, %d failed, %d not supported%n",
        conformance.passed, conformance.failed, conformance.notSupported);
    return conformance.failed == 0 ? 0 : 1;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private void runFile(Path file) throws IOException {
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        judge(file.getFileName() + ":" + number, line);
      }
    }
  }

  private void judge(String place, String line) {
    JsonNode node;
    try {
      node = mapper.readTree(line);
    } catch (JacksonException e) {
      failed++;
      out.printf("%s: not JSON: %s%n", place, e.getOriginalMessage());
      return;
    }
    String id = node.path("id").asString(place);
    switch (runner.run(node)) {
      case Verdict.Passed(String reading) -> {
        passed++;
        if (!reading.isEmpty()) {
          out.printf("%s: passed, read so: %s%n", id, reading);
        }
      }
      case Verdict.Failed(String figure, String expected, String got) -> {
        failed++;
        out.printf("%s: %s expected %s got %s%n", id, figure, expected, got);
      }
      case Verdict.NotSupported(String feature) -> {
        notSupported++;
        out.printf("%s: not supported: %s%n", id, feature);
      }
    }
  }
}
