package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.GivenUp;
import io.loanwright.engine.replay.LoanPosition;
import java.util.UUID;

/**
 * A repayment that was taken, or how it would be.
 *
 * @param loan the loan after it
 * @param eventId the event
 * @param amount what was paid
 * @param split how it was split
 * @param position the loan's position after it, on the business date
 */
public record Repaid(
    Loan loan, UUID eventId, Money amount, EventSplit split, LoanPosition position) {

  /** Returns what is left to pay after it: of what was given up, where the loan is written off. */
  public Money left() {
    GivenUp givenUp = position.givenUp();
    return givenUp == null ? position.payoff().total() : givenUp.missing();
  }
}
