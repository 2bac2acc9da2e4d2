package io.loanwright.loan.store;

import io.loanwright.audit.proof.Difference;
import io.loanwright.loan.LoanRequest;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds write-offs, top-ups and other terms that are not what one person asked for and another one
 * confirmed.
 */
@Repository
public class LoanRequestCheck {

  private static final String COUNT = "SELECT count(*) FROM loan.request";

  /**
   * Each that was confirmed became an event of its day, by whoever confirmed it, who is not the one
   * who had asked. What a top-up pays out, and out of what, was asked for, and so were other terms,
   * which count from their own day, whenever they are recorded; what a write-off gives up is known
   * when it is confirmed. What one person did alone has the id of its event, as it was given to all
   * that was there when two came to be needed, and to nothing since.
   */
  private static final String NOT_AS_ASKED =
      """
      SELECT r.kind, l.number,
             concat_ws(', ', r.value_date, r.decided_by,
                       CASE WHEN r.kind = 'TOP_UP' THEN r.amount_minor END, r.wallet_id,
                       r.change) AS says,
             concat_ws(', ', e.kind, e.value_date, e.recorded_by,
                       CASE WHEN r.kind = 'TOP_UP' THEN e.amount_minor END,
                       e.payload ->> 'walletId',
                       CASE WHEN r.kind = 'CHANGE' THEN e.payload - 'reason' END) AS follows
        FROM loan.request r
        JOIN loan.loan l ON l.id = r.loan_id
        LEFT JOIN loan.event e ON e.loan_id = r.loan_id AND e.id = r.event_id
       WHERE r.status IN ('CONFIRMED', 'ALONE')
         AND (e.kind = r.kind
              AND r.value_date = CASE WHEN r.kind = 'CHANGE'
                                        THEN CAST(e.payload ->> 'from' AS date)
                                      ELSE e.value_date
                                 END
              AND e.recorded_by = r.decided_by
              AND (r.status = 'CONFIRMED') = (r.decided_by <> r.asked_by)
              AND (r.status = 'ALONE') = (r.id = r.event_id)
              AND (r.kind <> 'TOP_UP'
                   OR (e.amount_minor = r.amount_minor
                       AND e.payload ->> 'walletId'
                           IS NOT DISTINCT FROM CAST(r.wallet_id AS text)))
              AND (r.kind <> 'CHANGE' OR e.payload - 'reason' = r.change)) IS NOT TRUE
       ORDER BY r.id
       LIMIT 1000
      """;

  /**
   * Served by {@code event_write_off_idx}, {@code event_top_up_idx} and {@code event_change_idx}.
   */
  private static final String NOT_ASKED =
      """
      SELECT e.kind, l.number, concat_ws(', ', e.value_date, e.recorded_by) AS says
        FROM loan.event e
        JOIN loan.loan l ON l.id = e.loan_id
       WHERE (e.kind = 'WRITE_OFF' OR e.kind = 'TOP_UP' OR e.kind = 'CHANGE')
         AND NOT EXISTS (SELECT 1
                           FROM loan.request r
                          WHERE r.loan_id = e.loan_id
                            AND r.event_id = e.id)
       ORDER BY e.loan_id, e.sequence
       LIMIT 1000
      """;

  private final JdbcClient jdbc;

  LoanRequestCheck(JdbcClient jdbc) {
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
                record(row.getString("kind"), row.getString("number")),
                row.getString("says"),
                row.getString("follows")))
        .list();
  }

  /** Returns events that nobody asked for and confirmed, the first thousand of them. */
  public List<Difference> notAsked() {
    return jdbc.sql(NOT_ASKED)
        .query((row, _) ->
            new Difference(
                record(row.getString("kind"), row.getString("number")),
                row.getString("says"),
                "nobody has asked for it"))
        .list();
  }

  private static String record(String kind, String number) {
    return switch (LoanRequest.Kind.valueOf(kind)) {
      case WRITE_OFF -> "write-off of loan " + number;
      case TOP_UP -> "top-up of loan " + number;
      case CHANGE -> "other terms of loan " + number;
    };
  }
}
