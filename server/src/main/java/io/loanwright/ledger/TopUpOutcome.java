package io.loanwright.ledger;

import java.time.LocalDate;
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

  /** The value date is after the business date. */
  record DateInFuture(LocalDate businessDate) implements TopUpOutcome {}

  /** The value date is before the business date, and the caller may not back-date. */
  record BackdateNotPermitted(LocalDate businessDate) implements TopUpOutcome {}

  /** It is more than one person takes at once. */
  record CashLimitExceeded(AboveCashLimit why) implements TopUpOutcome {}

  /**
   * The account that the money comes in on does not exist, is out of use or in another currency.
   */
  record AccountUnusable(String code) implements TopUpOutcome {}
}
