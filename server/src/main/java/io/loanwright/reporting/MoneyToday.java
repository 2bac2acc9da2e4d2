package io.loanwright.reporting;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.DayBalances;
import java.time.LocalDate;
import java.util.List;

/**
 * What the lender can pay with, and what comes in.
 *
 * @param asOf the business date
 * @param accounts cash, banks, operators and the lender's own wallets, by code
 * @param channels by which way payments of the day came, and those of earlier days
 */
public record MoneyToday(
    LocalDate asOf,
    Currency currency,
    List<Tile> tiles,
    List<DayBalances.Held> accounts,
    List<OfChannel> channels) {

  /** Keeps the rows from changing. */
  public MoneyToday {
    tiles = List.copyOf(tiles);
    accounts = List.copyOf(accounts);
    channels = List.copyOf(channels);
  }

  /** The payments that came in one way on the day, on the day before and seven days before. */
  public record OfChannel(
      String channel, long payments, Money now, Money yesterday, Money lastWeek) {}
}
