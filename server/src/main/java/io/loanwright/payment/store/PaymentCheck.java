package io.loanwright.payment.store;

import io.loanwright.audit.proof.Difference;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds payments that are not what their loans made of them. */
@Repository
public class PaymentCheck {

  private static final String COUNT = "SELECT count(*) FROM payment.payment";

  /** All are joined before the first are taken: there is no index to find a few of them by. */
  private static final String NOT_AS_SPLIT =
      """
      WITH other AS MATERIALIZED (
        SELECT p.id, p.receipt_number, p.status || ' ' || p.amount_minor AS says,
               coalesce(a.principal_minor + a.interest_minor + a.fees_minor + a.penalties_minor
                          + a.excess_minor, 0) AS split
          FROM payment.payment p
          LEFT JOIN loan.allocation a ON a.loan_id = p.loan_id AND a.event_id = p.id
         WHERE (a.principal_minor + a.interest_minor + a.fees_minor + a.penalties_minor
                  + a.excess_minor
                = CASE p.status WHEN 'POSTED' THEN p.amount_minor ELSE 0 END) IS NOT TRUE)
      SELECT receipt_number, says, split
        FROM other
       ORDER BY id
       LIMIT 1000
      """;

  private final JdbcClient jdbc;

  PaymentCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns how many payments there are. */
  public long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  /** Returns the payments whose split adds up to something else, the first thousand of them. */
  public List<Difference> notAsSplit() {
    return jdbc.sql(NOT_AS_SPLIT)
        .query((row, _) ->
            new Difference(
                "payment " + row.getString("receipt_number"),
                row.getString("says") + " in minor units",
                row.getLong("split") + " by the split of its loan"))
        .list();
  }
}
