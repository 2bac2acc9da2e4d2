package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.List;

/** What came of drafting an entry by hand, or of deciding on one. */
public sealed interface ManualEntryOutcome {

  /** The entry is as it is given here. */
  record Kept(ManualEntry entry) implements ManualEntryOutcome {}

  /** There is no such entry in the caller's reach. */
  record Unknown() implements ManualEntryOutcome {}

  /** The branch does not exist, or is closed. */
  record BranchUnknown() implements ManualEntryOutcome {}

  /** The caller may not write into the books of the branch. */
  record BeyondReach() implements ManualEntryOutcome {}

  /** The value date is after the business date. */
  record DateInFuture(LocalDate businessDate) implements ManualEntryOutcome {}

  /** The value date is longer ago than entries go back. */
  record DateTooEarly(LocalDate earliest) implements ManualEntryOutcome {}

  /** The value date is in a closed month. */
  record PeriodClosed(LocalDate openFrom) implements ManualEntryOutcome {}

  /** The value date is before the business date, and the caller may not back-date. */
  record BackdateNotPermitted(LocalDate businessDate) implements ManualEntryOutcome {}

  /** Debits and credits differ. */
  record Unbalanced(Money debits, Money credits) implements ManualEntryOutcome {}

  /** Some lines are on accounts that take none; at least one. */
  record AccountsRefused(List<RefusedLine> lines) implements ManualEntryOutcome {}

  /** Somebody decided before. */
  record AlreadyDecided(ManualEntry entry) implements ManualEntryOutcome {}

  /** Whoever drafted it does not decide on it. */
  record MakerIsChecker() implements ManualEntryOutcome {}

  /** Only whoever drafted it takes it back. */
  record NotTheMaker(String maker) implements ManualEntryOutcome {}

  /**
   * A line whose account does not take it.
   *
   * @param index the place of the line, from 0
   */
  record RefusedLine(int index, String accountCode, Why why) {}

  /** Why an account takes no line. */
  enum Why {
    /** There is no such account. */
    UNKNOWN,
    /** It is a heading. */
    HEADING,
    /** It was taken out of use. */
    OUT_OF_USE,
    /** It takes another currency. */
    OTHER_CURRENCY,
    /** Its balance is what loans or wallets say. */
    CONTROL
  }
}
