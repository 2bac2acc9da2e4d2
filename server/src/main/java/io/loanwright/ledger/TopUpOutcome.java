package io.loanwright.ledger;

import java.util.UUID;

/** What came of putting money into a wallet. */
public sealed interface TopUpOutcome {

  /**
   * The money is in.
   *
   * @param topUpId by which it can be taken back
   */
  record Kept(Wallet wallet, UUID topUpId) implements TopUpOutcome {}

  /** There is no such wallet in the caller's reach. */
  record Unknown() implements TopUpOutcome {}

  /** The borrower was erased: nothing comes into his wallet any more. */
  record OwnerErased() implements TopUpOutcome {}

  /** Money may not count from the day. */
  record WrongDate(ValueDates.Wrong why) implements TopUpOutcome {}

  /** It is more than one person takes at once. */
  record CashLimitExceeded(AboveCashLimit why) implements TopUpOutcome {}

  /**
   * The account that the money comes in on does not exist, is out of use or in another currency.
   */
  record AccountUnusable(String code) implements TopUpOutcome {}
}
