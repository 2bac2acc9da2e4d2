package io.loanwright.loan.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.ScheduleRow;
import io.loanwright.together.Columns;
import io.loanwright.together.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows that are derived from a loan's events: installments and splits.
 *
 * <p>Each kind is written by one statement, however many rows.
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
   * Takes those that differ: most installments stay as they are when one is paid. How many they are
   * is hidden from the planner by the sub-select, or it would plan anew for each number.
   */
  private static final String KEEP =
      """
      WITH r AS (
        SELECT *
          FROM unnest((SELECT :loans::uuid[]), :numbers::integer[], :dueOn::date[],
                      :principal::bigint[], :interest::bigint[], :fees::bigint[],
                      :penalties::bigint[], :paidPrincipal::bigint[], :paidInterest::bigint[],
                      :paidFees::bigint[], :paidPenalties::bigint[], :completedOn::date[],
                      :accruesFrom::date[])
                 AS r (loan_id, number, due_on, principal, interest, fees, penalties,
                       paid_principal, paid_interest, paid_fees, paid_penalties, completed_on,
                       accrues_from)),
      g AS (
        SELECT *
          FROM unnest((SELECT :goneLoans::uuid[]), :goneNumbers::integer[])
                 AS g (loan_id, number)),
      gone AS (
        DELETE FROM loan.installment i
         USING g
         WHERE i.loan_id = g.loan_id
           AND i.number = g.number),
      $DUE
      INSERT INTO loan.installment
             (loan_id, number, due_on, principal_minor, interest_minor, fees_minor,
              penalties_minor, paid_principal_minor, paid_interest_minor, paid_fees_minor,
              paid_penalties_minor, completed_on, accrues_from)
      SELECT r.*
        FROM r
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
              "$DUE",
              DueChanges.ofSome(
                  "SELECT * FROM r",
                  "SELECT r.loan_id, r.number FROM r UNION ALL SELECT g.loan_id, g.number FROM g"));

  private static final String KEEP_SPLITS =
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

  private static final String SPLITS =
      """
      SELECT event_id, principal_minor, interest_minor, fees_minor, penalties_minor, excess_minor
        FROM loan.event_split
       WHERE loan_id = :loanId
      """;

  private final JdbcClient jdbc;
  private final Consumer<List<Changed>> installmentWriter = this::keepInstallments;
  private final Consumer<List<SplitOf>> splitWriter = this::keepSplits;

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
   * An installment that is another now.
   *
   * @param row null for one that is gone
   */
  private record Changed(UUID loanId, int number, @Nullable ScheduleRow row) {}

  private record SplitOf(UUID loanId, EventSplit split) {}

  /**
   * Stores the installments of a loan, in place of those that it had, and splits, in place of those
   * of the same events.
   */
  public void keep(UUID loanId, List<ScheduleRow> rows, List<EventSplit> splits) {
    Currency currency =
        rows.isEmpty() ? Currency.of("USD") : rows.getFirst().due().principal().currency();
    keep(loanId, installments(loanId, currency), rows, splits);
  }

  /**
   * Stores the installments of a loan that differ from those that it had, and splits, in place of
   * those of the same events.
   *
   * @param kept the installments as they are stored
   */
  public void keep(
      UUID loanId, List<ScheduleRow> kept, List<ScheduleRow> rows, List<EventSplit> splits) {
    Rows.addAll(installmentWriter, changed(loanId, kept, rows));
    Rows.addAll(splitWriter, splits.stream().map(split -> new SplitOf(loanId, split)).toList());
  }

  private static List<Changed> changed(
      UUID loanId, List<ScheduleRow> kept, List<ScheduleRow> rows) {
    Map<Integer, ScheduleRow> old = new HashMap<>();
    kept.forEach(row -> old.put(row.number(), row));
    List<Changed> changed = new ArrayList<>();
    for (ScheduleRow row : rows) {
      if (!row.equals(old.remove(row.number()))) {
        changed.add(new Changed(loanId, row.number(), row));
      }
    }
    old.keySet().forEach(number -> changed.add(new Changed(loanId, number, null)));
    return changed;
  }

  private void keepInstallments(List<Changed> changed) {
    if (changed.isEmpty()) {
      return;
    }
    Columns<Changed> gone =
        new Columns<>(changed.stream().filter(each -> each.row() == null).toList());
    List<Changed> others = changed.stream().filter(each -> each.row() != null).toList();
    Columns<ScheduleRow> rows =
        new Columns<>(others.stream().map(Changed::row).filter(Objects::nonNull).toList());
    jdbc.sql(KEEP)
        .param("goneLoans", gone.ids(Changed::loanId))
        .param("goneNumbers", gone.longs(Changed::number))
        .param("loans", new Columns<>(others).ids(Changed::loanId))
        .param("numbers", rows.longs(ScheduleRow::number))
        .param("dueOn", rows.texts(ScheduleRow::dueOn))
        .param("principal", rows.longs(row -> row.due().principal().minor()))
        .param("interest", rows.longs(row -> row.due().interest().minor()))
        .param("fees", rows.longs(row -> row.due().fees().minor()))
        .param("penalties", rows.longs(row -> row.due().penalties().minor()))
        .param("paidPrincipal", rows.longs(row -> row.paid().principal().minor()))
        .param("paidInterest", rows.longs(row -> row.paid().interest().minor()))
        .param("paidFees", rows.longs(row -> row.paid().fees().minor()))
        .param("paidPenalties", rows.longs(row -> row.paid().penalties().minor()))
        .param("completedOn", rows.texts(ScheduleRow::completedOn))
        .param("accruesFrom", rows.texts(ScheduleRow::accruesFrom))
        .update();
  }

  private void keepSplits(List<SplitOf> splits) {
    if (splits.isEmpty()) {
      return;
    }
    Columns<SplitOf> rows = new Columns<>(splits);
    jdbc.sql(KEEP_SPLITS)
        .param("loans", rows.ids(SplitOf::loanId))
        .param("events", rows.ids(row -> row.split().eventId()))
        .param("principal", rows.longs(row -> row.split().split().principal().minor()))
        .param("interest", rows.longs(row -> row.split().split().interest().minor()))
        .param("fees", rows.longs(row -> row.split().split().fees().minor()))
        .param("penalties", rows.longs(row -> row.split().split().penalties().minor()))
        .param("excess", rows.longs(row -> row.split().excess().minor()))
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
}
