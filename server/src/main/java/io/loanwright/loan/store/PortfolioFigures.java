package io.loanwright.loan.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the figures of the portfolio short; {@link LoanStore} writes them. */
@Repository
public class PortfolioFigures {

  /**
   * One statement, so a reader sees the rows from before or those from after. Rows that another
   * transaction adds meanwhile wait for the next time. Days that no loan is behind since any more
   * leave no row.
   */
  private static final String PUT_TOGETHER =
      """
      WITH gone AS (
        DELETE FROM loan.portfolio_change
         WHERE id IN (SELECT unnest(array_agg(id))
                        FROM loan.portfolio_change
                       GROUP BY branch_id, officer_id, currency, status, unpaid_since
                      HAVING count(*) > 1)
        RETURNING *)
      INSERT INTO loan.portfolio_change
             (branch_id, officer_id, currency, status, unpaid_since, loans, disbursed_minor,
              outstanding_minor)
      SELECT branch_id, officer_id, currency, status, unpaid_since, sum(loans),
             sum(disbursed_minor), sum(outstanding_minor)
        FROM gone
       GROUP BY branch_id, officer_id, currency, status, unpaid_since
      HAVING (sum(loans), sum(disbursed_minor), sum(outstanding_minor)) <> (0, 0, 0)
      """;

  private final JdbcClient jdbc;

  PortfolioFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts rows of the same branch, officer, currency, status and oldest unpaid day together. */
  public void putTogether() {
    jdbc.sql(PUT_TOGETHER).update();
  }
}
