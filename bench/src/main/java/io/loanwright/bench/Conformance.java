package io.loanwright.bench;

import io.loanwright.bench.conformance.CaseRunner;
import io.loanwright.bench.conformance.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs every {@code *.jsonl} case of a folder through the engine.
 *
 * <p>Prints one line for each case that fails, with the first figure that differs, one for each
 * that is not supported, with the feature that it needs, and one for each that passes by another
 * reading than the usual one; then what came of the cases with each tag; the last line is {@code N
 * passed, N failed, N not supported}. Ends with 0 if none failed, 1 if some did, 2 if the folder
 * cannot be read.
 */
public final class Conformance {

  private final CaseRunner runner = new CaseRunner();
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final PrintStream out;
  private final Map<String, Tally> tags = new TreeMap<>();
  private final Tally all = new Tally();

  /** What came of some cases. */
  private static final class Tally {

    private int passed;
    private int failed;
    private int notSupported;

    private void count(Verdict verdict) {
      switch (verdict) {
        case Verdict.Passed _ -> passed++;
        case Verdict.Failed _ -> failed++;
        case Verdict.NotSupported _ -> notSupported++;
      }
    }

    @Override
    public String toString() {
      return "%d passed, %d failed, %d not supported".formatted(passed, failed, notSupported);
    }
  }

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
    conformance.tags.forEach((tag, tally) -> out.printf("tag %s: %s%n", tag, tally));
    out.printf("%s%n", conformance.all);
    return conformance.all.failed == 0 ? 0 : 1;
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
      all.failed++;
      out.printf("%s: not JSON: %s%n", place, e.getOriginalMessage());
      return;
    }
    String id = node.path("id").asString(place);
    Verdict verdict = runner.run(node);
    all.count(verdict);
    for (JsonNode tag : node.path("tags")) {
      tags.computeIfAbsent(tag.asString(), _ -> new Tally()).count(verdict);
    }
    switch (verdict) {
      case Verdict.Passed(String reading) -> {
        if (!reading.isEmpty()) {
          out.printf("%s: passed, read so: %s%n", id, reading);
        }
      }
      case Verdict.Failed(String figure, String expected, String got) ->
          out.printf("%s: %s expected %s got %s%n", id, figure, expected, got);
      case Verdict.NotSupported(String feature) ->
          out.printf("%s: not supported: %s%n", id, feature);
    }
  }
}
