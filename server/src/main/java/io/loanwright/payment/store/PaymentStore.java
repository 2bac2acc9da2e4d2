package io.loanwright.payment.store;

import io.loanwright.access.Reach;
import io.loanwright.copy.CopiedRows;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.Channel;
import io.loanwright.loan.Parties;
import io.loanwright.payment.PaidFor;
import io.loanwright.payment.Payment;
import io.loanwright.payment.PaymentLine;
import io.loanwright.payment.ReceiptFacts;
import io.loanwright.payment.WalletSpending;
import io.loanwright.together.Columns;
import io.loanwright.together.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code payment.payment}. */
@Repository
public class PaymentStore {

  private static final String FIND =
      """
      SELECT %s
        FROM %s
       WHERE p.id = :id
         AND %s
      """;

  private static final String NEWEST_FROM_WALLET =
      """
      SELECT receipt_number, back
        FROM (SELECT p.id, p.receipt_number, p.amount_minor,
                     sum(p.amount_minor) OVER (ORDER BY p.id DESC) AS back
                FROM payment.payment p
               WHERE p.borrower_id = :ownerId
                 AND p.currency = :currency
                 AND p.channel = 'WALLET'
                 AND p.status = 'POSTED'
                 AND %s) drawn
       WHERE back - amount_minor < :missing
       ORDER BY id DESC
       LIMIT 50
      """;

  private static final String INSERT =
      """
      WITH new AS (
        SELECT *
          FROM unnest(:ids::uuid[], :loanIds::uuid[], :loanNumbers::text[], :borrowerIds::uuid[],
                      :branchIds::uuid[], :officerIds::uuid[], :receiptNumbers::text[],
                      :receiptSequences::integer[], :amounts::bigint[], :currencies::text[],
                      :on::date[], :channels::text[], :references::text[],
                      :targetInstallments::integer[], :by::uuid[], :byNames::text[],
                      :at::timestamptz[], :today::date[], :facts::text[], :late::bigint[],
                      :due::bigint[], :advance::bigint[], :beyond::bigint[])
                 AS n (id, loan_id, loan_number, borrower_id, branch_id, officer_id,
                       receipt_number, receipt_sequence, amount_minor, currency, paid_on, channel,
                       reference, target_installment, recorded_by, recorded_by_name, recorded_at,
                       recorded_on, facts, late_minor, due_minor, advance_minor, beyond_minor)),
      paid AS (
        INSERT INTO payment.payment
               (id, loan_id, loan_number, borrower_id, branch_id, officer_id, receipt_number,
                receipt_sequence, amount_minor, currency, paid_on, channel, reference,
                target_installment, status, recorded_by, recorded_by_name, recorded_at,
                recorded_on, late_minor, due_minor, advance_minor, beyond_minor)
        SELECT n.id, n.loan_id, n.loan_number, n.borrower_id, n.branch_id, n.officer_id,
               n.receipt_number, n.receipt_sequence, n.amount_minor, n.currency, n.paid_on,
               n.channel, n.reference, n.target_installment, 'POSTED', n.recorded_by,
               n.recorded_by_name, n.recorded_at, n.recorded_on, n.late_minor, n.due_minor,
               n.advance_minor, n.beyond_minor
          FROM new n
        RETURNING paid_on, currency, branch_id, officer_id, channel, amount_minor, late_minor,
                  due_minor, advance_minor, beyond_minor),
      of_day AS (
        INSERT INTO payment.day_change
               (paid_on, currency, branch_id, officer_id, channel, payments, amount_minor,
                late_minor, due_minor, advance_minor, beyond_minor)
        SELECT paid_on, currency, branch_id, officer_id, channel, count(*), sum(amount_minor),
               sum(late_minor), sum(due_minor), sum(advance_minor), sum(beyond_minor)
          FROM paid
         GROUP BY paid_on, currency, branch_id, officer_id, channel)
      INSERT INTO payment.receipt (number, payment_id, facts)
      SELECT n.receipt_number, n.id, n.facts::jsonb
        FROM new n
      """;

  private static final String COPY_PAYMENTS =
      """
      COPY payment.payment
           (id, loan_id, loan_number, borrower_id, branch_id, officer_id, receipt_number,
            receipt_sequence, amount_minor, currency, paid_on, channel, reference,
            target_installment, status, recorded_by, recorded_by_name, recorded_at, recorded_on,
            late_minor, due_minor, advance_minor, beyond_minor)
      FROM STDIN
      """;

  private static final String COPY_RECEIPTS =
      "COPY payment.receipt (number, payment_id, facts) FROM STDIN";

  private static final String COPY_DAYS =
      """
      COPY payment.day_change
           (paid_on, currency, branch_id, officer_id, channel, payments, amount_minor, late_minor,
            due_minor, advance_minor, beyond_minor)
      FROM STDIN
      """;

  private static final String REVERSE =
      """
      WITH back AS (
        UPDATE payment.payment
           SET status = 'REVERSED',
               reversed_by = :by,
               reversed_by_name = :byName,
               reversed_at = :at,
               reversed_on = :on,
               reversal_reason = :reason
         WHERE id = :id
           AND status = 'POSTED'
        RETURNING *)
      INSERT INTO payment.day_change
             (paid_on, currency, branch_id, officer_id, channel, payments, amount_minor,
              late_minor, due_minor, advance_minor, beyond_minor)
      SELECT paid_on, currency, branch_id, officer_id, channel, -1, -amount_minor, -late_minor,
             -due_minor, -advance_minor, -beyond_minor
        FROM back
      """;

  private static final String REASSIGN =
      """
      WITH before AS (
        SELECT paid_on, currency, branch_id, officer_id, channel, amount_minor, status, late_minor,
               due_minor, advance_minor, beyond_minor
          FROM payment.payment
         WHERE loan_id = ANY (:loanIds)),
      after AS (
        UPDATE payment.payment
           SET branch_id = :branchId,
               officer_id = :officerId
         WHERE loan_id = ANY (:loanIds)
        RETURNING paid_on, currency, branch_id, officer_id, channel, amount_minor, status,
                  late_minor, due_minor, advance_minor, beyond_minor)
      INSERT INTO payment.day_change
             (paid_on, currency, branch_id, officer_id, channel, payments, amount_minor,
              late_minor, due_minor, advance_minor, beyond_minor)
      SELECT paid_on, currency, branch_id, officer_id, channel, sum(sign), sum(sign * amount_minor),
             sum(sign * late_minor), sum(sign * due_minor), sum(sign * advance_minor),
             sum(sign * beyond_minor)
        FROM (SELECT -1 AS sign, b.* FROM before b
               UNION ALL
              SELECT 1, a.* FROM after a) each
       WHERE status = 'POSTED'
       GROUP BY paid_on, currency, branch_id, officer_id, channel
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations copies;
  private final Consumer<List<Taken>> writer = this::insertAll;

  PaymentStore(JdbcClient jdbc, JdbcOperations copies) {
    this.jdbc = jdbc;
    this.copies = copies;
  }

  /** Returns a payment within a reach. */
  public Optional<PaymentLine> find(UUID id, Reach reach) {
    return jdbc.sql(
            FIND.formatted(
                PaymentRow.COLUMNS, PaymentRow.TABLES, reach.predicate("p", "borrower_id")))
        .param("id", id)
        .params(reach.params())
        .query(PaymentRow::map)
        .optional();
  }

  /**
   * Returns the receipt numbers of the newest payments out of a borrower's wallet that count,
   * within a reach: newest first, as many as add up to an amount, with what they add up to.
   */
  public WalletSpending newestFromWallet(UUID borrowerId, Money missing, Reach reach) {
    return jdbc.sql(NEWEST_FROM_WALLET.formatted(reach.predicate("p", "borrower_id")))
        .param("ownerId", borrowerId)
        .param("currency", missing.currency().code())
        .param("missing", missing.minor())
        .params(reach.params())
        .query((ResultSet rows) -> spending(rows, missing.currency()));
  }

  private static WalletSpending spending(ResultSet rows, Currency currency) throws SQLException {
    List<String> receipts = new ArrayList<>();
    long back = 0;
    while (rows.next()) {
      receipts.add(rows.getString("receipt_number"));
      back = rows.getLong("back");
    }
    return new WalletSpending(receipts, new Money(back, currency));
  }

  /**
   * Stores a payment with its receipt, which nobody has printed.
   *
   * @param today the business date
   */
  public void insert(Payment payment, PaidFor paidFor, ReceiptFacts facts, LocalDate today) {
    Rows.add(writer, new Taken(payment, paidFor, facts, today));
  }

  private record Taken(Payment payment, PaidFor paidFor, ReceiptFacts facts, LocalDate today) {

    Parties parties() {
      return payment.loan().parties();
    }
  }

  private void insertAll(List<Taken> taken) {
    Columns<Taken> rows = new Columns<>(taken);
    Columns<Payment.Tender> money =
        new Columns<>(taken.stream().map(row -> row.payment().money()).toList());
    jdbc.sql(INSERT)
        .param("ids", rows.ids(row -> row.payment().id()))
        .param("loanIds", rows.ids(row -> row.payment().loan().id()))
        .param("loanNumbers", rows.texts(row -> row.payment().loan().number()))
        .param("borrowerIds", rows.ids(row -> row.parties().borrowerId()))
        .param("branchIds", rows.ids(row -> row.parties().branchId()))
        .param("officerIds", rows.ids(row -> row.parties().officerId()))
        .param("receiptNumbers", rows.texts(row -> row.payment().receipt().text()))
        .param("receiptSequences", rows.longs(row -> row.payment().receipt().sequence()))
        .param("amounts", money.longs(tender -> tender.amount().minor()))
        .param("currencies", money.texts(tender -> tender.amount().currency().code()))
        .param("on", money.texts(Payment.Tender::on))
        .param("channels", money.texts(Payment.Tender::channel))
        .param("references", money.texts(Payment.Tender::reference))
        .param("targetInstallments", money.longs(Payment.Tender::targetInstallment))
        .param("by", rows.ids(row -> row.payment().taken().by().id()))
        .param("byNames", rows.texts(row -> row.payment().taken().by().name()))
        .param("at", rows.moments(row -> row.payment().taken().at()))
        .param("today", rows.texts(Taken::today))
        .param("facts", rows.texts(row -> ReceiptStore.write(row.facts())))
        .param("late", rows.longs(row -> row.paidFor().late().minor()))
        .param("due", rows.longs(row -> row.paidFor().due().minor()))
        .param("advance", rows.longs(row -> row.paidFor().advance().minor()))
        .param("beyond", rows.longs(row -> row.paidFor().beyond().minor()))
        .update();
  }

  /**
   * Stores payments with their receipts, thousands at a time, each of which nobody has printed.
   *
   * @param paidFor what each payment was for
   * @param receipts what stands on the receipt of each payment
   * @param today the business date
   */
  public void insertAll(
      List<Payment> added, List<PaidFor> paidFor, List<ReceiptFacts> receipts, LocalDate today) {
    CopiedRows payments = new CopiedRows(COPY_PAYMENTS);
    CopiedRows papers = new CopiedRows(COPY_RECEIPTS);
    CopiedRows changes = new CopiedRows(COPY_DAYS);
    Map<OfDay, Sums> days = new LinkedHashMap<>();
    for (int i = 0; i < added.size(); i++) {
      Payment payment = added.get(i);
      PaidFor was = paidFor.get(i);
      Payment.PaidLoan loan = payment.loan();
      Payment.Tender money = payment.money();
      payments.add(
          payment.id(),
          loan.id(),
          loan.number(),
          loan.parties().borrowerId(),
          loan.parties().branchId(),
          loan.parties().officerId(),
          payment.receipt().text(),
          payment.receipt().sequence(),
          money.amount().minor(),
          money.amount().currency().code(),
          money.on(),
          money.channel(),
          money.reference(),
          money.targetInstallment(),
          "POSTED",
          payment.taken().by().id(),
          payment.taken().by().name(),
          payment.taken().at(),
          today,
          was.late().minor(),
          was.due().minor(),
          was.advance().minor(),
          was.beyond().minor());
      papers.add(payment.receipt().text(), payment.id(), ReceiptStore.write(receipts.get(i)));
      days.computeIfAbsent(OfDay.of(payment), _ -> new Sums()).add(money.amount(), was);
    }
    days.forEach((day, sums) ->
        changes.add(
            day.on(),
            day.currency(),
            day.branchId(),
            day.officerId(),
            day.channel(),
            sums.payments,
            sums.amount,
            sums.late,
            sums.due,
            sums.advance,
            sums.beyond));
    payments.write(copies);
    papers.write(copies);
    changes.write(copies);
  }

  /** What payments of a day add up to, in minor units. */
  private static final class Sums {

    private long payments;
    private long amount;
    private long late;
    private long due;
    private long advance;
    private long beyond;

    private void add(Money paid, PaidFor was) {
      payments++;
      amount = Math.addExact(amount, paid.minor());
      late = Math.addExact(late, was.late().minor());
      due = Math.addExact(due, was.due().minor());
      advance = Math.addExact(advance, was.advance().minor());
      beyond = Math.addExact(beyond, was.beyond().minor());
    }
  }

  /** What payments have in common that one figure counts. */
  private record OfDay(
      LocalDate on, String currency, UUID branchId, @Nullable UUID officerId, Channel channel) {

    static OfDay of(Payment payment) {
      return new OfDay(
          payment.money().on(),
          payment.money().amount().currency().code(),
          payment.loan().parties().branchId(),
          payment.loan().parties().officerId(),
          payment.money().channel());
    }
  }

  /** Hands the payments of loans to the branch and the officer that the loans have now. */
  public void reassign(List<UUID> loanIds, UUID branchId, @Nullable UUID officerId) {
    jdbc.sql(REASSIGN)
        .param("loanIds", loanIds.toArray(UUID[]::new))
        .param("branchId", branchId)
        .param("officerId", officerId, Types.OTHER)
        .update();
  }

  /**
   * Stores that a payment was taken back.
   *
   * @throws IllegalStateException if it was before, which the lock on the loan excludes
   */
  public void reverse(UUID id, Payment.Reversal reversal) {
    int written =
        jdbc.sql(REVERSE)
            .param("id", id)
            .param("by", reversal.by().id())
            .param("byName", reversal.by().name())
            .param("at", reversal.at().atOffset(ZoneOffset.UTC))
            .param("on", reversal.on())
            .param("reason", reversal.reason())
            .update();
    if (written != 1) {
      throw new IllegalStateException("Payment " + id + " is reversed");
    }
  }
}
