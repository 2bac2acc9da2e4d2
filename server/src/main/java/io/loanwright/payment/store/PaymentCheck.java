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

  private static final String NOT_WHOLLY_FOR =
      """
      SELECT receipt_number, amount_minor AS says,
             late_minor + due_minor + advance_minor + beyond_minor AS told
        FROM payment.payment
       WHERE late_minor + due_minor + advance_minor + beyond_minor NOT IN (0, amount_minor)
       ORDER BY id
       LIMIT 1000
      """;

  private static final String NOT_AS_ADDED_UP =
      """
      SELECT paid_on, currency, branch_id, officer_id, channel,
             concat_ws(', ', sum(payments) FILTER (WHERE is_kept),
                       sum(amount_minor) FILTER (WHERE is_kept),
                       sum(late_minor) FILTER (WHERE is_kept),
                       sum(due_minor) FILTER (WHERE is_kept),
                       sum(advance_minor) FILTER (WHERE is_kept),
                       sum(beyond_minor) FILTER (WHERE is_kept)) AS says,
             concat_ws(', ', -sum(payments) FILTER (WHERE NOT is_kept),
                       -sum(amount_minor) FILTER (WHERE NOT is_kept),
                       -sum(late_minor) FILTER (WHERE NOT is_kept),
                       -sum(due_minor) FILTER (WHERE NOT is_kept),
                       -sum(advance_minor) FILTER (WHERE NOT is_kept),
                       -sum(beyond_minor) FILTER (WHERE NOT is_kept)) AS follows
        FROM (SELECT true AS is_kept, paid_on, currency, branch_id, officer_id, channel, payments,
                     amount_minor, late_minor, due_minor, advance_minor, beyond_minor
                FROM payment.day_figure
               UNION ALL
              SELECT false, paid_on, currency, branch_id, officer_id, channel, -1, -amount_minor,
                     -late_minor, -due_minor, -advance_minor, -beyond_minor
                FROM payment.payment
               WHERE status = 'POSTED') each
       GROUP BY paid_on, currency, branch_id, officer_id, channel
      HAVING (sum(payments), sum(amount_minor), sum(late_minor), sum(due_minor),
              sum(advance_minor), sum(beyond_minor)) <> (0, 0, 0, 0, 0, 0)
       LIMIT 1000
      """;

  private static final String PAYMENTS =
      "paid_on, currency, branch_id, officer_id, channel, amount_minor, status, loan_id, id,"
          + " late_minor, due_minor, advance_minor, beyond_minor";

  private static final int PAYMENT_COLUMNS = 13;
  private static final int AMOUNT = 5;
  private static final int STATUS = 6;
  private static final int LOAN = 7;
  private static final int ID = 8;

  /** The first of the four columns that say what a payment was for. */
  private static final int PAID_FOR = 9;

  private static final byte[] POSTED = "POSTED".getBytes(StandardCharsets.US_ASCII);

  private static final String ADDED_UP =
      """
      SELECT paid_on, currency, branch_id, officer_id, channel, payments,
             CASE WHEN amount_minor = trunc(amount_minor) AND abs(amount_minor) < 9e18
                  THEN amount_minor::bigint
             END,
             CASE WHEN late_minor = trunc(late_minor) AND abs(late_minor) < 9e18
                  THEN late_minor::bigint
             END,
             CASE WHEN due_minor = trunc(due_minor) AND abs(due_minor) < 9e18
                  THEN due_minor::bigint
             END,
             CASE WHEN advance_minor = trunc(advance_minor) AND abs(advance_minor) < 9e18
                  THEN advance_minor::bigint
             END,
             CASE WHEN beyond_minor = trunc(beyond_minor) AND abs(beyond_minor) < 9e18
                  THEN beyond_minor::bigint
             END
        FROM payment.day_figure
      """;

  private static final int COLUMNS = 11;

  /** Of the sums of a day: how many payments, and how much. */
  private static final int NUMBER = 5;

  private static final int MINOR = 6;

  /** Of the sums of a day: the first of the four that say what payments were for. */
  private static final int SUMS_PAID_FOR = 7;

  private static final int PARTS = 4;
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
   * @param isWhollyFor whether what each was for adds up to its amount, or is not known
   * @param sums what stands for the sums of days of those that count
   * @param repaid what stands for the amounts of those that count, by loan and event
   */
  public record Whole(long count, boolean isWhollyFor, Fingerprint sums, Fingerprint repaid) {}

  /** Reads all payments once. */
  public Whole read(Run run) {
    Fingerprint sums = run.fingerprint();
    Fingerprint repaid = run.fingerprint();
    Words words = new Words(sums);
    CopiedRow row = new CopiedRow(PAYMENT_COLUMNS);
    long count = 0;
    boolean isWhollyFor = true;
    try (CopiedRows rows = moment.table("payment.payment", PAYMENTS)) {
      for (byte[] each = rows.next(); each != null; each = rows.next()) {
        count++;
        row.on(each);
        long amount = row.int8(AMOUNT);
        long told = 0;
        for (int i = 0; i < PARTS; i++) {
          told += row.int8(PAID_FOR + i);
        }
        isWhollyFor &= told == 0 || told == amount;
        if (row.isText(STATUS, POSTED)) {
          begin(sums, row, words, NUMBER).add(1);
          begin(sums, row, words, MINOR).add(amount);
          for (int i = 0; i < PARTS; i++) {
            long part = row.int8(PAID_FOR + i);
            if (part != 0) {
              begin(sums, row, words, SUMS_PAID_FOR + i).add(part);
            }
          }
          RepaidInLoans.add(
              repaid, row.high(LOAN), row.low(LOAN), row.high(ID), row.low(ID), amount);
        }
      }
    }
    return new Whole(count, isWhollyFor, sums, repaid);
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
        for (int i = SUMS_PAID_FOR; i < COLUMNS; i++) {
          addTo(begin(kept, row, words, i), row, i);
        }
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

  /** Returns the payments that were for more or less than their amount, the first thousand. */
  public List<Difference> notWhollyFor() {
    return jdbc.sql(NOT_WHOLLY_FOR)
        .query((row, _) ->
            new Difference(
                "payment " + row.getString("receipt_number"),
                row.getLong("says") + " in minor units",
                row.getLong("told") + " by what it was for"))
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
   * minor units, in all, late, due, in advance and beyond. The first thousand of them.
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
