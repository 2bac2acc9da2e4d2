package io.loanwright.collection.store;

import io.loanwright.audit.proof.Difference;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds promises that are not what the payments make of them. */
@Repository
public class PromiseCheck {

  private static final String COUNT = "SELECT count(*) FROM collection.promise";

  /**
   * What the next close looks at again is left out, and so is what the last ones decided: a payment
   * that was on its way then is seen by the next. The same for a promise that was on its way while
   * the day was closed for which it is.
   */
  private static final String NOT_AS_PAID =
      """
      SELECT l.number, p.due_on, lower(p.state) AS says, p.paid_minor, paid.minor,
             CASE WHEN paid.minor >= p.amount_minor THEN 'kept'
                  WHEN p.due_on < :on THEN 'broken'
                  ELSE 'open' END AS follows
        FROM collection.promise p
        JOIN loan.loan_card l ON l.id = p.loan_id
       CROSS JOIN LATERAL (
             SELECT coalesce(sum(y.amount_minor), 0)::bigint AS minor
               FROM payment.payment_card y
              WHERE y.loan_id = p.loan_id
                AND y.status = 'POSTED'
                AND y.paid_on BETWEEN p.made_on AND p.due_on) paid
       WHERE NOT EXISTS (SELECT 1
                           FROM collection.promise_unseen u
                          WHERE u.loan_id = p.loan_id)
         AND (p.state = 'OPEN' AND p.due_on < :on - :back
              OR p.decided_on < :on - :back
                 AND (p.state = 'KEPT' AND paid.minor < p.amount_minor
                      OR p.state = 'BROKEN' AND paid.minor <> p.paid_minor
                      OR p.state = 'BROKEN' AND paid.minor >= p.amount_minor))
       ORDER BY p.id
       LIMIT 1000
      """;

  private final JdbcClient jdbc;

  PromiseCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns how many promises there are. */
  public long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  /**
   * Returns the promises that payments make something else of, the first thousand of them.
   *
   * @param on the business date
   */
  public List<Difference> notAsPaid(LocalDate on) {
    return jdbc.sql(NOT_AS_PAID)
        .param("on", on)
        .param("back", PromiseStore.DAYS_LOOKED_BACK)
        .query((row, _) ->
            new Difference(
                "loan " + row.getString("number") + ", promise for " + row.getString("due_on"),
                "%s with %d in minor units"
                    .formatted(row.getString("says"), row.getLong("paid_minor")),
                "%s with %d by its payments"
                    .formatted(row.getString("follows"), row.getLong("minor"))))
        .list();
  }
}
