package io.loanwright.integration.mapping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written; what is left out is as most files have it.
 *
 * @param encoding the name of the character encoding; {@code UTF-8} if left out. A byte order mark
 *     in the file says it better
 * @param separator the sign between values, one character; a comma if left out
 * @param decimals how numbers are written; with a decimal point if left out
 * @param dates the ways in which dates are written, tried in this order; 2018-03-31 if left out
 * @param blanks words that mean that there is no value, such as {@code NA}
 * @param roundDecimals whether an amount with more decimals than its currency is rounded half to
 *     even; if not, its row is refused
 */
public record FileFormat(
    @Nullable @Schema(example = "UTF-8") String encoding,
    @Nullable @Schema(example = ",") String separator,
    @Nullable DecimalStyle decimals,
    @Nullable List<DateStyle> dates,
    @Nullable List<String> blanks,
    @Nullable Boolean roundDecimals) {

  /** A file in UTF-8 with commas, decimal points and ISO dates. */
  public static final FileFormat USUAL = new FileFormat(null, null, null, null, null, null);

  private static final int LIST_MAX = 20;

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException if this machine does not know the encoding, or the separator
   *     cannot be one
   */
  public FileFormat {
    if (encoding != null && !isKnown(encoding)) {
      throw new IllegalArgumentException(
          "must have a known encoding such as UTF-8 or windows-1252");
    }
    if (separator != null && (separator.length() != 1 || "\"\r\n".contains(separator))) {
      throw new IllegalArgumentException("must have a separator of one character, such as ;");
    }
    if (dates != null && (dates.isEmpty() || dates.size() > LIST_MAX)) {
      throw new IllegalArgumentException("must have 1 to " + LIST_MAX + " ways to write a date");
    }
    if (blanks != null && blanks.size() > LIST_MAX) {
      throw new IllegalArgumentException("must have at most " + LIST_MAX + " words for no value");
    }
    dates = dates == null ? null : List.copyOf(dates);
    blanks = blanks == null ? null : List.copyOf(blanks);
  }

  private static boolean isKnown(String encoding) {
    try {
      return Charset.isSupported(encoding.strip());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** Returns the character encoding. */
  public Charset charset() {
    return Charset.forName(encoding == null ? "UTF-8" : encoding.strip());
  }

  /** Returns the sign between values. */
  public char separatorSign() {
    return separator == null ? ',' : separator.charAt(0);
  }

  /** Returns how numbers are written. */
  public DecimalStyle decimalStyle() {
    return decimals == null ? DecimalStyle.POINT : decimals;
  }

  /** Returns the ways in which dates are written. */
  public List<DateStyle> dateStyles() {
    return dates == null ? List.of(DateStyle.YYYY_MM_DD) : dates;
  }

  /** Returns whether a value means that there is none. */
  public boolean isBlank(String value) {
    return value.isBlank()
        || (blanks != null
            && blanks.stream()
                .anyMatch(word ->
                    word.strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(value.strip().toLowerCase(Locale.ROOT))));
  }

  /** Returns whether amounts with too many decimals are rounded. */
  public boolean rounds() {
    return Boolean.TRUE.equals(roundDecimals);
  }
}
