package io.loanwright.engine.replay;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.AllocationStep.Part;

/** Makes money of minor units, in the currency of one loan. Most amounts of a loan are nothing. */
final class Mint {

  private final Currency currency;
  private final Money none;
  private final Split nothing;

  Mint(Currency currency) {
    this.currency = currency;
    this.none = Money.zero(currency);
    this.nothing = new Split(none, none, none, none);
  }

  Money money(long minor) {
    return minor == 0 ? none : new Money(minor, currency);
  }

  Split split(Tally parts) {
    return parts.isZero()
        ? nothing
        : new Split(
            money(parts.of(Part.PRINCIPAL)),
            money(parts.of(Part.INTEREST)),
            money(parts.of(Part.FEE)),
            money(parts.of(Part.PENALTY)));
  }
}
