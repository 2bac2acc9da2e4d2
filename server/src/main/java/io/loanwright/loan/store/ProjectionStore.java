package io.loanwright.loan.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.ScheduleRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows that are derived from a loan's events: installments and splits.
 *
 * <p>They are written by one statement, however many rows.
 */
@Repository
public class ProjectionStore {

  private static final String INSTALLMENTS =
      """
      SELECT number, due_on, principal_minor, interest_minor, fees_minor, penalties_minor,
             paid_principal_minor, paid_interest_minor, paid_fees_minor, paid_penalties_minor,
             completed_on, accrues_from
        FROM loan.installment
       WHERE loan_id = :loanId
       ORDER BY number
      """;

  /**
   * Writes only what differs: most installments stay as they are when one is paid. They are left
   * out before the conflict, which would lock each row that it meets.
   */
  private static final String KEEP =
      """
      WITH r AS (
        SELECT *
          FROM unnest(:numbers::integer[], :dueOn::date[], :principal::bigint[],
                      :interest::bigint[], :fees::bigint[], :penalties::bigint[],
                      :paidPrincipal::bigint[], :paidInterest::bigint[], :paidFees::bigint[],
                      :paidPenalties::bigint[], :completedOn::date[], :accruesFrom::date[])
                 AS r (number, due_on, principal, interest, fees, penalties, paid_principal,
                       paid_interest, paid_fees, paid_penalties, completed_on, accrues_from)),
      gone AS (
        DELETE FROM loan.installment
         WHERE loan_id = :loanId
           AND number <> ALL (:numbers::integer[])),
      $DUE,
      split AS (
        INSERT INTO loan.event_split
               (loan_id, event_id, principal_minor, interest_minor, fees_minor, penalties_minor,
                excess_minor)
        SELECT :loanId, s.*
          FROM unnest(:splitIds::uuid[], :splitPrincipal::bigint[], :splitInterest::bigint[],
                      :splitFees::bigint[], :splitPenalties::bigint[], :splitExcess::bigint[]) AS s
            ON CONFLICT (loan_id, event_id) DO UPDATE
           SET principal_minor = excluded.principal_minor,
               interest_minor = excluded.interest_minor,
               fees_minor = excluded.fees_minor,
               penalties_minor = excluded.penalties_minor,
               excess_minor = excluded.excess_minor)
      INSERT INTO loan.installment
             (loan_id, number, due_on, principal_minor, interest_minor, fees_minor,
              penalties_minor, paid_principal_minor, paid_interest_minor, paid_fees_minor,
              paid_penalties_minor, completed_on, accrues_from)
      SELECT :loanId, r.*
        FROM r
      EXCEPT ALL
      SELECT loan_id, number, due_on, principal_minor, interest_minor, fees_minor,
             penalties_minor, paid_principal_minor, paid_interest_minor, paid_fees_minor,
             paid_penalties_minor, completed_on, accrues_from
        FROM loan.installment
       WHERE loan_id = :loanId
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
          .replace(
              "$DUE", DueChanges.of("SELECT :loanId::uuid AS loan_id, r.* FROM r", "= :loanId"));

  private static final String SPLITS =
      """
      SELECT event_id, principal_minor, interest_minor, fees_minor, penalties_minor, excess_minor
        FROM loan.event_split
       WHERE loan_id = :loanId
      """;

  private final JdbcClient jdbc;

  ProjectionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a loan's installments in order. */
  public List<ScheduleRow> installments(UUID loanId, Currency currency) {
    return jdbc.sql(INSTALLMENTS)
        .param("loanId", loanId)
        .query((row, _) -> installment(row, currency))
        .list();
  }

  /** Returns the splits of a loan's events, in no order. */
  public List<EventSplit> splits(UUID loanId, Currency currency) {
    return jdbc.sql(SPLITS).param("loanId", loanId).query((row, _) -> split(row, currency)).list();
  }

  /**
   * Stores the installments of a loan, in place of those that it had, and splits, in place of those
   * of the same events.
   */
  public void keep(UUID loanId, List<ScheduleRow> rows, List<EventSplit> splits) {
    jdbc.sql(KEEP)
        .param("loanId", loanId)
        .param("splitIds", splits.stream().map(EventSplit::eventId).toArray(UUID[]::new))
        .param("splitPrincipal", longs(splits, split -> split.split().principal().minor()))
        .param("splitInterest", longs(splits, split -> split.split().interest().minor()))
        .param("splitFees", longs(splits, split -> split.split().fees().minor()))
        .param("splitPenalties", longs(splits, split -> split.split().penalties().minor()))
        .param("splitExcess", longs(splits, split -> split.excess().minor()))
        .param("numbers", ints(rows, ScheduleRow::number))
        .param("dueOn", rows.stream().map(row -> row.dueOn().toString()).toArray(String[]::new))
        .param("principal", longs(rows, row -> row.due().principal().minor()))
        .param("interest", longs(rows, row -> row.due().interest().minor()))
        .param("fees", longs(rows, row -> row.due().fees().minor()))
        .param("penalties", longs(rows, row -> row.due().penalties().minor()))
        .param("paidPrincipal", longs(rows, row -> row.paid().principal().minor()))
        .param("paidInterest", longs(rows, row -> row.paid().interest().minor()))
        .param("paidFees", longs(rows, row -> row.paid().fees().minor()))
        .param("paidPenalties", longs(rows, row -> row.paid().penalties().minor()))
        .param("completedOn", dates(rows, ScheduleRow::completedOn))
        .param("accruesFrom", dates(rows, ScheduleRow::accruesFrom))
        .update();
  }

  static EventSplit split(ResultSet row, Currency currency) throws SQLException {
    return new EventSplit(
        row.getObject("event_id", UUID.class),
        split(row, "", currency),
        new Money(row.getLong("excess_minor"), currency));
  }

  static ScheduleRow installment(ResultSet row, Currency currency) throws SQLException {
    return new ScheduleRow(
        row.getInt("number"),
        row.getObject("due_on", LocalDate.class),
        split(row, "", currency),
        split(row, "paid_", currency),
        row.getObject("completed_on", LocalDate.class),
        row.getObject("accrues_from", LocalDate.class));
  }

  private static Split split(ResultSet row, String prefix, Currency currency) throws SQLException {
    return Split.ofMinor(
        row.getLong(prefix + "principal_minor"),
        row.getLong(prefix + "interest_minor"),
        row.getLong(prefix + "fees_minor"),
        row.getLong(prefix + "penalties_minor"),
        currency);
  }

  private static @Nullable String[] dates(
      List<ScheduleRow> rows, Function<ScheduleRow, @Nullable LocalDate> date) {
    @Nullable String[] texts = new String[rows.size()];
    Arrays.setAll(
        texts,
        i -> {
          LocalDate day = date.apply(rows.get(i));
          return day == null ? null : day.toString();
        });
    return texts;
  }

  private static <T> int[] ints(List<T> rows, ToIntFunction<T> figure) {
    return rows.stream().mapToInt(figure).toArray();
  }

  private static <T> long[] longs(List<T> rows, ToLongFunction<T> figure) {
    return rows.stream().mapToLong(figure).toArray();
  }
}
