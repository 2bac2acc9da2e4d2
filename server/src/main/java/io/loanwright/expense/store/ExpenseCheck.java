package io.loanwright.expense.store;

import io.loanwright.audit.proof.Difference;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds expenses that say something else than the journal. */
@Repository
public class ExpenseCheck {

  private static final String COUNT = "SELECT count(*) FROM expense.expense";

  /**
   * What was paid is in the journal with its day, amount, accounts, branch, number and vendor; what
   * was taken back is there a second time, the other way round. Nothing else comes from expenses,
   * and nothing twice: what says the same is counted.
   */
  private static final String OTHER =
      """
      WITH kept AS (
        SELECT e.id AS source_id, e.entry_id || ' on ' || e.paid_on || ': debit ' || e.account_code
                 || ', credit ' || a.code || ', ' || e.amount_minor || ' ' || e.currency
                 || ' in branch ' || e.branch_id || ', EX-' || e.number AS words
          FROM expense.expense e
          JOIN ledger.lender_wallet_card a ON a.id = e.wallet_id
         WHERE e.paid_on IS NOT NULL
         UNION ALL
        SELECT e.id, 'back on ' || e.taken_back_on || ': debit ' || a.code
                 || ', credit ' || e.account_code || ', ' || e.amount_minor || ' ' || e.currency
                 || ' in branch ' || e.branch_id || ', EX-' || e.number
          FROM expense.expense e
          JOIN ledger.lender_wallet_card a ON a.id = e.wallet_id
         WHERE e.taken_back_on IS NOT NULL),
      posted AS (
        SELECT p.source_id,
               CASE WHEN p.corrects_number IS NULL THEN p.entry_id || ' on ' ELSE 'back on ' END
                 || p.business_date || ': debit '
                 || string_agg(p.account_code, ' ') FILTER (WHERE p.debit_minor IS NOT NULL)
                 || ', credit '
                 || string_agg(p.account_code, ' ') FILTER (WHERE p.credit_minor IS NOT NULL)
                 || ', ' || sum(p.debit_minor) || ' ' || min(p.currency)
                 || ' in branch ' || p.branch_id || ', '
                 || CASE WHEN starts_with(
                                p.description,
                                CASE WHEN p.corrects_number IS NULL THEN 'Expense EX-'
                                     ELSE 'Taken back: expense EX-' END || x.number || ', ')
                          AND right(p.description, length(x.vendor) + 2) = ', ' || x.vendor
                         THEN 'EX-' || x.number
                         ELSE '"' || p.description || '"' END AS words
          FROM ledger.expense_posting p
          LEFT JOIN expense.expense x ON x.id = p.source_id
         GROUP BY p.source_id, p.entry_id, p.corrects_number, p.business_date, p.branch_id,
                  p.description, x.number, x.vendor),
      counted AS (
        SELECT source_id, words, row_number() OVER (PARTITION BY source_id, words) AS nth
          FROM posted)
      SELECT 'expense ' || coalesce('EX-' || e.number, source_id::text) AS record,
             coalesce(k.words, 'nothing') AS says,
             coalesce(p.words, 'nothing') || ' by the journal' AS follows
        FROM (SELECT source_id, words, 1::bigint AS nth FROM kept) k
        FULL JOIN counted p USING (source_id, words, nth)
        LEFT JOIN expense.expense e ON e.id = source_id
       WHERE k.words IS NULL OR p.words IS NULL
       ORDER BY e.number NULLS FIRST
       LIMIT 1000
      """;

  private final JdbcClient jdbc;

  ExpenseCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns how many expenses there are. */
  public long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  /** Returns the expenses that differ from the journal, the first thousand of them. */
  public List<Difference> other() {
    return jdbc.sql(OTHER)
        .query((row, _) ->
            new Difference(
                row.getString("record"), row.getString("says"), row.getString("follows")))
        .list();
  }
}
