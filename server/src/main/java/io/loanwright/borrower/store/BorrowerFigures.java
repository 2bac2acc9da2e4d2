package io.loanwright.borrower.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the count of borrowers short; the stores beside it write it. */
@Repository
public class BorrowerFigures {

  /**
   * One statement, so a reader sees the rows from before or those from after. Rows that another
   * transaction adds meanwhile wait for the next time. Groups without borrowers leave no row.
   */
  private static final String PUT_TOGETHER =
      """
      WITH gone AS (
        DELETE FROM borrower.count_change
         WHERE id IN (SELECT unnest(array_agg(id))
                        FROM borrower.count_change
                       GROUP BY branch_id, officer_id
                      HAVING count(*) > 1)
        RETURNING *)
      INSERT INTO borrower.count_change (branch_id, officer_id, borrowers)
      SELECT branch_id, officer_id, sum(borrowers)
        FROM gone
       GROUP BY branch_id, officer_id
      HAVING sum(borrowers) <> 0
      """;

  private final JdbcClient jdbc;

  BorrowerFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts rows of the same branch and officer together. */
  public void putTogether() {
    jdbc.sql(PUT_TOGETHER).update();
  }
}
