package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.time.LocalDate;

/** What came of putting money into a wallet of the lender, or of taking it out. */
public sealed interface LenderMove {

  /** The wallet is as it is given here. */
  record Moved(LenderWallet wallet) implements LenderMove {}

  /** There is no such wallet. */
  record Unknown() implements LenderMove {}

  /** It is closed. */
  record Closed(String name) implements LenderMove {}

  /** It holds another currency. */
  record OtherCurrency(String name, Currency currency) implements LenderMove {}

  /** Its account was taken out of use. */
  record AccountUnusable(String code) implements LenderMove {}

  /** There is too little in it. */
  record Overdrawn(String name, Money available, Money missing) implements LenderMove {}

  /**
   * There is enough in it now, but was not on a day since the money is to count as taken.
   *
   * @param enoughFrom the first day from which on there has been enough
   */
  record OverdrawnBefore(String name, LocalDate enoughFrom) implements LenderMove {}
}
