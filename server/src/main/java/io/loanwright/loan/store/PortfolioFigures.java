package io.loanwright.loan.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the figures of the portfolio short; {@link LoanStore} writes them. */
@Repository
public class PortfolioFigures {

  /**
   * One statement, so a reader sees the rows from before or those from after. Rows that another
   * transaction adds meanwhile wait for the next time.
   */
  private static final String PUT_TOGETHER =
      """
      WITH gone AS (
        DELETE FROM loan.portfolio_change c
         USING (SELECT branch_id, officer_id, currency, status
                  FROM loan.portfolio_change
                 GROUP BY branch_id, officer_id, currency, status
                HAVING count(*) > 1) several
         WHERE c.branch_id = several.branch_id
           AND c.officer_id IS NOT DISTINCT FROM several.officer_id
           AND c.currency = several.currency
           AND c.status = several.status
        RETURNING c.*)
      INSERT INTO loan.portfolio_change
             (branch_id, officer_id, currency, status, loans, disbursed_minor, outstanding_minor)
      SELECT branch_id, officer_id, currency, status, sum(loans), sum(disbursed_minor),
             sum(outstanding_minor)
        FROM gone
       GROUP BY branch_id, officer_id, currency, status
      """;

  private final JdbcClient jdbc;

  PortfolioFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts rows of the same branch, officer, currency and status together. */
  public void putTogether() {
    jdbc.sql(PUT_TOGETHER).update();
  }
}
