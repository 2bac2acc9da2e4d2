package io.loanwright.loan.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the figures of the portfolio short; {@link LoanStore} writes them. */
@Repository
public class PortfolioFigures {

  /**
   * One statement, so a reader sees the rows from before or those from after. Rows that another
   * transaction adds meanwhile wait for the next time. Groups without loans leave no row.
   */
  private static final String PUT_TOGETHER =
      """
      WITH gone AS (
        DELETE FROM loan.portfolio_change
         WHERE id IN (SELECT unnest(array_agg(id))
                        FROM loan.portfolio_change
                       GROUP BY branch_id, officer_id, currency, status
                      HAVING count(*) > 1)
        RETURNING *)
      INSERT INTO loan.portfolio_change
             (branch_id, officer_id, currency, status, loans, disbursed_minor, outstanding_minor)
      SELECT branch_id, officer_id, currency, status, sum(loans), sum(disbursed_minor),
             sum(outstanding_minor)
        FROM gone
       GROUP BY branch_id, officer_id, currency, status
      HAVING (sum(loans), sum(disbursed_minor), sum(outstanding_minor)) <> (0, 0, 0)
      """;

  private static final String PUT_AGES_TOGETHER =
      """
      WITH gone AS (
        DELETE FROM loan.ageing_change
         WHERE id IN (SELECT unnest(array_agg(id))
                        FROM loan.ageing_change
                       GROUP BY branch_id, officer_id, currency, unpaid_since
                      HAVING count(*) > 1)
        RETURNING *)
      INSERT INTO loan.ageing_change
             (branch_id, officer_id, currency, unpaid_since, loans, outstanding_minor)
      SELECT branch_id, officer_id, currency, unpaid_since, sum(loans), sum(outstanding_minor)
        FROM gone
       GROUP BY branch_id, officer_id, currency, unpaid_since
      HAVING (sum(loans), sum(outstanding_minor)) <> (0, 0)
      """;

  /** Costs what has changed since, however much falls due. */
  private static final String ADD_DUES_UP =
      """
      WITH gone AS (
        DELETE FROM loan.due_change
        RETURNING *)
      INSERT INTO loan.due_sum AS s
             (due_on, currency, branch_id, officer_id, due_minor, unpaid_minor, unpaid)
      SELECT due_on, currency, branch_id, officer_id, sum(due_minor), sum(unpaid_minor), sum(unpaid)
        FROM gone
       GROUP BY due_on, currency, branch_id, officer_id
      HAVING (sum(due_minor), sum(unpaid_minor), sum(unpaid)) <> (0, 0, 0)
       ORDER BY due_on, currency, branch_id, officer_id
          ON CONFLICT (due_on, currency, branch_id, officer_id) DO UPDATE
         SET due_minor = s.due_minor + excluded.due_minor,
             unpaid_minor = s.unpaid_minor + excluded.unpaid_minor,
             unpaid = s.unpaid + excluded.unpaid
      """;

  private final JdbcClient jdbc;

  PortfolioFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts rows of the same group of loans together. */
  public void putTogether() {
    jdbc.sql(PUT_TOGETHER).update();
    jdbc.sql(PUT_AGES_TOGETHER).update();
    jdbc.sql(ADD_DUES_UP).update();
  }
}
