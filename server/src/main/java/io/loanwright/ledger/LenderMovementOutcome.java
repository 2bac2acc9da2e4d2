package io.loanwright.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What came of moving money of the lender's wallets, or of taking such a movement back. */
public sealed interface LenderMovementOutcome {

  /**
   * The money has moved.
   *
   * @param id by which it can be taken back; that of its entry in the journal
   * @param wallets those that it moved, as they are now
   */
  record Kept(UUID id, List<LenderWallet> wallets) implements LenderMovementOutcome {

    /** Keeps its own copy of the wallets. */
    public Kept {
      wallets = List.copyOf(wallets);
    }
  }

  /** There is no such wallet, or no such movement, in the caller's reach. */
  record Unknown(String what) implements LenderMovementOutcome {}

  /** A wallet cannot be moved so. */
  record Refused(LenderMove why) implements LenderMovementOutcome {}

  /** A transfer needs two wallets. */
  record SameWallet() implements LenderMovementOutcome {}

  /** The caller moves his own till only, and money from outside comes to others. */
  record NotKeeper(String wallet) implements LenderMovementOutcome {}

  /** The value date is after the business date. */
  record DateInFuture(LocalDate businessDate) implements LenderMovementOutcome {}

  /** Money may not count from the day. */
  record WrongDate(ValueDates.Wrong why) implements LenderMovementOutcome {}

  /** The account that the money comes from or goes to is out of use, or in another currency. */
  record AccountUnusable(String code) implements LenderMovementOutcome {}

  /** It was taken back before. */
  record AlreadyReversed(LocalDate on) implements LenderMovementOutcome {}

  /** Somebody else recorded it, or it is not of today, and the caller may not back-date. */
  record ReversalNotPermitted() implements LenderMovementOutcome {}

  /** The value date is before that of the movement. */
  record DateBeforeMovement(LocalDate on) implements LenderMovementOutcome {}
}
