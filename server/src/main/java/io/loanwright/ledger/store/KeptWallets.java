package io.loanwright.ledger.store;

import io.loanwright.ledger.spi.WalletLoans;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of a borrower's wallets, as the borrower may have it. */
@Repository
public class KeptWallets {

  /** Entries of his loans have a line on the wallet's account where a payment left an excess. */
  private static final String ALL =
      """
      WITH line AS (
        SELECT l.entry_id, l.line, l.account_id, l.currency, l.business_date, l.side, l.amount_minor
          FROM ledger.wallet w
          JOIN ledger.journal_entry e ON e.source_id = w.id
          JOIN ledger.journal_line l ON l.entry_id = e.id
         WHERE w.kind = 'BORROWER' AND w.owner_id = :owner
         UNION
        SELECT l.entry_id, l.line, l.account_id, l.currency, l.business_date, l.side, l.amount_minor
          FROM ledger.journal_line l
         WHERE l.loan_id = ANY (:loans))
      SELECT coalesce(jsonb_agg(
               jsonb_build_object(
                 'id', w.id, 'currency', w.currency, 'balance_minor', w.balance_minor,
                 'movements', (SELECT coalesce(jsonb_agg(
                                        jsonb_build_object(
                                          'entry_id', m.entry_id,
                                          'business_date', m.business_date,
                                          'amount_minor',
                                          CASE m.side WHEN 'C' THEN m.amount_minor ELSE -m.amount_minor END)
                                        ORDER BY m.business_date, m.entry_id, m.line), '[]')
                                 FROM line m
                                WHERE m.account_id = w.account_id AND m.currency = w.currency))
               ORDER BY w.id), '[]')::text
        FROM ledger.wallet w
       WHERE w.kind = 'BORROWER' AND w.owner_id = :owner
      """;

  private final JdbcClient jdbc;
  private final WalletLoans loans;

  KeptWallets(JdbcClient jdbc, WalletLoans loans) {
    this.jdbc = jdbc;
    this.loans = loans;
  }

  /** Returns a borrower's wallets with what came into them and went out (negative), as JSON. */
  public String of(UUID borrowerId) {
    return jdbc.sql(ALL)
        .param("owner", borrowerId)
        .param("loans", loans.of(borrowerId).toArray(UUID[]::new))
        .query(String.class)
        .single();
  }
}
