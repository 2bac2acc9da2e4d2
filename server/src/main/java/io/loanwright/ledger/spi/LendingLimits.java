package io.loanwright.ledger.spi;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.util.Optional;

/** Whoever knows how much is lent. */
public interface LendingLimits {

  /**
   * Returns the most that any offered product lends in a currency, or nothing if there is no such
   * product, or one without a limit.
   */
  Optional<Money> mostLent(Currency currency);
}
