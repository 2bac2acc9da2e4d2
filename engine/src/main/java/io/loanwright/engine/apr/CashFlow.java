package io.loanwright.engine.apr;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.Dates;
import java.time.LocalDate;

/**
 * Money that changes hands on a day.
 *
 * @param on the day
 * @param amount how much, positive
 */
public record CashFlow(LocalDate on, Money amount) {

  /**
   * Checks the day.
   *
   * @throws io.loanwright.engine.Refused {@link io.loanwright.engine.Rule#OUT_OF_RANGE} if the year
   *     is not between 1900 and 2999
   */
  public CashFlow {
    Dates.requireBelievable("on", on);
  }
}
