package io.loanwright.organization;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads settings from text; what makes no sense is nothing. */
public final class SettingsText {

  /** Hours and minutes as {@link #time} takes them. */
  public static final String TIME_PATTERN = "([01][0-9]|2[0-3]):[0-5][0-9]";

  private static final Pattern TIME = Pattern.compile(TIME_PATTERN);

  private SettingsText() {}

  /** Returns a name without blanks around it, if something is left. */
  public static Optional<String> name(String text) {
    return Optional.of(text.strip()).filter(name -> !name.isEmpty());
  }

  /** Returns the currency of a three-letter code of ISO 4217 that money is counted in. */
  public static Optional<Currency> currency(String code) {
    try {
      Currency currency = Currency.getInstance(code.strip());
      return Optional.of(currency).filter(known -> known.getDefaultFractionDigits() >= 0);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Returns the time zone of an IANA name; offsets are none, for they know no summer. */
  public static Optional<ZoneId> timeZone(String name) {
    try {
      ZoneId zone = ZoneId.of(name.strip());
      return Optional.of(zone)
          .filter(known -> ZoneId.getAvailableZoneIds().contains(known.getId()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Returns a time of day in hours and minutes, like 00:30. */
  public static Optional<LocalTime> time(String text) {
    return Optional.of(text).filter(TIME.asMatchPredicate()).map(LocalTime::parse);
  }

  /** Returns a BCP 47 language tag in its usual spelling. */
  public static Optional<String> locale(String tag) {
    try {
      String usual = new Locale.Builder().setLanguageTag(tag.strip()).build().toLanguageTag();
      return Optional.of(usual).filter(known -> !known.equals("und"));
    } catch (IllformedLocaleException _) {
      return Optional.empty();
    }
  }
}
