package io.loanwright.borrower.store;

import io.loanwright.audit.proof.Difference;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares the count of borrowers that is kept with the borrowers. */
@Repository
public class BorrowerCheck {

  private static final String COUNT = "SELECT count(*) FROM borrower.borrower";

  private static final String OTHER =
      """
      SELECT branch_id, officer_id, sum(kept) AS says, sum(counted) AS follows
        FROM (SELECT branch_id, officer_id, borrowers AS kept, 0 AS counted
                FROM borrower.count_change
               UNION ALL
              SELECT branch_id, officer_id, 0, 1
                FROM borrower.borrower) each
       GROUP BY branch_id, officer_id
      HAVING sum(kept) <> sum(counted)
       ORDER BY branch_id, officer_id
       LIMIT 1000
      """;

  private final JdbcClient jdbc;

  BorrowerCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns how many borrowers there are. */
  public long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  /** Returns the counts by branch and officer that are others, the first thousand of them. */
  public List<Difference> other() {
    return jdbc.sql(OTHER)
        .query((row, _) ->
            new Difference(
                "borrowers of branch %s, officer %s"
                    .formatted(row.getString("branch_id"), row.getString("officer_id")),
                row.getString("says"),
                row.getString("follows")))
        .list();
  }
}
