package io.loanwright.integration.mapping;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * How a file writes dates. Points, slashes and spaces between the parts are read like hyphens.
 *
 * <p>A month without a day is read as its middle, the 15th: the error is half a month at most.
 */
public enum DateStyle {
  /** 2018-03-31; a time of day behind it is left out. */
  YYYY_MM_DD("uuuu-M-d", "2018-03-31", false),
  /** 20180331. */
  YYYYMMDD("uuuuMMdd", "20180331", false),
  /** 930705; the year is the last one that is not in the future. */
  YYMMDD("yyMMdd", "930705", false),
  /** 31.03.2018. */
  DD_MM_YYYY("d-M-uuuu", "31.03.2018", false),
  /** 03/31/2018. */
  MM_DD_YYYY("M-d-uuuu", "03/31/2018", false),
  /** 31-Mar-2018, with the English name of the month. */
  DD_MON_YYYY("d-MMM-uuuu", "31-Mar-2018", false),
  /** Mar-2018, with the English name of the month. */
  MON_YYYY("MMM-uuuu", "Mar-2018", true),
  /** 2018-03. */
  YYYY_MM("uuuu-M", "2018-03", true),
  /** 03/2018. */
  MM_YYYY("M-uuuu", "03/2018", true);

  private static final int MID_MONTH = 15;
  private static final int CENTURY = 100;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2199;

  private final String pattern;
  private final String example;
  private final boolean monthOnly;

  DateStyle(String pattern, String example, boolean monthOnly) {
    this.pattern = pattern;
    this.example = example;
    this.monthOnly = monthOnly;
  }

  /** Returns a date in this style. */
  public String example() {
    return example;
  }

  /** Returns whether dates in this style have no day. */
  public boolean isMonthOnly() {
    return monthOnly;
  }

  /**
   * Reads a date.
   *
   * @param text what the file has
   * @param today the current day, by which a year of two digits finds its century
   * @return nothing if it is no date in this style, or outside 1900 to 2199
   */
  public Optional<LocalDate> parse(String text, LocalDate today) {
    String plain = text.strip();
    if (this == YYYY_MM_DD && plain.length() > example.length()) {
      plain = plain.split("[T ]", 2)[0];
    }
    String normal = plain.replaceAll("[./ ]+", "-");
    try {
      LocalDate date =
          monthOnly
              ? YearMonth.parse(normal, formatter(today)).atDay(MID_MONTH)
              : LocalDate.parse(normal, formatter(today));
      boolean believable = date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR;
      return believable ? Optional.of(date) : Optional.empty();
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private DateTimeFormatter formatter(LocalDate today) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    if (this == YYMMDD) {
      builder
          .appendValueReduced(ChronoField.YEAR, 2, 2, today.getYear() - CENTURY + 1)
          .appendPattern("MMdd");
    } else {
      builder.appendPattern(pattern);
    }
    return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
  }
}
