package io.loanwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published figures as tests: one line of {@code src/test/resources/reference} each.
 *
 * @param node the line
 */
public record Reference(JsonNode node) {

  private static final Path FOLDER = Path.of("src/test/resources/reference");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Each file is read once: a mutation run asks for every line by itself. */
  private static final Map<String, List<Reference>> READ = new ConcurrentHashMap<>();

  /**
   * Returns a test for each line of a file whose category starts so.
   *
   * @param count how many lines there must be, so that none is lost unseen
   */
  public static Stream<DynamicTest> tests(
      String file, String category, int count, Consumer<Reference> check) {
    List<Reference> cases =
        lines(file).stream().filter(line -> line.category().startsWith(category)).toList();
    assertThat(cases).as(category).hasSize(count);
    return cases.stream()
        .map(line -> DynamicTest.dynamicTest(line.name(), () -> check.accept(line)));
  }

  private static List<Reference> lines(String file) {
    return READ.computeIfAbsent(file, Reference::read);
  }

  private static List<Reference> read(String file) {
    try (Stream<String> lines = Files.lines(FOLDER.resolve(file))) {
      return lines.map(line -> new Reference(JSON.readTree(line))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name() {
    return node.path("id").asString() + " (" + node.path("source").asString() + ")";
  }

  /** Returns what sort of case it is. */
  public String category() {
    return node.path("category").asString();
  }

  /** Returns all inputs. */
  public JsonNode inputs() {
    return node.path("inputs");
  }

  /** Returns one input as text. */
  public String text(String field) {
    return inputs().path(field).asString();
  }

  /** Returns one input as a number, zero if it is not given. */
  public BigDecimal number(String field) {
    return inputs().has(field) ? new BigDecimal(text(field)) : BigDecimal.ZERO;
  }

  /** Returns one input as a whole number, zero if it is not given. */
  public int whole(String field) {
    return number(field).intValue();
  }

  /** Returns one input as a day. */
  public LocalDate day(String field) {
    return LocalDate.parse(text(field));
  }

  /** Returns one input as days; none if it is not given. */
  public List<LocalDate> days(String field) {
    List<LocalDate> days = new ArrayList<>();
    inputs().path(field).forEach(day -> days.add(LocalDate.parse(day.asString())));
    return days;
  }

  /** Returns an expected figure as text. */
  public String expected(String field) {
    return node.path("expected").path(field).asString();
  }

  /** Tells whether a figure is expected. */
  public boolean expects(String field) {
    return node.path("expected").has(field);
  }

  /** Checks a figure against the one published, within its tolerance. */
  public void check(String field, BigDecimal actual) {
    BigDecimal tolerance = new BigDecimal(node.path("tolerance").path(field).asString());
    assertThat(actual.subtract(new BigDecimal(expected(field))).abs())
        .as("%s: expected %s, got %s", field, expected(field), actual)
        .isLessThanOrEqualTo(tolerance);
  }
}
