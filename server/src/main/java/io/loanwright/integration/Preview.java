package io.loanwright.integration;

import io.loanwright.integration.csv.Columns;
import io.loanwright.integration.csv.CsvRow;
import io.loanwright.integration.csv.Head;
import io.loanwright.integration.csv.Shown;
import io.loanwright.integration.mapping.DateStyle;
import io.loanwright.integration.mapping.LoanFate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file looks like before it is mapped, with a guess at what its columns mean.
 *
 * @param encoding the character encoding that it seems to have
 * @param separator the sign between values
 * @param part what its rows seem to be
 * @param columns its columns with their first values
 * @param fields the column that each field of the mapping could come from
 * @param dates the ways in which its dates seem to be written
 * @param statuses the words for the state of a loan among the first rows, with what they mean if
 *     that is known
 */
public record Preview(
    @Schema(example = "UTF-8") String encoding,
    @Schema(example = ",") String separator,
    Part part,
    List<Column> columns,
    @Schema(example = "{\"terms.amount\": \"loan_amount\"}") Map<String, String> fields,
    List<DateStyle> dates,
    List<StatusWord> statuses) {

  private static final int ROWS = 1_000;
  private static final int SAMPLES = 5;

  /** A column with its first values. */
  public record Column(String name, List<String> samples) {}

  /** A word for the state of a loan; absent fate: the mapping has to say it. */
  public record StatusWord(String word, @Nullable LoanFate fate) {}

  /**
   * Looks at a file.
   *
   * @param today the current day, by which a year of two digits finds its century
   * @throws io.loanwright.integration.csv.UnreadableCsv if it is no CSV
   */
  public static Preview of(Path file, LocalDate today) {
    Head head = Head.of(file, ROWS);
    Columns names = new Columns(head.columns());
    Part part = Guesses.part(head.columns());
    Map<String, String> fields = Guesses.fields(part, head.columns());
    return new Preview(
        head.charset().name(),
        String.valueOf(head.separator()),
        part,
        head.columns().stream()
            .filter(name -> !name.isEmpty())
            .map(name -> new Column(name, samples(head, names, name)))
            .toList(),
        fields,
        dates(head, names, fields, today),
        statuses(head, names, fields.get("position.status")));
  }

  private static List<String> samples(Head head, Columns names, String column) {
    return head.rows().stream()
        .map(row -> Shown.of(names.value(row, column)))
        .filter(value -> !value.isEmpty())
        .distinct()
        .limit(SAMPLES)
        .toList();
  }

  private static List<DateStyle> dates(
      Head head, Columns names, Map<String, String> fields, LocalDate today) {
    List<DateStyle> found = new ArrayList<>();
    for (String field : Guesses.DATES) {
      String column = fields.get(field);
      if (column != null) {
        List<String> values =
            head.rows().stream()
                .map(row -> names.value(row, column))
                .filter(value -> !value.isBlank())
                .toList();
        for (DateStyle style : DateStyle.values()) {
          boolean fits =
              !values.isEmpty()
                  && values.stream().allMatch(value -> style.parse(value, today).isPresent());
          if (fits && !found.contains(style)) {
            found.add(style);
            break;
          }
        }
      }
    }
    return found;
  }

  private static List<StatusWord> statuses(Head head, Columns names, @Nullable String column) {
    if (column == null) {
      return List.of();
    }
    Map<String, List<CsvRow>> words =
        head.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> Shown.of(names.value(row, column)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return words.keySet().stream()
        .filter(word -> !word.isEmpty())
        .map(word -> new StatusWord(word, LoanFate.ofWord(word).orElse(null)))
        .toList();
  }
}
