package io.loanwright.ledger.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.IncomeReceived.Earned;
import io.loanwright.ledger.IncomeReceived.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was earned from loans, and what was received of it. */
@Repository
public class IncomeReceivedQuery {

  /** Out of the sums of days; what is receivable is a debit, what is earned a credit. */
  private static final String EARNED =
      """
      SELECT coalesce(sum(c.debit_minor - c.credit_minor)
                        FILTER (WHERE a.code = ANY (:receivable) AND c.business_date < :from), 0)::bigint
               AS opening_minor,
             coalesce(sum(c.debit_minor - c.credit_minor)
                        FILTER (WHERE a.code = ANY (:receivable)), 0)::bigint AS closing_minor,
             coalesce(sum(c.credit_minor - c.debit_minor)
                        FILTER (WHERE a.code = ANY (:income) AND c.business_date >= :from), 0)::bigint
               AS earned_minor
        FROM ledger.account a
        JOIN ledger.change_of_days(:from, :to) c ON c.account_id = a.id
       WHERE (a.code = ANY (:receivable) OR a.code = ANY (:income))
         AND c.currency = :currency
         AND (CAST(:branch AS uuid) IS NULL OR c.branch_id = :branch)
      """;

  /**
   * Loans credit what is paid to income, or to what is receivable where it was earned before; an
   * entry that takes a loan over, or gives something up, is no payment. Payments are most of what
   * there is, so they are what the sums of days have beyond all else, which is read line by line:
   * entries of others than loans by {@code journal_entry_of_others_idx}, those without a payment by
   * their lines on the accounts of such.
   */
  private static final String RECEIVED =
      """
      WITH looked_at AS (
        SELECT t.id
          FROM ledger.account t
         WHERE t.code = ANY (:receivable)
            OR t.code = ANY (:income)),
      unpaid AS (
        SELECT e.id
          FROM ledger.journal_entry e
         WHERE e.business_date BETWEEN :from AND :to
           AND e.source_type <> 'loan'
           AND (CAST(:branch AS uuid) IS NULL OR e.branch_id = :branch)
         UNION
        SELECT o.entry_id
          FROM ledger.journal_line o
          JOIN ledger.journal_entry e ON e.id = o.entry_id
         WHERE o.account_id = ANY (ARRAY(SELECT t.id
                                           FROM ledger.account t
                                          WHERE t.code = ANY (:unpaid)))
           AND o.business_date BETWEEN :from AND :to
           AND (CAST(:branch AS uuid) IS NULL OR e.branch_id = :branch))
      SELECT ((SELECT coalesce(sum(c.credit_minor - c.debit_minor), 0)
                 FROM ledger.account_change c
                WHERE c.account_id = ANY (ARRAY(SELECT id FROM looked_at))
                  AND c.currency = :currency
                  AND c.business_date BETWEEN :from AND :to
                  AND (CAST(:branch AS uuid) IS NULL OR c.branch_id = :branch))
              - (SELECT coalesce(sum(CASE l.side WHEN 'C' THEN l.amount_minor
                                                  ELSE -l.amount_minor END), 0)
                   FROM unpaid u
                   JOIN ledger.journal_line l ON l.entry_id = u.id
                  WHERE l.account_id = ANY (ARRAY(SELECT id FROM looked_at))
                    AND l.currency = :currency))::bigint
      """;

  private final JdbcClient jdbc;

  IncomeReceivedQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The accounts that a kind of income stands on.
   *
   * @param unpaid accounts of what is no payment: opening balances, what is given up
   */
  public record Accounts(List<String> income, List<String> receivable, List<String> unpaid) {

    /** Keeps its own copies. */
    public Accounts {
      income = List.copyOf(income);
      receivable = List.copyOf(receivable);
      unpaid = List.copyOf(unpaid);
    }
  }

  private record Sums(long opening, long closing, long earned) {}

  /** Returns the income of a kind. */
  public Row of(Earned kind, Accounts accounts, BooksSpan span, @Nullable UUID branch) {
    Sums sums =
        asked(EARNED, accounts, span, branch)
            .query((row, _) ->
                new Sums(
                    row.getLong("opening_minor"),
                    row.getLong("closing_minor"),
                    row.getLong("earned_minor")))
            .single();
    long received =
        asked(RECEIVED, accounts, span, branch)
            .param("unpaid", accounts.unpaid().toArray(String[]::new))
            .query(Long.class)
            .single();
    Currency currency = span.currency();
    return new Row(
        kind,
        accounts.income(),
        accounts.receivable(),
        new Money(sums.opening(), currency),
        new Money(sums.earned(), currency),
        new Money(received, currency),
        new Money(sums.closing(), currency));
  }

  private JdbcClient.StatementSpec asked(
      String sql, Accounts accounts, BooksSpan span, @Nullable UUID branch) {
    return jdbc.sql(sql)
        .param("income", accounts.income().toArray(String[]::new))
        .param("receivable", accounts.receivable().toArray(String[]::new))
        .param("currency", span.currency().code())
        .param("from", span.from())
        .param("to", span.to())
        .param("branch", branch);
  }
}
