package io.loanwright.web;

import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;

/** Reads amounts of requests, which are decimal strings in a currency known from elsewhere. */
public final class Amounts {

  /** The largest amount that a request may name, in minor units; sums of many still fit 64 bits. */
  private static final long LARGEST_MINOR = 1_000_000_000_000_000L;

  private Amounts() {}

  /**
   * Reads an amount that must be more than nothing.
   *
   * @param field the field as the client named it
   * @param text the amount: {@code 120.50}
   * @throws ProblemException 400 {@code invalid} if it is no amount of the currency or not positive
   */
  public static Money positive(String field, String text, Currency currency) {
    Money amount = read(field, text, currency);
    if (!amount.isPositive()) {
      throw ProblemException.invalid(field, "must be more than zero");
    }
    return amount;
  }

  /**
   * Reads an amount that may be nothing.
   *
   * @throws ProblemException 400 {@code invalid} if it is no amount of the currency or negative
   */
  public static Money notNegative(String field, String text, Currency currency) {
    Money amount = read(field, text, currency);
    if (amount.isNegative()) {
      throw ProblemException.invalid(field, "must not be negative");
    }
    return amount;
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

  private static Money read(String field, String text, Currency currency) {
    Money amount;
    try {
      amount = Money.of(text.strip(), currency);
    } catch (Refused refused) {
      String message =
          switch (refused.refusal().rule()) {
            case TOO_MANY_DECIMALS ->
                "must have at most %d decimals in %s"
                    .formatted(currency.minorDigits(), currency.code());
            default -> "must be an amount like 120.50";
          };
      throw ProblemException.invalid(field, message);
    }
    if (Math.abs(amount.minor()) > LARGEST_MINOR) {
      throw ProblemException.invalid(
          field, "must be at most " + new Money(LARGEST_MINOR, currency).toDecimalString());
    }
    return amount;
  }
}
