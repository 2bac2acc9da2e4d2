package io.loanwright.engine.money;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.util.Optional;

/**
 * A currency and the number of decimals that its amounts are written with.
 *
 * @param code the ISO 4217 code, three capital letters
 * @param minorDigits the decimals of its minor unit: 2 for EUR, 0 for JPY, 3 for KWD; 0 to 4
 */
public record Currency(String code, int minorDigits) {

  /** Most decimals that a currency of ISO 4217 has. */
  private static final int MOST_DIGITS = 4;

  /**
   * Checks the parts.
   *
   * @throws Refused {@link Rule#CURRENCY_UNKNOWN} if the code is not three capital letters or the
   *     number of decimals is out of range
   */
  public Currency {
    if (!isCode(code) || minorDigits < 0 || minorDigits > MOST_DIGITS) {
      throw unknown(code);
    }
  }

  /**
   * Returns the currency with an ISO 4217 code.
   *
   * @param code three capital letters, such as {@code EUR}
   * @throws Refused {@link Rule#CURRENCY_UNKNOWN} if ISO 4217 has no such currency
   */
  public static Currency of(String code) {
    return find(code).orElseThrow(() -> unknown(code));
  }

  /**
   * Tells whether ISO 4217 has a currency with this code.
   *
   * @param code any text
   */
  public static boolean isKnown(String code) {
    return find(code).isPresent();
  }

  private static Optional<Currency> find(String code) {
    if (!isCode(code)) {
      return Optional.empty();
    }
    try {
      int digits = java.util.Currency.getInstance(code).getDefaultFractionDigits();
      return digits < 0 ? Optional.empty() : Optional.of(new Currency(code, digits));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isCode(String code) {
    return code.length() == 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static Refused unknown(String code) {
    String shown = code.length() > 10 ? code.substring(0, 10) + "…" : code;
    return new Refused(
        Rule.CURRENCY_UNKNOWN, "currency", "There is no currency with the code \"" + shown + "\".");
  }

  @Override
  public String toString() {
    return code;
  }
}
