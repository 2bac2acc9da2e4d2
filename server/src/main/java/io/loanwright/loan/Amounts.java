package io.loanwright.loan;

import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;

/** How amounts of a request are read, once the loan and so the currency is known. */
public final class Amounts {

  /** Amounts that are written with digits and at most one point, and fit the books. */
  public static final String PATTERN = "[0-9]{1,13}([.][0-9]{1,6})?";

  /** What an amount looks like, for whoever typed something else. */
  public static final String EXPECTED = "must be an amount such as 120.50";

  private Amounts() {}

  /**
   * Reads an amount that must be more than zero.
   *
   * @param field the name of the field, for a refusal
   * @param text what was sent, of the form {@link #PATTERN}
   */
  public static Outcome<Money> positive(String field, String text, Currency currency) {
    Money amount;
    try {
      amount = Money.of(text, currency);
    } catch (Refused e) {
      String message =
          "must be an amount in %s, with at most %d decimals"
              .formatted(currency.code(), currency.minorDigits());
      return new Outcome.Refused<>(new Refusal.Invalid(field, message));
    }
    return amount.isPositive()
        ? new Outcome.Done<>(amount)
        : new Outcome.Refused<>(new Refusal.Invalid(field, "must be more than zero"));
  }
}
