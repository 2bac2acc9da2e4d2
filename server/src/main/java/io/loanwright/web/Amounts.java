package io.loanwright.web;

import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.util.regex.Pattern;

/** Reads amounts of requests, which are decimal strings in a currency known from elsewhere. */
public final class Amounts {

  /** The largest amount that a request may name, in minor units; sums of many still fit 64 bits. */
  private static final long LARGEST_MINOR = 1_000_000_000_000_000L;

  /** Amounts that are written with digits and at most one point, and fit the books. */
  public static final String PATTERN = "[0-9]{1,13}([.][0-9]{1,6})?";

  /** What an amount looks like, for whoever typed something else. */
  public static final String EXPECTED = "must be an amount like 120.50";

  /** What is said about more digits than fit the books. */
  public static final String TOO_LARGE =
      "is larger than this program keeps (at most 9999999999999)";

  private static final Pattern TOO_MANY_DIGITS = Pattern.compile("[0-9]{14,}([.][0-9]*)?");

  private Amounts() {}

  /** Returns what is wrong with a text that is no amount by {@link #PATTERN}. */
  static String expectation(String text) {
    return TOO_MANY_DIGITS.matcher(text.strip()).matches() ? TOO_LARGE : EXPECTED;
  }

  /** What became of a text that was read. */
  public sealed interface Reading {

    /** It is an amount. */
    record Read(Money amount) implements Reading {}

    /**
     * It is none that counts.
     *
     * @param message what is expected, without the name of the field
     */
    record Wrong(String message) implements Reading {}
  }

  /** Reads an amount of more than nothing, for whoever answers with values. */
  public static Reading positive(String text, Currency currency) {
    return switch (read(text, currency)) {
      case Reading.Read(Money amount) when !amount.isPositive() ->
          new Reading.Wrong("must be more than zero");
      case Reading reading -> reading;
    };
  }

  /** Reads an amount that may be nothing, for whoever answers with values. */
  public static Reading notNegative(String text, Currency currency) {
    return switch (read(text, currency)) {
      case Reading.Read(Money amount) when amount.isNegative() ->
          new Reading.Wrong("must not be negative");
      case Reading reading -> reading;
    };
  }

  /**
   * Reads an amount that must be more than nothing.
   *
   * @param field the field as the client named it
   * @param text the amount: {@code 120.50}
   * @throws ProblemException 400 {@code invalid} if it is no amount of the currency or not positive
   */
  public static Money positive(String field, String text, Currency currency) {
    return amount(field, positive(text, currency));
  }

  /**
   * Reads an amount that may be nothing.
   *
   * @throws ProblemException 400 {@code invalid} if it is no amount of the currency or negative
   */
  public static Money notNegative(String field, String text, Currency currency) {
    return amount(field, notNegative(text, currency));
  }

  /**
   * Reads a currency.
   *
   * @throws ProblemException 400 {@code invalid} if ISO 4217 has no such code
   */
  public static Currency currency(String field, String code) {
    if (!Currency.isKnown(code)) {
      throw ProblemException.invalid(field, "must be a currency code like EUR");
    }
    return Currency.of(code);
  }

  private static Money amount(String field, Reading reading) {
    return switch (reading) {
      case Reading.Read(Money amount) -> amount;
      case Reading.Wrong(String message) -> throw ProblemException.invalid(field, message);
    };
  }

  private static Reading read(String text, Currency currency) {
    Money amount;
    try {
      amount = Money.of(text.strip(), currency);
    } catch (Refused refused) {
      return new Reading.Wrong(
          switch (refused.refusal().rule()) {
            case TOO_MANY_DECIMALS ->
                "must have at most %d decimals in %s"
                    .formatted(currency.minorDigits(), currency.code());
            default -> expectation(text);
          });
    }
    return Math.abs(amount.minor()) > LARGEST_MINOR
        ? new Reading.Wrong(
            "is larger than this program keeps (at most "
                + new Money(LARGEST_MINOR, currency).toDecimalString()
                + ")")
        : new Reading.Read(amount);
  }
}
