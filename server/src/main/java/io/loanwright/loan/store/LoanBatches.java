package io.loanwright.loan.store;

import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.Loan;
import io.loanwright.loan.ScheduleRow;
import io.loanwright.loan.store.DerivedRows.OfLoan;
import io.loanwright.loan.store.LoanBatch.KeptRows;
import io.loanwright.together.Columns;
import java.util.List;
import java.util.UUID;
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
    batch.write(copies, this::termsId);
    if (!batch.added().isEmpty()) {
      UUID[] ids = batch.added().toArray(UUID[]::new);
      jdbc.sql(APPROVED).param("ids", ids).update();
      jdbc.sql(FIGURES_OF_NEW).param("ids", ids).update();
    }
    if (!batch.kept().isEmpty()) {
      UUID[] ids = batch.kept().stream().map(kept -> kept.loan().id()).toArray(UUID[]::new);
      save(ids, batch.kept());
      keep(ids, batch.kept());
      split(batch.kept());
    }
  }

  private int termsId(LoanTerms terms) {
    return jdbc.sql("SELECT loan.kept_terms(:terms::jsonb)")
        .param("terms", StoredJson.write(terms))
        .query(Integer.class)
        .single();
  }

  private void save(UUID[] ids, List<KeptRows> kept) {
    Columns<KeptRows> rows = new Columns<>(kept);
    List<Loan> loans = kept.stream().map(KeptRows::loan).toList();
    LoanColumns.progress(LoanColumns.states(jdbc.sql(SAVE), loans), loans)
        .param("saves", rows.longs(KeptRows::saves))
        .update();
    long changed =
        jdbc.sql(CHANGED)
            .param("ids", ids)
            .param("versions", rows.longs(row -> row.loan().standing().version() + row.saves()))
            .query(Long.class)
            .single();
    if (changed != kept.size()) {
      throw new IllegalStateException("A loan of a batch was changed without its lock");
    }
  }

  private void keep(UUID[] ids, List<KeptRows> kept) {
    List<OfLoan<ScheduleRow>> rows =
        kept.stream().flatMap(each -> OfLoan.all(each.loan().id(), each.rows()).stream()).toList();
    DerivedRows.installments(jdbc.sql(DerivedRows.ALL_INSTALLMENTS), rows)
        .param("ids", ids)
        .update();
  }

  private void split(List<KeptRows> kept) {
    List<OfLoan<EventSplit>> rows =
        kept.stream()
            .flatMap(each -> OfLoan.all(each.loan().id(), each.splits()).stream())
            .toList();
    DerivedRows.splits(jdbc.sql(DerivedRows.SPLITS), rows).update();
  }
}
