package io.loanwright.payment.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the figures of days short; {@link PaymentStore} writes them. */
@Repository
public class DayFigures {

  /**
   * One statement, so a reader sees the rows from before or those from after. It costs what has
   * changed since, however many days there are.
   */
  private static final String ADD_UP =
      """
      WITH gone AS (
        DELETE FROM payment.day_change
        RETURNING *)
      INSERT INTO payment.day_sum AS s
             (paid_on, currency, branch_id, officer_id, channel, payments, amount_minor,
              late_minor, due_minor, advance_minor, beyond_minor)
      SELECT paid_on, currency, branch_id, officer_id, channel, sum(payments), sum(amount_minor),
             sum(late_minor), sum(due_minor), sum(advance_minor), sum(beyond_minor)
        FROM gone
       GROUP BY paid_on, currency, branch_id, officer_id, channel
      HAVING (sum(payments), sum(amount_minor), sum(late_minor), sum(due_minor),
              sum(advance_minor), sum(beyond_minor)) <> (0, 0, 0, 0, 0, 0)
       ORDER BY paid_on, currency, branch_id, officer_id, channel
          ON CONFLICT (paid_on, currency, branch_id, officer_id, channel) DO UPDATE
         SET payments = s.payments + excluded.payments,
             amount_minor = s.amount_minor + excluded.amount_minor,
             late_minor = s.late_minor + excluded.late_minor,
             due_minor = s.due_minor + excluded.due_minor,
             advance_minor = s.advance_minor + excluded.advance_minor,
             beyond_minor = s.beyond_minor + excluded.beyond_minor
      """;

  private final JdbcClient jdbc;

  DayFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds to the sums of days what has changed since. */
  public void addUp() {
    jdbc.sql(ADD_UP).update();
  }
}
