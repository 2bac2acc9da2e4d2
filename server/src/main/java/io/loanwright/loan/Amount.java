package io.loanwright.loan;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.web.Amounts;

/** Reads an amount of a command, once the loan and so the currency is known. */
final class Amount {

  private Amount() {}

  /**
   * Reads an amount that must be more than zero.
   *
   * @param field the name of the field, for a refusal
   */
  static Outcome<Money> positive(String field, String text, Currency currency) {
    return of(field, Amounts.positive(text, currency));
  }

  /**
   * Reads an amount that may be nothing.
   *
   * @param field the name of the field, for a refusal
   */
  static Outcome<Money> notNegative(String field, String text, Currency currency) {
    return of(field, Amounts.notNegative(text, currency));
  }

  private static Outcome<Money> of(String field, Amounts.Reading reading) {
    return switch (reading) {
      case Amounts.Reading.Read(Money amount) -> new Outcome.Done<>(amount);
      case Amounts.Reading.Wrong(String message) ->
          new Outcome.Refused<>(new Refusal.Invalid(field, message));
    };
  }
}
