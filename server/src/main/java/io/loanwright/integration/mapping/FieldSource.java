package io.loanwright.integration.mapping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a field comes from: exactly one of a column, the same text for every row, or a
 * text with columns in braces.
 *
 * @param column the name of a column of the file, as its first row has it
 * @param constant the value for every row
 * @param template a text in which {@code {column}} stands for a column and {@code {row}} for the
 *     number of the row, such as {@code {first_name} {last_name}}
 */
@Schema(description = "Exactly one of column, constant and template")
public record FieldSource(
    @Nullable @Schema(description = "The name of a column", example = "loan_amount") String column,
    @Nullable @Schema(description = "The value for every row", example = "36") String constant,
    @Nullable
        @Schema(
            description = "A text with columns in braces; {row} is the number of the row",
            example = "{first_name} {last_name}")
        String template) {

  /** What a template calls the number of the row. */
  public static final String ROW = "row";

  private static final int LENGTH_MAX = 500;
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]+)}");

  /**
   * Checks that there is one source.
   *
   * @throws IllegalArgumentException if there is none, or several, or it is too long
   */
  public FieldSource {
    List<String> given =
        Stream.of(column, constant, template).filter(Objects::nonNull).map(String::strip).toList();
    if (given.size() != 1 || given.getFirst().isEmpty()) {
      throw new IllegalArgumentException("must have exactly one of column, constant and template");
    }
    if (given.getFirst().length() > LENGTH_MAX) {
      throw new IllegalArgumentException("must have at most " + LENGTH_MAX + " characters");
    }
  }

  /** Returns the value of a column. */
  public static FieldSource column(String name) {
    return new FieldSource(name, null, null);
  }

  /** Returns the same value for every row. */
  public static FieldSource constant(String value) {
    return new FieldSource(null, value, null);
  }

  /** Returns the names of the columns that it reads. */
  public List<String> columns() {
    if (column != null) {
      return List.of(column.strip());
    }
    return template == null
        ? List.of()
        : BRACES
            .matcher(template)
            .results()
            .map(match -> match.group(1).strip())
            .filter(name -> !name.equals(ROW))
            .distinct()
            .toList();
  }

  /**
   * Returns the value for one row, without the space around it.
   *
   * @param row the values of a row by the names of its columns, and its number as {@code row}
   */
  public String value(java.util.function.UnaryOperator<String> row) {
    if (column != null) {
      return row.apply(column.strip()).strip();
    }
    if (constant != null) {
      return constant.strip();
    }
    return BRACES
        .matcher(Objects.requireNonNull(template))
        .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(inBraces(row, match)))
        .strip();
  }

  private static String inBraces(java.util.function.UnaryOperator<String> row, MatchResult match) {
    return row.apply(match.group(1).strip()).strip();
  }

  /** Returns what a person calls the source: the column, or the text. */
  public String label() {
    return Objects.requireNonNull(column != null ? column : constant != null ? constant : template);
  }
}
