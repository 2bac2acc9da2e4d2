package io.loanwright.ledger.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.CashFlow.Flow;
import io.loanwright.ledger.CashFlow.Held;
import io.loanwright.ledger.CashFlowKind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what accounts of money held, and why they changed. */
@Repository
public class CashFlowQuery {

  /** Ids of accounts of money at hand; part of statements, never input. */
  static final String MONEY =
      """
      ARRAY(SELECT t.id
              FROM ledger.account t
             WHERE t.code = ANY (:money)
                OR t.cash_flow = 'MONEY')\
      """;

  private static final String HELD =
      """
      SELECT a.code, a.name, n.opening_minor, n.in_minor, n.out_minor
        FROM (SELECT c.account_id,
                     coalesce(sum(c.debit_minor - c.credit_minor)
                                FILTER (WHERE c.business_date < :from), 0)::bigint AS opening_minor,
                     coalesce(sum(c.debit_minor) FILTER (WHERE c.business_date >= :from), 0)::bigint
                       AS in_minor,
                     coalesce(sum(c.credit_minor) FILTER (WHERE c.business_date >= :from), 0)::bigint
                       AS out_minor
                FROM ledger.change_of_days(:from, :to) c
               WHERE c.account_id = ANY (%s)
                 AND c.currency = :currency
                 AND (CAST(:branch AS uuid) IS NULL OR c.branch_id = :branch)
               GROUP BY c.account_id) n
        JOIN ledger.account a ON a.id = n.account_id
       ORDER BY a.code
      """
          .formatted(MONEY);

  /**
   * What takes a flow back lessens what it added to. The days are added up before it is asked which
   * accounts were moved together, or their rows would be looked for anew for each such set.
   */
  private static final String FLOWS =
      """
      WITH money AS MATERIALIZED (
        SELECT %s AS ids),
      moved AS MATERIALIZED (
        SELECT s.account_id, s.pattern_id, s.corrects, sum(s.debit_minor) AS debit_minor,
               sum(s.credit_minor) AS credit_minor
          FROM ledger.flow_sum s
         WHERE s.business_date BETWEEN :from AND :to
           AND s.currency = :currency
           AND (CAST(:branch AS uuid) IS NULL OR s.branch_id = :branch)
         GROUP BY s.account_id, s.pattern_id, s.corrects)
      SELECT a.code, a.name, a.cash_flow,
             sum(CASE WHEN c.corrects THEN -c.debit_minor ELSE c.credit_minor END)::bigint
               AS received_minor,
             sum(CASE WHEN c.corrects THEN -c.credit_minor ELSE c.debit_minor END)::bigint
               AS paid_minor
        FROM (SELECT m.account_id, p.accounts, m.corrects, m.debit_minor, m.credit_minor
                FROM moved m
                JOIN ledger.flow_pattern p ON p.id = m.pattern_id
               UNION ALL
              SELECT w.account_id, w.accounts, w.corrects, w.debit_minor, w.credit_minor
                FROM ledger.waiting_flow w
               WHERE w.business_date BETWEEN :from AND :to
                 AND w.currency = :currency
                 AND (CAST(:branch AS uuid) IS NULL OR w.branch_id = :branch)) c
        JOIN money ON c.accounts && money.ids AND c.account_id <> ALL (money.ids)
        JOIN ledger.account a ON a.id = c.account_id
       GROUP BY a.id
       ORDER BY a.code
      """
          .formatted(MONEY);

  private final JdbcClient jdbc;

  CashFlowQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns what each account of money held before some days and what came and went in them; an
   * account without a line up to the last day is left out.
   *
   * @param money accounts of money besides those that the chart calls so
   * @param branch the branch whose entries count; null for all
   */
  public List<Held> held(Set<String> money, BooksSpan span, @Nullable UUID branch) {
    Currency currency = span.currency();
    return asked(HELD, money, span, branch)
        .query((row, _) ->
            new Held(
                row.getString("code"),
                row.getString("name"),
                new Money(row.getLong("opening_minor"), currency),
                new Money(row.getLong("in_minor"), currency),
                new Money(row.getLong("out_minor"), currency)))
        .list();
  }

  /** Returns the other sides of the entries that moved money in some days, by account. */
  public List<Flow> flows(Set<String> money, BooksSpan span, @Nullable UUID branch) {
    Currency currency = span.currency();
    return asked(FLOWS, money, span, branch)
        .query((row, _) ->
            new Flow(
                row.getString("code"),
                row.getString("name"),
                CashFlowKind.valueOf(row.getString("cash_flow")),
                new Money(row.getLong("received_minor"), currency),
                new Money(row.getLong("paid_minor"), currency)))
        .list();
  }

  private JdbcClient.StatementSpec asked(
      String sql, Set<String> money, BooksSpan span, @Nullable UUID branch) {
    return jdbc.sql(sql)
        .param("money", money.toArray(String[]::new))
        .param("currency", span.currency().code())
        .param("from", span.from())
        .param("to", span.to())
        .param("branch", branch);
  }
}
