package io.loanwright.loan.store;

import io.loanwright.engine.money.Split;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.ScheduleRow;
import io.loanwright.loan.store.LoanBatch.KeptRows;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the rows of many loans in few statements, with all figures that follow from them. */
@Repository
public class LoanBatches {

  /** As if each had been approved first, with nothing paid out. */
  private static final String APPROVED =
      """
      INSERT INTO loan.portfolio_change
             (branch_id, officer_id, currency, status, loans, disbursed_minor, outstanding_minor)
      SELECT branch_id, officer_id, currency, 'APPROVED', count(*), 0, 0
        FROM loan.loan
       WHERE id = ANY (:ids)
       GROUP BY branch_id, officer_id, currency
      """;

  private static final String FIGURES_OF_NEW =
      """
      WITH before AS (
        SELECT id, branch_id, officer_id, currency, 'APPROVED' AS status,
               CAST(NULL AS date) AS oldest_unpaid_due_on, CAST(NULL AS date) AS worked_out_on,
               CAST(NULL AS bigint) AS disbursed_minor,
               CAST(0 AS bigint) AS principal_outstanding_minor,
               principal_outstanding_minor + interest_outstanding_minor + fees_outstanding_minor
                 + penalties_outstanding_minor AS owed_minor
          FROM loan.loan
         WHERE id = ANY (:ids)),
      after AS (
        SELECT $COLUMNS
          FROM loan.loan
         WHERE id = ANY (:ids))\
      """
              .replace("$COLUMNS", FigureChanges.COLUMNS)
          + FigureChanges.FOLLOW;

  /** The rows are locked. */
  private static final String SAVE =
      """
      WITH n AS (
        SELECT *
          FROM unnest(:ids::uuid[], :versions::bigint[], :saves::bigint[], :statuses::text[],
                      :closedReasons::text[], :closedOn::date[], :owedPrincipal::bigint[],
                      :owedInterest::bigint[], :owedFees::bigint[], :owedPenalties::bigint[],
                      :paidPrincipal::bigint[], :paidInterest::bigint[], :paidFees::bigint[],
                      :paidPenalties::bigint[], :unpaidOn::date[], :unpaid::bigint[],
                      :lastDueOn::date[], :workedOutOn::date[], :events::bigint[],
                      :nextChangeOn::date[], :defaulted::boolean[])
                 AS n (loan, was, saves, now, reason, ended, owed_principal, owed_interest,
                       owed_fees, owed_penalties, paid_principal, paid_interest, paid_fees,
                       paid_penalties, unpaid_on, unpaid, last_due, worked_out, events,
                       next_change, mark)),
      before AS (
        SELECT $COLUMNS
          FROM loan.loan
         WHERE id = ANY (:ids)),
      after AS (
        UPDATE loan.loan
           SET status = n.now,
               closed_reason = n.reason,
               closed_on = n.ended,
               written_off_on = CASE WHEN n.now = 'WRITTEN_OFF' THEN written_off_on END,
               principal_outstanding_minor = n.owed_principal,
               interest_outstanding_minor = n.owed_interest,
               fees_outstanding_minor = n.owed_fees,
               penalties_outstanding_minor = n.owed_penalties,
               principal_paid_minor = n.paid_principal,
               interest_paid_minor = n.paid_interest,
               fees_paid_minor = n.paid_fees,
               penalties_paid_minor = n.paid_penalties,
               oldest_unpaid_due_on = n.unpaid_on,
               oldest_unpaid_minor = n.unpaid,
               last_due_on = n.last_due,
               worked_out_on = n.worked_out,
               event_count = n.events,
               next_change_on = n.next_change,
               defaulted = n.mark,
               version = version + n.saves
          FROM n
         WHERE id = n.loan
           AND version = n.was
        RETURNING $COLUMNS)\
      """
              .replace("$COLUMNS", FigureChanges.COLUMNS)
          + FigureChanges.FOLLOW;

  private static final String CHANGED =
      """
      SELECT count(*)
        FROM loan.loan l
        JOIN unnest(:ids::uuid[], :versions::bigint[]) AS n (id, version) USING (id, version)
      """;

  /** As {@link ProjectionStore} keeps those of one loan. */
  private static final String KEEP =
      """
      WITH r AS (
        SELECT *
          FROM unnest(:loanIds::uuid[], :numbers::integer[], :dueOn::date[], :principal::bigint[],
                      :interest::bigint[], :fees::bigint[], :penalties::bigint[],
                      :paidPrincipal::bigint[], :paidInterest::bigint[], :paidFees::bigint[],
                      :paidPenalties::bigint[], :completedOn::date[], :accruesFrom::date[])
                 AS r (loan_id, number, due_on, principal, interest, fees, penalties,
                       paid_principal, paid_interest, paid_fees, paid_penalties, completed_on,
                       accrues_from)),
      gone AS (
        DELETE FROM loan.installment i
         WHERE i.loan_id = ANY (:ids)
           AND NOT EXISTS (SELECT 1 FROM r WHERE r.loan_id = i.loan_id AND r.number = i.number)),
      $DUE
      INSERT INTO loan.installment
             (loan_id, number, due_on, principal_minor, interest_minor, fees_minor,
              penalties_minor, paid_principal_minor, paid_interest_minor, paid_fees_minor,
              paid_penalties_minor, completed_on, accrues_from)
      SELECT r.*
        FROM r
      EXCEPT ALL
      SELECT loan_id, number, due_on, principal_minor, interest_minor, fees_minor,
             penalties_minor, paid_principal_minor, paid_interest_minor, paid_fees_minor,
             paid_penalties_minor, completed_on, accrues_from
        FROM loan.installment
       WHERE loan_id = ANY (:ids)
          ON CONFLICT (loan_id, number) DO UPDATE
         SET due_on = excluded.due_on,
             principal_minor = excluded.principal_minor,
             interest_minor = excluded.interest_minor,
             fees_minor = excluded.fees_minor,
             penalties_minor = excluded.penalties_minor,
             paid_principal_minor = excluded.paid_principal_minor,
             paid_interest_minor = excluded.paid_interest_minor,
             paid_fees_minor = excluded.paid_fees_minor,
             paid_penalties_minor = excluded.paid_penalties_minor,
             completed_on = excluded.completed_on,
             accrues_from = excluded.accrues_from
      """
          .replace("$DUE", DueChanges.of("SELECT r.* FROM r", "= ANY (:ids)"));

  private static final String SPLIT =
      """
      INSERT INTO loan.event_split
             (loan_id, event_id, principal_minor, interest_minor, fees_minor, penalties_minor,
              excess_minor)
      SELECT *
        FROM unnest(:loanIds::uuid[], :eventIds::uuid[], :principal::bigint[],
                    :interest::bigint[], :fees::bigint[], :penalties::bigint[], :excess::bigint[])
          ON CONFLICT (loan_id, event_id) DO UPDATE
         SET principal_minor = excluded.principal_minor,
             interest_minor = excluded.interest_minor,
             fees_minor = excluded.fees_minor,
             penalties_minor = excluded.penalties_minor,
             excess_minor = excluded.excess_minor
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations copies;

  LoanBatches(JdbcClient jdbc, JdbcOperations copies) {
    this.jdbc = jdbc;
    this.copies = copies;
  }

  /**
   * Writes all rows of a batch, in the caller's transaction.
   *
   * @throws IllegalStateException if a loan changed since it was locked
   */
  public void write(LoanBatch batch) {
    batch.write(copies);
    if (!batch.added().isEmpty()) {
      UUID[] ids = batch.added().toArray(UUID[]::new);
      jdbc.sql(APPROVED).param("ids", ids).update();
      jdbc.sql(FIGURES_OF_NEW).param("ids", ids).update();
    }
    if (!batch.kept().isEmpty()) {
      UUID[] ids = values(batch.kept(), kept -> kept.loan().id(), UUID[]::new);
      save(ids, batch.kept());
      keep(ids, batch.kept());
      split(batch.kept());
    }
  }

  private void save(UUID[] ids, List<KeptRows> kept) {
    jdbc.sql(SAVE)
        .param("ids", ids)
        .param("versions", longs(kept, row -> row.loan().standing().version()))
        .param("saves", longs(kept, KeptRows::saves))
        .param("statuses", strings(kept, row -> row.loan().state().status().name()))
        .param("closedReasons", strings(kept, row -> LoanStore.closedReason(row.loan().state())))
        .param("closedOn", dates(kept, LoanBatches::closedOn))
        .param("owedPrincipal", longs(kept, row -> owed(row).principal().minor()))
        .param("owedInterest", longs(kept, row -> owed(row).interest().minor()))
        .param("owedFees", longs(kept, row -> owed(row).fees().minor()))
        .param("owedPenalties", longs(kept, row -> owed(row).penalties().minor()))
        .param("paidPrincipal", longs(kept, row -> paid(row).principal().minor()))
        .param("paidInterest", longs(kept, row -> paid(row).interest().minor()))
        .param("paidFees", longs(kept, row -> paid(row).fees().minor()))
        .param("paidPenalties", longs(kept, row -> paid(row).penalties().minor()))
        .param("unpaidOn", dates(kept, row -> row.loan().progress().oldestUnpaidOn()))
        .param("unpaid", longs(kept, row -> row.loan().progress().oldestUnpaid().minor()))
        .param("lastDueOn", dates(kept, row -> row.loan().progress().lastDueOn()))
        .param("workedOutOn", dates(kept, row -> row.loan().progress().asOf()))
        .param("events", longs(kept, row -> row.loan().progress().events()))
        .param("nextChangeOn", dates(kept, row -> row.loan().progress().nextChangeOn()))
        .param(
            "defaulted",
            kept.stream().map(row -> row.loan().standing().defaulted()).toArray(Boolean[]::new))
        .update();
    long changed =
        jdbc.sql(CHANGED)
            .param("ids", ids)
            .param("versions", longs(kept, row -> row.loan().standing().version() + row.saves()))
            .query(Long.class)
            .single();
    if (changed != kept.size()) {
      throw new IllegalStateException("A loan of a batch was changed without its lock");
    }
  }

  private static @Nullable LocalDate closedOn(KeptRows row) {
    return row.loan().state() instanceof LoanState.Closed closed ? closed.on() : null;
  }

  private static Split owed(KeptRows row) {
    return row.loan().progress().outstanding();
  }

  private static Split paid(KeptRows row) {
    return row.loan().progress().paid();
  }

  private record OfLoan<T>(UUID loanId, T row) {}

  private void keep(UUID[] ids, List<KeptRows> kept) {
    List<OfLoan<ScheduleRow>> rows =
        kept.stream()
            .flatMap(loan -> loan.rows().stream().map(row -> new OfLoan<>(loan.loan().id(), row)))
            .toList();
    jdbc.sql(KEEP)
        .param("ids", ids)
        .param("loanIds", values(rows, OfLoan::loanId, UUID[]::new))
        .param("numbers", longs(rows, row -> row.row().number()))
        .param("dueOn", dates(rows, row -> row.row().dueOn()))
        .param("principal", longs(rows, row -> row.row().due().principal().minor()))
        .param("interest", longs(rows, row -> row.row().due().interest().minor()))
        .param("fees", longs(rows, row -> row.row().due().fees().minor()))
        .param("penalties", longs(rows, row -> row.row().due().penalties().minor()))
        .param("paidPrincipal", longs(rows, row -> row.row().paid().principal().minor()))
        .param("paidInterest", longs(rows, row -> row.row().paid().interest().minor()))
        .param("paidFees", longs(rows, row -> row.row().paid().fees().minor()))
        .param("paidPenalties", longs(rows, row -> row.row().paid().penalties().minor()))
        .param("completedOn", dates(rows, row -> row.row().completedOn()))
        .param("accruesFrom", dates(rows, row -> row.row().accruesFrom()))
        .update();
  }

  private void split(List<KeptRows> kept) {
    List<OfLoan<EventSplit>> rows =
        kept.stream()
            .flatMap(loan -> loan.splits().stream().map(row -> new OfLoan<>(loan.loan().id(), row)))
            .toList();
    jdbc.sql(SPLIT)
        .param("loanIds", values(rows, OfLoan::loanId, UUID[]::new))
        .param("eventIds", values(rows, row -> row.row().eventId(), UUID[]::new))
        .param("principal", longs(rows, row -> row.row().split().principal().minor()))
        .param("interest", longs(rows, row -> row.row().split().interest().minor()))
        .param("fees", longs(rows, row -> row.row().split().fees().minor()))
        .param("penalties", longs(rows, row -> row.row().split().penalties().minor()))
        .param("excess", longs(rows, row -> row.row().excess().minor()))
        .update();
  }

  private static <T, R> R[] values(List<T> rows, Function<T, R> value, IntFunction<R[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private static <T> @Nullable String[] strings(List<T> rows, Function<T, @Nullable String> value) {
    @Nullable String[] texts = new String[rows.size()];
    Arrays.setAll(texts, i -> value.apply(rows.get(i)));
    return texts;
  }

  private static <T> @Nullable String[] dates(List<T> rows, Function<T, @Nullable LocalDate> date) {
    return strings(
        rows,
        row -> {
          LocalDate day = date.apply(row);
          return day == null ? null : day.toString();
        });
  }

  private static <T> long[] longs(List<T> rows, ToLongFunction<T> figure) {
    return rows.stream().mapToLong(figure).toArray();
  }
}
