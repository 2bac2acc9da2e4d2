package io.loanwright.ledger.store;

import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Wallet;
import io.loanwright.ledger.spi.WalletLoans;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the journal what a wallet held day by day. */
@Repository
public class WalletDays {

  /**
   * A day whose balance is too little is followed by the day of the next movement; the last such
   * day is asked for. Where there is none, the wallet has held enough since its first movement.
   */
  private static final String ENOUGH_FROM =
      """
      WITH moved AS (
        SELECT l.business_date AS day, l.account_id, l.currency, l.side, l.amount_minor
          FROM ledger.journal_entry e
          JOIN ledger.journal_line l ON l.entry_id = e.id
         WHERE e.source_id = :wallet
         UNION ALL
        SELECT l.business_date, l.account_id, l.currency, l.side, l.amount_minor
          FROM ledger.journal_line l
         WHERE l.loan_id = ANY (:loans)),
      held AS (
        SELECT m.day, lead(m.day) OVER (ORDER BY m.day) AS next_day,
               sum(sum(CASE m.side WHEN 'C' THEN m.amount_minor ELSE -m.amount_minor END))
                 OVER (ORDER BY m.day) AS minor
          FROM moved m
          JOIN ledger.wallet w ON w.account_id = m.account_id AND w.currency = m.currency
         WHERE w.id = :wallet
         GROUP BY m.day)
      SELECT coalesce(max(next_day) FILTER (WHERE minor < :amount), min(day)) AS enough_from
        FROM held
      HAVING count(*) > 0
      """;

  private final JdbcClient jdbc;
  private final WalletLoans loans;

  WalletDays(JdbcClient jdbc, WalletLoans loans) {
    this.jdbc = jdbc;
    this.loans = loans;
  }

  /**
   * Returns the first day from which on a wallet has held an amount that it holds now; nothing if
   * nothing ever moved it.
   */
  public Optional<LocalDate> enoughFrom(Wallet wallet, Money amount) {
    return jdbc.sql(ENOUGH_FROM)
        .param("wallet", wallet.id())
        .param("loans", loans.of(wallet.ownerId()).toArray(UUID[]::new))
        .param("amount", amount.minor())
        .query((row, _) -> row.getObject("enough_from", LocalDate.class))
        .optional();
  }
}
