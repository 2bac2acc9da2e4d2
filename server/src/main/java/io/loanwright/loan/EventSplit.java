package io.loanwright.loan;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.util.UUID;

/**
 * How the money of an event was split; a projection, which an event of an earlier date may change.
 *
 * @param eventId the event
 * @param split what went to the loan, or for a disbursement what was kept back
 * @param excess what was beyond what was owed, and went to the borrower's wallet
 */
public record EventSplit(UUID eventId, Split split, Money excess) {

  /** Returns the split of an event that moves nothing, as one that is reversed. */
  public static EventSplit zero(UUID eventId, Currency currency) {
    return new EventSplit(eventId, Split.zero(currency), Money.zero(currency));
  }
}
