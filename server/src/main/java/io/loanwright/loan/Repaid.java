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
 * @param before the loan's position without it, on the business date
 * @param position the loan's position after it, on the same day
 */
public record Repaid(
    Loan loan,
    UUID eventId,
    Money amount,
    EventSplit split,
    LoanPosition before,
    LoanPosition position) {

  /** Returns what is left to pay after it: of what was given up, where the loan is written off. */
  public Money left() {
    return left(position);
  }

  /** Returns what is left to pay in a position, as {@link #left()}. */
  public static Money left(LoanPosition position) {
    GivenUp givenUp = position.givenUp();
    return givenUp == null ? position.payoff().total() : givenUp.missing();
  }
}
