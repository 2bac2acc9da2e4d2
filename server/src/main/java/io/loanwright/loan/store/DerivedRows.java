package io.loanwright.loan.store;

import io.loanwright.loan.EventSplit;
import io.loanwright.loan.ScheduleRow;
import io.loanwright.together.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** How the rows that follow from loans' events are written: installments and splits. */
final class DerivedRows {

  /** Adds the installments {@code r} to the table; {@link #IN_PLACE} ends the statement. */
  static final String INSTALLMENTS =
      """
      INSERT INTO loan.installment
             (loan_id, number, due_on, principal_minor, interest_minor, fees_minor,
              penalties_minor, paid_principal_minor, paid_interest_minor, paid_fees_minor,
              paid_penalties_minor, completed_on, accrues_from)
      SELECT r.*
        FROM r
      """;

  /** Lets them take the place of those of the same loan and number. */
  static final String IN_PLACE =
      """
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
      """;

  /** All installments of the loans {@code :ids}, of which it writes those that differ. */
  static final String ALL_INSTALLMENTS =
      """
      WITH r AS (
        SELECT *
          FROM unnest(:loans::uuid[], :numbers::integer[], :dueOn::date[], :principal::bigint[],
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
      """
              .replace("$DUE", DueChanges.of("SELECT * FROM r", "= ANY (:ids)"))
          + INSTALLMENTS
          + """
          EXCEPT ALL
          SELECT loan_id, number, due_on, principal_minor, interest_minor, fees_minor,
                 penalties_minor, paid_principal_minor, paid_interest_minor, paid_fees_minor,
                 paid_penalties_minor, completed_on, accrues_from
            FROM loan.installment
           WHERE loan_id = ANY (:ids)
          """
          + IN_PLACE;

  /** Splits, in place of those of the same events. */
  static final String SPLITS =
      """
      INSERT INTO loan.event_split
             (loan_id, event_id, principal_minor, interest_minor, fees_minor, penalties_minor,
              excess_minor)
      SELECT s.*
        FROM unnest(:loans::uuid[], :events::uuid[], :principal::bigint[], :interest::bigint[],
                    :fees::bigint[], :penalties::bigint[], :excess::bigint[]) AS s
          ON CONFLICT (loan_id, event_id) DO UPDATE
         SET principal_minor = excluded.principal_minor,
             interest_minor = excluded.interest_minor,
             fees_minor = excluded.fees_minor,
             penalties_minor = excluded.penalties_minor,
             excess_minor = excluded.excess_minor
      """;

  private DerivedRows() {}

  /** A row and whose it is. */
  record OfLoan<T>(UUID loanId, T row) {

    static <T> List<OfLoan<T>> all(UUID loanId, List<T> rows) {
      return rows.stream().map(row -> new OfLoan<>(loanId, row)).toList();
    }
  }

  static StatementSpec installments(StatementSpec statement, List<OfLoan<ScheduleRow>> rows) {
    Columns<ScheduleRow> columns = new Columns<>(rows.stream().map(OfLoan::row).toList());
    return statement
        .param("loans", new Columns<>(rows).ids(OfLoan::loanId))
        .param("numbers", columns.longs(ScheduleRow::number))
        .param("dueOn", columns.texts(ScheduleRow::dueOn))
        .param("principal", columns.longs(row -> row.due().principal().minor()))
        .param("interest", columns.longs(row -> row.due().interest().minor()))
        .param("fees", columns.longs(row -> row.due().fees().minor()))
        .param("penalties", columns.longs(row -> row.due().penalties().minor()))
        .param("paidPrincipal", columns.longs(row -> row.paid().principal().minor()))
        .param("paidInterest", columns.longs(row -> row.paid().interest().minor()))
        .param("paidFees", columns.longs(row -> row.paid().fees().minor()))
        .param("paidPenalties", columns.longs(row -> row.paid().penalties().minor()))
        .param("completedOn", columns.texts(ScheduleRow::completedOn))
        .param("accruesFrom", columns.texts(ScheduleRow::accruesFrom));
  }

  static StatementSpec splits(StatementSpec statement, List<OfLoan<EventSplit>> rows) {
    Columns<EventSplit> columns = new Columns<>(rows.stream().map(OfLoan::row).toList());
    return statement
        .param("loans", new Columns<>(rows).ids(OfLoan::loanId))
        .param("events", columns.ids(EventSplit::eventId))
        .param("principal", columns.longs(row -> row.split().principal().minor()))
        .param("interest", columns.longs(row -> row.split().interest().minor()))
        .param("fees", columns.longs(row -> row.split().fees().minor()))
        .param("penalties", columns.longs(row -> row.split().penalties().minor()))
        .param("excess", columns.longs(row -> row.excess().minor()));
  }
}
