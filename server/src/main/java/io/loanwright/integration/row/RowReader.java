package io.loanwright.integration.row;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.integration.csv.Columns;
import io.loanwright.integration.csv.CsvRow;
import io.loanwright.integration.mapping.DateStyle;
import io.loanwright.integration.mapping.FieldSource;
import io.loanwright.integration.mapping.FileFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one row and collects what is wrong with them.
 *
 * <p>A method that cannot read its value notes why and answers null; so does one for a value that
 * may be absent, without a note. The row is usable if {@link #problems} is empty in the end.
 */
final class RowReader {

  static final int REFERENCE_MAX = 200;

  private static final BigDecimal LARGEST_MINOR = new BigDecimal("1000000000000000");
  private static final int RATE_DECIMALS = 12;
  private static final int REPAYMENTS_MAX = 1_200;
  private static final int DAYS_MAX = 20_000;
  private static final Pattern COUNT = Pattern.compile("(\\d{1,6})(?:[.,]0+)?\\s*\\p{Alpha}*");

  private final CsvRow row;
  private final Columns columns;
  private final FileFormat format;
  private final LocalDate today;
  private final List<RowProblem> problems = new ArrayList<>();

  RowReader(CsvRow row, Columns columns, FileFormat format, LocalDate today) {
    this.row = row;
    this.columns = columns;
    this.format = format;
    this.today = today;
    int values = row.values().size();
    if (values != columns.names().size()) {
      problems.add(
          new RowProblem(
              null,
              values + " values",
              columns.names().size() + " values, as many as there are columns",
              "Look for a missing or surplus separator, or a quote that is not closed."));
    }
  }

  List<RowProblem> problems() {
    return problems;
  }

  /** Returns whether nothing is wrong with the row so far. */
  boolean isUsable() {
    return problems.isEmpty();
  }

  /** Notes what is wrong with a value. */
  void note(FieldSource source, String expected, String fix) {
    problems.add(new RowProblem(source.label(), raw(source), expected, fix));
  }

  /** Reads a text that may be absent. */
  @Nullable String text(@Nullable FieldSource source, int lengthMax) {
    if (source == null) {
      return null;
    }
    String value = raw(source);
    if (format.isBlank(value)) {
      return null;
    }
    if (value.length() > lengthMax || value.chars().anyMatch(Character::isISOControl)) {
      note(
          source,
          "at most " + lengthMax + " characters, none of them a control character",
          "Shorten the text and remove line breaks.");
      return null;
    }
    return value;
  }

  /** Reads a text that must be there. */
  @Nullable String neededText(FieldSource source, int lengthMax) {
    String value = text(source, lengthMax);
    if (value == null && format.isBlank(raw(source))) {
      missing(source, "a text");
    }
    return value;
  }

  /** Reads a date that may be absent. */
  @Nullable LocalDate date(@Nullable FieldSource source) {
    if (source == null || format.isBlank(raw(source))) {
      return null;
    }
    String value = raw(source);
    for (DateStyle style : styles(source)) {
      Optional<LocalDate> date = style.parse(value, today);
      if (date.isPresent()) {
        return date.get();
      }
    }
    note(
        source,
        "a date like "
            + format.dateStyles().stream()
                .map(DateStyle::example)
                .collect(Collectors.joining(" or ")),
        "Correct the date, or name the way in which the file writes dates.");
    return null;
  }

  /** A date that is typed into the mapping may always be written 2018-03-31. */
  private List<DateStyle> styles(FieldSource source) {
    if (source.constant() == null) {
      return format.dateStyles();
    }
    List<DateStyle> styles = new ArrayList<>(List.of(DateStyle.YYYY_MM_DD));
    styles.addAll(format.dateStyles());
    return styles;
  }

  /** Reads a date that must be there. */
  @Nullable LocalDate neededDate(FieldSource source) {
    if (format.isBlank(raw(source))) {
      missing(source, "a date");
      return null;
    }
    return date(source);
  }

  /**
   * Reads an amount that is not negative and may be absent.
   *
   * @return the figure as the file has it, exact
   */
  @Nullable BigDecimal figure(@Nullable FieldSource source) {
    if (source == null || format.isBlank(raw(source))) {
      return null;
    }
    Optional<BigDecimal> figure = format.decimalStyle().parse(raw(source));
    if (figure.isEmpty() || figure.get().signum() < 0) {
      note(
          source,
          "an amount like " + format.decimalStyle().example() + ", not negative",
          "Correct the amount, or name the way in which the file writes numbers.");
      return null;
    }
    return figure.get();
  }

  /** Reads an amount that must be there and is not negative. */
  @Nullable BigDecimal neededFigure(FieldSource source) {
    if (format.isBlank(raw(source))) {
      missing(source, "an amount");
      return null;
    }
    return figure(source);
  }

  /** Turns a figure into money; notes what is wrong if it is none. */
  @Nullable Money money(FieldSource source, BigDecimal figure, Currency currency) {
    if (figure.movePointRight(currency.minorDigits()).compareTo(LARGEST_MINOR) > 0) {
      note(source, "an amount below a million millions", "Correct the amount.");
      return null;
    }
    boolean exact = figure.stripTrailingZeros().scale() <= currency.minorDigits();
    if (!exact && !format.rounds()) {
      note(
          source,
          "at most %d decimals in %s".formatted(currency.minorDigits(), currency.code()),
          "Round the amount, or have amounts rounded by the mapping (roundDecimals).");
      return null;
    }
    return Money.round(figure, currency, RoundingMode.HALF_EVEN);
  }

  /** Reads a rate in percent that may be absent, as the engine takes it. */
  @Nullable String rate(@Nullable FieldSource source) {
    if (source == null || format.isBlank(raw(source))) {
      return null;
    }
    String value = raw(source);
    String number = value.endsWith("%") ? value.substring(0, value.length() - 1).strip() : value;
    Optional<BigDecimal> rate = format.decimalStyle().parse(number);
    boolean usable =
        rate.isPresent()
            && rate.get().signum() >= 0
            && rate.get().compareTo(InterestTerms.HIGHEST_RATE) <= 0
            && rate.get().stripTrailingZeros().scale() <= RATE_DECIMALS;
    if (!usable) {
      note(source, "a yearly rate in percent, 0 to 10000", "Correct the rate.");
      return null;
    }
    return rate.get().stripTrailingZeros().toPlainString();
  }

  /** Reads a number of installments that may be absent; {@code 36 months} is 36. */
  @Nullable Integer repayments(@Nullable FieldSource source) {
    if (source == null || format.isBlank(raw(source))) {
      return null;
    }
    Matcher count = COUNT.matcher(raw(source));
    int repayments = count.matches() ? Integer.parseInt(count.group(1)) : 0;
    if (repayments < 1 || repayments > REPAYMENTS_MAX) {
      note(source, "a number of installments, 1 to " + REPAYMENTS_MAX, "Correct the number.");
      return null;
    }
    return repayments;
  }

  /** Reads a number of days that may be absent; {@code 45 days} is 45. */
  @Nullable Integer days(@Nullable FieldSource source) {
    if (source == null || format.isBlank(raw(source))) {
      return null;
    }
    Matcher count = COUNT.matcher(raw(source));
    int days = count.matches() ? Integer.parseInt(count.group(1)) : -1;
    if (days < 0 || days > DAYS_MAX) {
      note(source, "a number of days, 0 to " + DAYS_MAX, "Correct the number.");
      return null;
    }
    return days;
  }

  /** Notes that a value is missing. */
  void missing(FieldSource source, String expected) {
    note(source, expected, "Fill in the value, or map the field to something else.");
  }

  private String raw(FieldSource source) {
    return raw(source, columns, row);
  }

  /** Returns a value as it is. */
  static String raw(FieldSource source, Columns columns, CsvRow row) {
    return source.value(name ->
        name.equals(FieldSource.ROW) && !columns.has(name)
            ? Long.toString(row.number())
            : columns.value(row, name));
  }
}
