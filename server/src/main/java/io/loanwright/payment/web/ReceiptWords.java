package io.loanwright.payment.web;

import java.lang.Character.UnicodeScript;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes amounts and dates as the screens of the organization do: {@code KES 416,720.54} and {@code
 * Nov 21, 2026}.
 */
final class ReceiptWords {

  private static final char NO_BREAK = '\u00a0';
  private static final char NARROW_NO_BREAK = '\u202f';
  private static final Pattern FORMAT_MARK = Pattern.compile("\\p{Cf}");

  /** What the font of the paper has letters of. */
  private static final Set<UnicodeScript> SCRIPTS =
      EnumSet.of(
          UnicodeScript.COMMON, UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

  private static final DateTimeFormatter FIGURES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Locale locale;
  private final String currency;

  ReceiptWords(Locale locale, String currency) {
    this.locale =
        new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword("nu", "latn").build();
    this.currency = currency;
  }

  /** Returns an amount without its currency. */
  public String amount(String decimal) {
    BigDecimal value = new BigDecimal(decimal);
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(value.scale());
    format.setMaximumFractionDigits(value.scale());
    return plain(format.format(value));
  }

  /** Returns an amount with the currency's code, on the side where the locale has it. */
  public String sum(String decimal) {
    boolean before =
        !(NumberFormat.getCurrencyInstance(locale) instanceof DecimalFormat format)
            || !format.getPositivePrefix().isEmpty();
    return before ? currency + NO_BREAK + amount(decimal) : amount(decimal) + NO_BREAK + currency;
  }

  /** Returns a date; in figures where the paper has no letters for the month. */
  public String day(LocalDate date) {
    return inLetters(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date),
        date.toString());
  }

  /** Returns the day and the minute of a moment. */
  String moment(Instant moment, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    return inLetters(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .format(local),
        FIGURES.format(local));
  }

  private static String inLetters(String written, String figures) {
    return written.codePoints().mapToObj(UnicodeScript::of).allMatch(SCRIPTS::contains)
        ? plain(written)
        : figures;
  }

  /** Without marks and spaces that the font has no room for. */
  private static String plain(String written) {
    return FORMAT_MARK.matcher(written).replaceAll("").replace(NARROW_NO_BREAK, NO_BREAK);
  }
}
