package io.loanwright.organization;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Reads settings from text; what makes no sense is nothing. */
public final class SettingsText {

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
