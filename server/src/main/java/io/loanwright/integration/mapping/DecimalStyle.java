package io.loanwright.integration.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a file writes numbers. Thousands may be set apart, by the other sign or by spaces. */
public enum DecimalStyle {
  /** 1,234.56 or 1234.56. */
  POINT(",", "."),
  /** 1.234,56 or 1234,56. */
  COMMA(".", ",");

  private static final int LENGTH_MAX = 60;

  private final String group;
  private final Pattern grouped;
  private final Pattern plain;
  private final String decimal;

  DecimalStyle(String group, String decimal) {
    this.group = group;
    this.decimal = decimal;
    String fraction = "(?:" + Pattern.quote(decimal) + "\\d+)?";
    this.plain = Pattern.compile("[+-]?\\d+" + fraction);
    this.grouped =
        Pattern.compile("[+-]?\\d{1,3}(?:[" + group + " '\u00a0\u202f]\\d{3})+" + fraction);
  }

  /** Returns an amount in this style. */
  public String example() {
    return "1234" + decimal + "56";
  }

  /** Reads a number; nothing if it is none in this style. */
  public Optional<BigDecimal> parse(String text) {
    boolean number =
        text.length() <= LENGTH_MAX
            && (plain.matcher(text).matches() || grouped.matcher(text).matches());
    return number
        ? Optional.of(
            new BigDecimal(
                text.replace(group, "").replaceAll("[ '\u00a0\u202f]", "").replace(decimal, ".")))
        : Optional.empty();
  }
}
