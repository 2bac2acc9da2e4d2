package io.loanwright.ledger.store;

import io.loanwright.audit.proof.Difference;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds closed months in which something else is booked than when they were closed. */
@Repository
public class PeriodCheck {

  private static final String CLOSED =
      "SELECT count(*) FROM ledger.period WHERE sealed_at IS NOT NULL";

  /** One pass over the journal, however many months are closed. */
  private static final String OTHER_SUMS =
      """
      WITH booked AS (
        SELECT p.seal, p.month, l.account_id, e.branch_id, l.currency,
               sum(l.amount_minor) FILTER (WHERE l.side = 'D') AS debit_minor,
               sum(l.amount_minor) FILTER (WHERE l.side = 'C') AS credit_minor
          FROM ledger.period p
          JOIN ledger.journal_entry e
            ON date_trunc('month', coalesce(e.booked_on, e.business_date)::timestamp)::date = p.month
          JOIN ledger.journal_line l ON l.entry_id = e.id
         WHERE p.sealed_at IS NOT NULL
         GROUP BY p.seal, p.month, l.account_id, e.branch_id, l.currency),
      sealed AS (
        SELECT p.seal, p.month, s.account_id, s.branch_id, s.currency, s.debit_minor, s.credit_minor
          FROM ledger.period p
          JOIN ledger.period_sum s ON s.seal = p.seal
         WHERE p.sealed_at IS NOT NULL)
      SELECT 'closed month ' || to_char(month, 'YYYY-MM') || ', account '
               || coalesce(a.code, account_id || ', which is gone') || ', branch '
               || branch_id || ' in ' || currency AS record,
             'debits ' || coalesce(b.debit_minor, 0) || ', credits ' || coalesce(b.credit_minor, 0)
               || ' in minor units' AS says,
             'debits ' || coalesce(s.debit_minor, 0) || ', credits ' || coalesce(s.credit_minor, 0)
               || ' when it was closed' AS follows
        FROM booked b
        FULL JOIN sealed s USING (seal, month, account_id, branch_id, currency)
        LEFT JOIN (SELECT id, code FROM ledger.account) a ON a.id = account_id
       WHERE (coalesce(b.debit_minor, 0), coalesce(b.credit_minor, 0))
               <> (coalesce(s.debit_minor, 0), coalesce(s.credit_minor, 0))
       ORDER BY month, a.code, account_id, branch_id, currency
       LIMIT 1000
      """;

  private final JdbcClient jdbc;

  PeriodCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns how many months are closed and added up. */
  public long closed() {
    return jdbc.sql(CLOSED).query(Long.class).single();
  }

  /** Returns the sums that are others now, the first thousand of them. */
  public List<Difference> otherSums() {
    return new Differences(jdbc).by(OTHER_SUMS);
  }
}
