package io.loanwright.loan.store;

import io.loanwright.audit.proof.Difference;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds write-offs that are not what one person asked for and another one confirmed. */
@Repository
public class WriteOffCheck {

  private static final String COUNT = "SELECT count(*) FROM loan.write_off";

  /** Each that was confirmed became an event of its day, by whoever confirmed it. */
  private static final String NOT_AS_ASKED =
      """
      SELECT l.number, concat_ws(', ', w.value_date, w.decided_by) AS says,
             concat_ws(', ', e.kind, e.value_date, e.recorded_by) AS follows
        FROM loan.write_off w
        JOIN loan.loan l ON l.id = w.loan_id
        LEFT JOIN loan.event e ON e.loan_id = w.loan_id AND e.id = w.event_id
       WHERE w.status IN ('CONFIRMED', 'ALONE')
         AND (e.kind = 'WRITE_OFF'
              AND e.value_date = w.value_date
              AND e.recorded_by = w.decided_by) IS NOT TRUE
       ORDER BY w.id
       LIMIT 1000
      """;

  /** Served by {@code event_write_off_idx}. */
  private static final String NOT_ASKED =
      """
      SELECT l.number, concat_ws(', ', e.value_date, e.recorded_by) AS says
        FROM loan.event e
        JOIN loan.loan l ON l.id = e.loan_id
       WHERE e.kind = 'WRITE_OFF'
         AND NOT EXISTS (SELECT 1
                           FROM loan.write_off w
                          WHERE w.loan_id = e.loan_id
                            AND w.event_id = e.id)
       ORDER BY e.loan_id, e.sequence
       LIMIT 1000
      """;

  private final JdbcClient jdbc;

  WriteOffCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns how many were asked for. */
  public long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  /** Returns those that are confirmed and became something else, the first thousand of them. */
  public List<Difference> notAsAsked() {
    return jdbc.sql(NOT_AS_ASKED)
        .query((row, _) ->
            new Difference(
                "write-off of loan " + row.getString("number"),
                row.getString("says"),
                row.getString("follows")))
        .list();
  }

  /** Returns events that nobody asked for and confirmed, the first thousand of them. */
  public List<Difference> notAsked() {
    return jdbc.sql(NOT_ASKED)
        .query((row, _) ->
            new Difference(
                "write-off of loan " + row.getString("number"),
                row.getString("says"),
                "nobody has asked for it"))
        .list();
  }
}
