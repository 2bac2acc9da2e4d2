package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** What came of giving money back that was held for a borrower. */
public sealed interface WalletPayoutOutcome {

  /**
   * The money is out.
   *
   * @param wallet as it is now
   * @param id of the entry in the journal
   */
  record Kept(Wallet wallet, UUID id) implements WalletPayoutOutcome {}

  /** There is no such wallet of a borrower in the caller's reach. */
  record Unknown() implements WalletPayoutOutcome {}

  /** The caller is the borrower; nobody pays himself. */
  record OwnMoney() implements WalletPayoutOutcome {}

  /** The borrower is declared as a relative of the caller. */
  record MoneyOfRelative() implements WalletPayoutOutcome {}

  /** Money may not count from the day. */
  record WrongDate(ValueDates.Wrong why) implements WalletPayoutOutcome {}

  /** It is more than one person moves at once. */
  record CashLimitExceeded(AboveCashLimit why) implements WalletPayoutOutcome {}

  /** The account takes no money in the currency. */
  record AccountUnusable(String code) implements WalletPayoutOutcome {}

  /** The wallet holds less. */
  record Overdrawn(Money available) implements WalletPayoutOutcome {}

  /** The wallet holds enough now, but only since a day. */
  record OverdrawnBefore(LocalDate enoughFrom) implements WalletPayoutOutcome {}
}
