package io.loanwright.payment.store;

import io.loanwright.audit.proof.CopiedRow;
import io.loanwright.audit.proof.CopiedRows;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Moment;
import io.loanwright.audit.proof.Run;
import io.loanwright.loan.RepaidInLoans;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds payments that are not what their loans made of them, and receipts that are not theirs. */
@Repository
public class PaymentCheck {

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

  /** No key says that they belong together. */
  private static final String NOT_AS_RECEIPTED =
      """
      SELECT coalesce(p.receipt_number, r.number) AS receipt, r.number AS says,
             p.receipt_number AS follows
        FROM payment.payment p
        FULL JOIN payment.receipt r ON r.payment_id = p.id
       WHERE r.number IS DISTINCT FROM p.receipt_number
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

  private static final String PAYMENTS =
      "paid_on, currency, branch_id, officer_id, channel, amount_minor, status, loan_id, id";

  private static final int PAYMENT_COLUMNS = 9;
  private static final int AMOUNT = 5;
  private static final int STATUS = 6;
  private static final int LOAN = 7;
  private static final int ID = 8;
  private static final byte[] POSTED = "POSTED".getBytes(StandardCharsets.US_ASCII);

  private static final String ADDED_UP =
      """
      SELECT paid_on, currency, branch_id, officer_id, channel, payments,
             CASE WHEN amount_minor = trunc(amount_minor) AND abs(amount_minor) < 9e18
                  THEN amount_minor::bigint
             END
        FROM payment.day_figure
      """;

  private static final int COLUMNS = 7;

  /** Of the sums of a day: how many payments, and how much. */
  private static final int NUMBER = 5;

  private static final int MINOR = 6;
  private static final UUID NOBODY = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Moment moment;

  PaymentCheck(JdbcClient jdbc, Moment moment) {
    this.jdbc = jdbc;
    this.moment = moment;
  }

  /**
   * All payments as a whole.
   *
   * @param count how many there are, also of those that do not count
   * @param sums what stands for the sums of days of those that count
   * @param repaid what stands for the amounts of those that count, by loan and event
   */
  public record Whole(long count, Fingerprint sums, Fingerprint repaid) {}

  /** Reads all payments once. */
  public Whole read(Run run) {
    Fingerprint sums = run.fingerprint();
    Fingerprint repaid = run.fingerprint();
    Words words = new Words(sums);
    CopiedRow row = new CopiedRow(PAYMENT_COLUMNS);
    long count = 0;
    try (CopiedRows rows = moment.table("payment.payment", PAYMENTS)) {
      for (byte[] each = rows.next(); each != null; each = rows.next()) {
        count++;
        row.on(each);
        if (row.isText(STATUS, POSTED)) {
          long amount = row.int8(AMOUNT);
          begin(sums, row, words, NUMBER).add(1);
          begin(sums, row, words, MINOR).add(amount);
          RepaidInLoans.add(
              repaid, row.high(LOAN), row.low(LOAN), row.high(ID), row.low(ID), amount);
        }
      }
    }
    return new Whole(count, sums, repaid);
  }

  /** Tells whether all sums of days are those of the payments that count. */
  public boolean isAddedUp(Run run, Whole payments) {
    Fingerprint kept = run.fingerprint();
    Words words = new Words(kept);
    CopiedRow row = new CopiedRow(COLUMNS);
    try (CopiedRows rows = moment.rows(ADDED_UP)) {
      for (byte[] each = rows.next(); each != null; each = rows.next()) {
        row.on(each);
        addTo(begin(kept, row, words, NUMBER), row, NUMBER);
        addTo(begin(kept, row, words, MINOR), row, MINOR);
      }
    }
    return payments.sums().isSame(kept);
  }

  /** Begins a sum of a day; the first columns of both tables say which. */
  private static Fingerprint begin(Fingerprint all, CopiedRow row, Words words, int what) {
    // A word begins a record of its own, so it has to be known first.
    long currency = words.of(row, 1);
    long channel = words.of(row, 4);
    all.begin().put(what).put(row.day(0)).put(currency).put(channel);
    return all.put(orNobody(row, 2)).put(orNobody(row, 3));
  }

  /** What is no whole number of minor units, or too great for one, is a sum of no payments. */
  private static void addTo(Fingerprint all, CopiedRow row, int column) {
    if (row.isNull(column)) {
      all.add();
    } else {
      all.add(row.int8(column));
    }
  }

  /** What stands for the few texts that come again and again. */
  private static final class Words {

    private final Fingerprint all;
    private final Map<String, Long> known = new HashMap<>();

    private Words(Fingerprint all) {
      this.all = all;
    }

    private long of(CopiedRow row, int column) {
      return known.computeIfAbsent(String.valueOf(row.text(column)), all::word);
    }
  }

  private static UUID orNobody(CopiedRow row, int column) {
    UUID id = row.uuid(column);
    return id == null ? NOBODY : id;
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
   * Returns receipts of no payment, payments without a receipt, and receipts with the number of
   * another payment. The first thousand of them.
   */
  public List<Difference> notAsReceipted() {
    return jdbc.sql(NOT_AS_RECEIPTED)
        .query((row, _) ->
            new Difference(
                "receipt " + row.getString("receipt"),
                numbered(row.getString("says"), "no receipt"),
                numbered(row.getString("follows"), "no payment")))
        .list();
  }

  private static String numbered(@Nullable String number, String none) {
    return number == null ? none : "number " + number;
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
