package io.loanwright.reporting;

import io.loanwright.engine.money.Money;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the active loans of an officer stood when a day was closed; amounts are principal.
 *
 * @param officerId null for loans that have no officer
 * @param late of loans past due at all
 * @param late30 of loans more than 30 days past due
 * @param outstandingBefore seven days before
 * @param late30Before seven days before
 */
public record OfficerStanding(
    @Nullable UUID officerId,
    long loans,
    Money outstanding,
    Money late,
    Money late30,
    Money outstandingBefore,
    Money late30Before) {

  /** Returns what is at risk, in percent. */
  public BigDecimal percent() {
    return AtRisk.percent(late30, outstanding);
  }

  /** Returns what was at risk seven days before, in percent; null if nothing was lent then. */
  public @Nullable BigDecimal percentBefore() {
    return outstandingBefore.isZero() ? null : AtRisk.percent(late30Before, outstandingBefore);
  }
}
