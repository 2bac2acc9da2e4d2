package io.loanwright.payment.store;

import io.loanwright.audit.proof.CopiedRow;
import io.loanwright.audit.proof.CopiedRows;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Moment;
import io.loanwright.audit.proof.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  private static final String NOT_AS_ADDED_UP =
      """
      SELECT paid_on, currency, branch_id, officer_id, channel,
             concat_ws(', ', sum(kept), sum(kept_minor)) AS says,
             concat_ws(', ', sum(payments), sum(amount_minor)) AS follows
        FROM (SELECT paid_on, currency, branch_id, officer_id, channel, payments AS kept,
                     amount_minor AS kept_minor, 0 AS payments, 0 AS amount_minor
                FROM payment.day_figure
               UNION ALL
              SELECT paid_on, currency, branch_id, officer_id, channel, 0, 0, 1, amount_minor
                FROM payment.payment
               WHERE status = 'POSTED') each
       GROUP BY paid_on, currency, branch_id, officer_id, channel
      HAVING (sum(kept), sum(kept_minor)) <> (sum(payments), sum(amount_minor))
       LIMIT 1000
      """;

  private static final String COUNTED =
      """
      SELECT paid_on, currency, branch_id, officer_id, channel, 1::bigint, amount_minor
        FROM payment.payment
       WHERE status = 'POSTED'
      """;

  private static final String ADDED_UP =
      """
      SELECT paid_on, currency, branch_id, officer_id, channel, payments,
             CASE WHEN amount_minor = trunc(amount_minor) AND abs(amount_minor) < 9e18
                  THEN amount_minor::bigint
             END
        FROM payment.day_figure
      """;

  private static final int COLUMNS = 7;
  private static final UUID NOBODY = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Moment moment;

  PaymentCheck(JdbcClient jdbc, Moment moment) {
    this.jdbc = jdbc;
    this.moment = moment;
  }

  /** Tells whether all sums of days are those of the payments that count. */
  public boolean isAddedUp(Run run) {
    return sums(run, COUNTED).isSame(sums(run, ADDED_UP));
  }

  private Fingerprint sums(Run run, String select) {
    Fingerprint all = run.fingerprint();
    Map<String, Long> words = new HashMap<>();
    CopiedRow row = new CopiedRow(COLUMNS);
    try (CopiedRows rows = moment.rows(select)) {
      for (byte[] each = rows.next(); each != null; each = rows.next()) {
        row.on(each);
        long currency = words.computeIfAbsent(String.valueOf(row.text(1)), all::word);
        long channel = words.computeIfAbsent(String.valueOf(row.text(4)), all::word);
        for (int what = 5; what < COLUMNS; what++) {
          all.begin().put(what).put(row.day(0)).put(currency).put(channel);
          all.put(orNobody(row, 2)).put(orNobody(row, 3));
          addTo(all, row, what);
        }
      }
    }
    return all;
  }

  /** What is no whole number of minor units, or too great for one, is a sum of no payments. */
  private static void addTo(Fingerprint all, CopiedRow row, int column) {
    if (row.isNull(column)) {
      all.add();
    } else {
      all.add(row.int8(column));
    }
  }

  private static UUID orNobody(CopiedRow row, int column) {
    UUID id = row.uuid(column);
    return id == null ? NOBODY : id;
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

  /**
   * Returns sums of days that are not those of the payments that count: how many, and how much in
   * minor units. The first thousand of them.
   */
  public List<Difference> notAsAddedUp() {
    return jdbc.sql(NOT_AS_ADDED_UP)
        .query((row, _) ->
            new Difference(
                "payments of %s by %s, branch %s, officer %s, %s"
                    .formatted(
                        row.getString("paid_on"),
                        row.getString("channel"),
                        row.getString("branch_id"),
                        row.getString("officer_id"),
                        row.getString("currency")),
                row.getString("says"),
                row.getString("follows")))
        .list();
  }
}
