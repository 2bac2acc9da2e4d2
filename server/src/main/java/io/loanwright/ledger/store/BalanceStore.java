package io.loanwright.ledger.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.AccountType;
import io.loanwright.ledger.TrialBalance;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up the journal. */
@Repository
public class BalanceStore {

  private static final String BALANCES =
      """
      SELECT a.code, a.name, a.type, n.net_minor
        FROM (SELECT account_id,
                     sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END)::bigint
                       AS net_minor
                FROM ledger.journal_line
               WHERE business_date <= :on
                 AND currency = :currency
               GROUP BY account_id) n
        JOIN ledger.account a ON a.id = n.account_id
       ORDER BY a.code
      """;

  private final JdbcClient jdbc;

  BalanceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the balance of each account that has a line up to a day in a currency. */
  public List<TrialBalance.Row> of(LocalDate on, Currency currency) {
    return jdbc.sql(BALANCES)
        .param("on", on)
        .param("currency", currency.code())
        .query((row, _) ->
            new TrialBalance.Row(
                row.getString("code"),
                row.getString("name"),
                AccountType.valueOf(row.getString("type")),
                new Money(row.getLong("net_minor"), currency)))
        .list();
  }
}
