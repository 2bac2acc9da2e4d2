package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;

/** What came of taking money back that was put into a wallet. */
public sealed interface TopUpReversalOutcome {

  /** The money is out of the wallet again. */
  record Reversed(Wallet wallet) implements TopUpReversalOutcome {}

  /** There is no such wallet in the caller's reach, or no such top-up of it. */
  record Unknown() implements TopUpReversalOutcome {}

  /** It was taken back before. */
  record AlreadyReversed(LocalDate on) implements TopUpReversalOutcome {}

  /** Somebody else took the money, or it is not of today, and the caller may not back-date. */
  record NotPermitted() implements TopUpReversalOutcome {}

  /** The value date is after the business date. */
  record DateInFuture(LocalDate businessDate) implements TopUpReversalOutcome {}

  /** The value date is before that of the top-up. */
  record DateBeforeTopUp(LocalDate toppedUpOn) implements TopUpReversalOutcome {}

  /** Some of the money is spent. */
  record Spent(Money available, Money missing) implements TopUpReversalOutcome {}

  /**
   * The money is there now, but on days between the wallet held less; it can go from a later one.
   */
  record SpentBefore(Money amount, LocalDate thereFrom) implements TopUpReversalOutcome {}
}
