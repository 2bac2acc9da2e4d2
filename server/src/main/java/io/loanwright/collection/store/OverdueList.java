package io.loanwright.collection.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.collection.Debt;
import io.loanwright.collection.OverdueFilter;
import io.loanwright.collection.OverdueSort;
import io.loanwright.web.Cursor;
import io.loanwright.web.ListWindow;
import io.loanwright.web.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The loans past due, read by key from figures that are kept. */
@Repository
public class OverdueList {

  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  /** The expression of an index, to the letter. */
  private static final String UNPAID_SINCE = "coalesce(l.oldest_unpaid_due_on, DATE '9999-12-31')";

  /**
   * True of whatever is past due; the index of this order then begins with those that owe, not with
   * all that are paid back.
   */
  private static final String OWES = "o.owed_minor > 0";

  private static final String LOANS = "FROM loan.loan_card l";

  private static final String LOANS_BY_OWED =
      """
      FROM loan.loan_owed o
                JOIN loan.loan_card l ON l.id = o.loan_id\
      """;

  private static final String CHOSEN =
      """
      SELECT %s
                %s
               WHERE %s
               ORDER BY %s
               LIMIT :limit\
      """;

  private final JdbcClient jdbc;

  OverdueList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a page of the loans past due that a caller may see. */
  public Page<Debt> page(Caller caller, OverdueFilter filter, ListWindow<OverdueSort> window) {
    Reach reach = caller.reach(Permission.PAYMENT_VIEW);
    List<String> conditions = new ArrayList<>();
    Map<String, Object> params = new HashMap<>(reach.params());
    conditions.add(reach.predicate("l", "borrower_id"));
    conditions.add(
        filter.lastDueOn() == null
            ? "l.status IN ('ACTIVE', 'WRITTEN_OFF')"
            : "l.status = 'ACTIVE'");
    narrow(filter, conditions, params);
    if (filter.withPromiseDue()) {
      Reach promises = caller.reach(Permission.COLLECTION_QUEUE);
      conditions.add(OverdueFilter.WITH_PROMISE_DUE);
      conditions.add(promises.predicate("l", "borrower_id"));
      params.putAll(promises.params());
    }
    boolean isByOwed =
        window.order() == OverdueSort.OUTSTANDING_UP
            || window.order() == OverdueSort.OUTSTANDING_DOWN;
    if (isByOwed) {
      conditions.add(OWES);
    }
    begin(window, conditions, params);
    String order = order(window.order());
    DebtRow.Statement statement =
        DebtRow.of(
            caller,
            CHOSEN.formatted(
                DebtRow.CHOSEN,
                isByOwed ? LOANS_BY_OWED : LOANS,
                String.join("\n                 AND ", conditions),
                isByOwed ? orderByOwed(window.order()) : order),
            order);
    List<Debt> rows =
        jdbc.sql(statement.sql())
            .params(statement.params())
            .params(params)
            .param("on", filter.on())
            .param("limit", window.limit() + 1)
            .query((row, _) -> DebtRow.map(row))
            .list();
    return Page.of(rows, window.limit(), debt -> cursor(window.order(), debt));
  }

  private static void narrow(
      OverdueFilter filter, List<String> conditions, Map<String, Object> params) {
    if (filter.lastDueOn() != null) {
      conditions.add(UNPAID_SINCE + " <= :lastDueOn");
      params.put("lastDueOn", filter.lastDueOn());
    }
    if (filter.firstDueOn() != null) {
      conditions.add(UNPAID_SINCE + " >= :firstDueOn");
      params.put("firstDueOn", filter.firstDueOn());
    }
    if (filter.branchId() != null) {
      conditions.add("l.branch_id = :branchId");
      params.put("branchId", filter.branchId());
    }
    if (filter.officerId() != null) {
      conditions.add("l.officer_id = :officerId");
      params.put("officerId", filter.officerId());
    }
    if (filter.assigneeId() != null) {
      conditions.add(OverdueFilter.OF_ASSIGNEE);
      params.put("assigneeId", filter.assigneeId());
    }
    if (filter.ofNobody()) {
      conditions.add(OverdueFilter.OF_NOBODY);
    }
  }

  private static void begin(
      ListWindow<OverdueSort> window, List<String> conditions, Map<String, Object> params) {
    Cursor after = window.after();
    if (after == null) {
      return;
    }
    params.put("afterId", after.id(2));
    switch (window.order()) {
      case DAYS_PAST_DUE_DOWN, DAYS_PAST_DUE_UP -> params.put("afterKey", after.date(1));
      case OUTSTANDING_DOWN, OUTSTANDING_UP -> params.put("afterKey", after.number(1));
    }
    conditions.add(
        switch (window.order()) {
          case DAYS_PAST_DUE_DOWN -> "(%s, l.id) > (:afterKey, :afterId)".formatted(UNPAID_SINCE);
          case DAYS_PAST_DUE_UP -> "(%s, l.id) < (:afterKey, :afterId)".formatted(UNPAID_SINCE);
          case OUTSTANDING_DOWN -> "(o.owed_minor, o.loan_id) < (:afterKey, :afterId)";
          case OUTSTANDING_UP -> "(o.owed_minor, o.loan_id) > (:afterKey, :afterId)";
        });
  }

  private static String orderByOwed(OverdueSort sort) {
    return sort == OverdueSort.OUTSTANDING_DOWN
        ? "o.owed_minor DESC, o.loan_id DESC"
        : "o.owed_minor, o.loan_id";
  }

  private static String order(OverdueSort sort) {
    return switch (sort) {
      case DAYS_PAST_DUE_DOWN -> UNPAID_SINCE + ", l.id";
      case DAYS_PAST_DUE_UP -> UNPAID_SINCE + " DESC, l.id DESC";
      case OUTSTANDING_DOWN -> "l.outstanding_minor DESC, l.id DESC";
      case OUTSTANDING_UP -> "l.outstanding_minor, l.id";
    };
  }

  private static Cursor cursor(OverdueSort sort, Debt debt) {
    Object key =
        switch (sort) {
          case DAYS_PAST_DUE_DOWN, DAYS_PAST_DUE_UP ->
              Objects.requireNonNullElse(debt.unpaidSince(), NEVER);
          case OUTSTANDING_DOWN, OUTSTANDING_UP -> debt.outstanding().minor();
        };
    return Cursor.of(sort.text(), key, debt.loan().id());
  }
}
