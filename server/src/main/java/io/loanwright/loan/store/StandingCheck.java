package io.loanwright.loan.store;

import io.loanwright.audit.proof.Difference;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept beside the rows of loans and follows from them or from what was added only. */
@Repository
public class StandingCheck {

  private static final String MARKS =
      """
      WITH last AS (
        SELECT DISTINCT ON (loan_id) loan_id, defaulted
          FROM loan.default_mark
         ORDER BY loan_id, id DESC)
      SELECT l.number, l.defaulted, coalesce(last.defaulted, false) AS follows
        FROM loan.loan l
        LEFT JOIN last ON last.loan_id = l.id
       WHERE l.defaulted <> coalesce(last.defaulted, false)
       ORDER BY l.number
       LIMIT :most
      """;

  private static final String FIGURES =
      """
      SELECT branch_id, officer_id, currency, status,
             concat_ws(', ', sum(kept_loans), sum(kept_disbursed), sum(kept_outstanding)) AS says,
             concat_ws(', ', sum(loans), sum(disbursed), sum(outstanding)) AS follows
        FROM (SELECT branch_id, officer_id, currency, status, loans AS kept_loans,
                     disbursed_minor AS kept_disbursed, outstanding_minor AS kept_outstanding,
                     0 AS loans, 0 AS disbursed, 0 AS outstanding
                FROM loan.portfolio_change
               UNION ALL
              SELECT branch_id, officer_id, currency, status, 0, 0, 0,
                     1, coalesce(disbursed_minor, 0), principal_outstanding_minor
                FROM loan.loan) each
       GROUP BY branch_id, officer_id, currency, status
      HAVING (sum(kept_loans), sum(kept_disbursed), sum(kept_outstanding))
          <> (sum(loans), sum(disbursed), sum(outstanding))
       LIMIT :most
      """;

  private static final String AGES =
      """
      SELECT branch_id, officer_id, currency, unpaid_since,
             concat_ws(', ', sum(kept_loans), sum(kept_outstanding)) AS says,
             concat_ws(', ', sum(loans), sum(outstanding)) AS follows
        FROM (SELECT branch_id, officer_id, currency, unpaid_since, loans AS kept_loans,
                     outstanding_minor AS kept_outstanding, 0 AS loans, 0 AS outstanding
                FROM loan.ageing_change
               UNION ALL
              SELECT branch_id, officer_id, currency, oldest_unpaid_due_on, 0, 0,
                     1, principal_outstanding_minor
                FROM loan.loan
               WHERE status = 'ACTIVE') each
       GROUP BY branch_id, officer_id, currency, unpaid_since
      HAVING (sum(kept_loans), sum(kept_outstanding)) <> (sum(loans), sum(outstanding))
       LIMIT :most
      """;

  private static final String DUES =
      """
      SELECT due_on, currency, branch_id, officer_id,
             concat_ws(', ', sum(kept_due), sum(kept_unpaid), sum(kept_count)) AS says,
             concat_ws(', ', sum(due), sum(unpaid), sum(count)) AS follows
        FROM (SELECT due_on, currency, branch_id, officer_id, due_minor AS kept_due,
                     unpaid_minor AS kept_unpaid, unpaid AS kept_count, 0 AS due, 0 AS unpaid,
                     0 AS count
                FROM loan.due_figure
               UNION ALL
              SELECT i.due_on, l.currency, l.branch_id, l.officer_id, 0, 0, 0,
                     i.principal_minor + i.interest_minor + i.fees_minor + i.penalties_minor,
                     i.unpaid_minor, (i.unpaid_minor > 0)::int
                FROM loan.installment i
                JOIN loan.loan l ON l.id = i.loan_id
               WHERE l.status <> 'WRITTEN_OFF') each
       GROUP BY due_on, currency, branch_id, officer_id
      HAVING (sum(kept_due), sum(kept_unpaid), sum(kept_count))
             <> (sum(due), sum(unpaid), sum(count))
       LIMIT :most
      """;

  private static final String OWED =
      """
      SELECT coalesce(l.number, o.loan_id::text) AS loan, o.owed_minor AS says,
             l.principal_outstanding_minor + l.interest_outstanding_minor
               + l.fees_outstanding_minor + l.penalties_outstanding_minor AS follows
        FROM loan.loan l
        FULL JOIN loan.owed o ON o.loan_id = l.id
       WHERE o.owed_minor IS DISTINCT FROM
               l.principal_outstanding_minor + l.interest_outstanding_minor
                 + l.fees_outstanding_minor + l.penalties_outstanding_minor
       LIMIT :most
      """;

  /** So many are named; whoever sees one looks at all. */
  private static final int MOST = 1000;

  private final JdbcClient jdbc;

  StandingCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns loans whose mark of default is not the one that was made last. */
  public List<Difference> marks() {
    return jdbc.sql(MARKS)
        .param("most", MOST)
        .query((row, _) ->
            new Difference(
                "loan " + row.getString("number") + ", mark of default",
                row.getString("defaulted"),
                row.getString("follows")))
        .list();
  }

  /**
   * Returns figures of the portfolio, which the dashboard adds up, that are not those of the loans:
   * how many, lent and owed in minor units.
   */
  public List<Difference> figures() {
    return jdbc.sql(FIGURES)
        .param("most", MOST)
        .query((row, _) ->
            new Difference(
                "portfolio of branch %s, officer %s, %s, %s"
                    .formatted(
                        row.getString("branch_id"),
                        row.getString("officer_id"),
                        row.getString("currency"),
                        row.getString("status")),
                row.getString("says"),
                row.getString("follows")))
        .list();
  }

  /**
   * Returns figures of how old what is unpaid is that are not those of the active loans: how many,
   * and owed in minor units.
   */
  public List<Difference> ages() {
    return jdbc.sql(AGES)
        .param("most", MOST)
        .query((row, _) ->
            new Difference(
                "active loans of branch %s, officer %s, %s, unpaid since %s"
                    .formatted(
                        row.getString("branch_id"),
                        row.getString("officer_id"),
                        row.getString("currency"),
                        row.getString("unpaid_since")),
                row.getString("says"),
                row.getString("follows")))
        .list();
  }

  /** Returns what is kept of loans, for lists, as owed and is not, in minor units. */
  public List<Difference> owed() {
    return jdbc.sql(OWED)
        .param("most", MOST)
        .query((row, _) ->
            new Difference(
                "loan " + row.getString("loan") + ", owed in lists",
                String.valueOf(row.getString("says")),
                String.valueOf(row.getString("follows"))))
        .list();
  }

  /**
   * Returns sums of what falls due that are not those of the installments: all, and what of it is
   * not paid, in minor units.
   */
  public List<Difference> dues() {
    return jdbc.sql(DUES)
        .param("most", MOST)
        .query((row, _) ->
            new Difference(
                "due on %s, branch %s, officer %s, %s"
                    .formatted(
                        row.getString("due_on"),
                        row.getString("branch_id"),
                        row.getString("officer_id"),
                        row.getString("currency")),
                row.getString("says"),
                row.getString("follows")))
        .list();
  }
}
