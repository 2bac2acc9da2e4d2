package io.loanwright.collection.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.collection.OverdueFilter;
import io.loanwright.collection.SheetCriteria;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is due and past due on a day, loan by loan. */
@Repository
public class SheetQuery {

  /** A loan owes something by the day if its oldest unpaid installment was due by then. */
  private static final String ROWS =
      """
      SELECT l.number, b.name, b.phone, %1$s AS unmasked, l.branch_id,
             coalesce(f.assigned_to, l.officer_id) AS assignee_id, l.currency, u.due_minor,
             u.past_due_minor
        FROM loan.loan_card l
        JOIN borrower.borrower_card b ON b.id = l.borrower_id
        LEFT JOIN collection.follow_up f ON f.loan_id = l.id
       CROSS JOIN LATERAL (
             SELECT coalesce(sum(i.unpaid_minor) FILTER (WHERE i.due_on = :on), 0)::bigint
                      AS due_minor,
                    coalesce(sum(i.unpaid_minor) FILTER (WHERE i.due_on < :on), 0)::bigint
                      AS past_due_minor
               FROM loan.unpaid_installment i
              WHERE i.loan_id = l.id
                AND i.due_on <= :on) u
       WHERE l.status = 'ACTIVE'
         AND coalesce(l.oldest_unpaid_due_on, DATE '9999-12-31') <= :on
         AND %2$s
         AND (:branchId::uuid IS NULL OR l.branch_id = :branchId)
         AND %3$s
       LIMIT :limit
      """;

  private final JdbcClient jdbc;

  SheetQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What somebody should pay. */
  public record Row(
      String loanNumber,
      String borrowerName,
      @Nullable String phone,
      UUID branchId,
      @Nullable UUID assigneeId,
      Money due,
      Money pastDue) {}

  /**
   * Returns what should be paid by a day, in no order.
   *
   * @param within the permissions whose reach all cover a row
   */
  public List<Row> rows(
      Caller caller, List<Permission> within, SheetCriteria criteria, LocalDate on, int limit) {
    Reach unmasked = caller.reach(Permission.BORROWER_PII_UNMASKED);
    Map<String, @Nullable Object> params = new HashMap<>(unmasked.params());
    List<String> covered = new ArrayList<>();
    for (Permission permission : within) {
      Reach reach = caller.reach(permission);
      params.putAll(reach.params());
      covered.add(reach.predicate("l", "borrower_id"));
    }
    params.put("on", on);
    params.put("branchId", criteria.branchId());
    params.put("limit", limit);
    if (criteria.assigneeId() != null) {
      params.put("assigneeId", criteria.assigneeId());
    }
    return jdbc.sql(
            ROWS.formatted(
                unmasked.predicate("l", "borrower_id"),
                String.join(" AND ", covered),
                criteria.assigneeId() == null ? "TRUE" : OverdueFilter.OF_ASSIGNEE))
        .params(params)
        .query((row, _) -> map(row))
        .list();
  }

  private static Row map(ResultSet row) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    return new Row(
        row.getString("number"),
        row.getString("name"),
        row.getBoolean("unmasked") ? row.getString("phone") : null,
        row.getObject("branch_id", UUID.class),
        row.getObject("assignee_id", UUID.class),
        new Money(row.getLong("due_minor"), currency),
        new Money(row.getLong("past_due_minor"), currency));
  }
}
