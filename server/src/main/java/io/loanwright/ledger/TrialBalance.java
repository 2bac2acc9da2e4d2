package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * The balances of all accounts in one currency at the end of a day; both sides add up to the same.
 *
 * @param on the last value date that counts
 * @param currency the currency
 * @param rows one row an account that was ever used, in the order of codes
 */
public record TrialBalance(LocalDate on, Currency currency, List<Row> rows) {

  /**
   * The balance of an account.
   *
   * @param net debits less credits
   */
  public record Row(String code, String name, AccountType type, Money net) {

    /** Returns the balance if it is on the debit side, or else zero. */
    public Money debit() {
      return net.max(Money.zero(net.currency()));
    }

    /** Returns the balance if it is on the credit side, or else zero. */
    public Money credit() {
      return net.negated().max(Money.zero(net.currency()));
    }
  }

  /** Returns the sum of the debit balances. */
  public Money totalDebit() {
    return rows.stream().map(Row::debit).reduce(Money.zero(currency), Money::plus);
  }

  /** Returns the sum of the credit balances. */
  public Money totalCredit() {
    return rows.stream().map(Row::credit).reduce(Money.zero(currency), Money::plus);
  }
}
