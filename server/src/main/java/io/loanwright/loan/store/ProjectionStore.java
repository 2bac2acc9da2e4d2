package io.loanwright.loan.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.ScheduleRow;
import io.loanwright.loan.store.DerivedRows.OfLoan;
import io.loanwright.together.Columns;
import io.loanwright.together.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      """
              .replace(
                  "$DUE",
                  DueChanges.ofSome(
                      "SELECT * FROM r",
                      "SELECT r.loan_id, r.number FROM r UNION ALL SELECT g.loan_id, g.number FROM g"))
          + DerivedRows.INSTALLMENTS
          + DerivedRows.IN_PLACE;

  private static final String SPLITS =
      """
      SELECT event_id, principal_minor, interest_minor, fees_minor, penalties_minor, excess_minor
        FROM loan.event_split
       WHERE loan_id = :loanId
      """;

  private final JdbcClient jdbc;
  private final Consumer<List<Changed>> installmentWriter = this::keepInstallments;
  private final Consumer<List<OfLoan<EventSplit>>> splitWriter = this::keepSplits;

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
  record Changed(UUID loanId, int number, @Nullable ScheduleRow row) {}

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
    Rows.addAll(splitWriter, OfLoan.all(loanId, splits));
  }

  /**
   * Returns the installments of a loan that differ from those that it had.
   *
   * @param kept the installments as they are stored
   */
  static List<Changed> changed(UUID loanId, List<ScheduleRow> kept, List<ScheduleRow> rows) {
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

  /** Stores installments that are others now. */
  void keepInstallments(List<Changed> changed) {
    if (changed.isEmpty()) {
      return;
    }
    Columns<Changed> gone =
        new Columns<>(changed.stream().filter(each -> each.row() == null).toList());
    List<OfLoan<ScheduleRow>> others = new ArrayList<>();
    for (Changed each : changed) {
      if (each.row() != null) {
        others.add(new OfLoan<>(each.loanId(), each.row()));
      }
    }
    DerivedRows.installments(jdbc.sql(KEEP), others)
        .param("goneLoans", gone.ids(Changed::loanId))
        .param("goneNumbers", gone.longs(Changed::number))
        .update();
  }

  private void keepSplits(List<OfLoan<EventSplit>> splits) {
    if (!splits.isEmpty()) {
      DerivedRows.splits(jdbc.sql(DerivedRows.SPLITS), splits).update();
    }
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
