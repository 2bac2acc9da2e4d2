package io.loanwright.payment.store;

import io.loanwright.access.Reach;
import io.loanwright.payment.Payment;
import io.loanwright.payment.PaymentFilter;
import io.loanwright.payment.PaymentLine;
import io.loanwright.payment.PaymentSort;
import io.loanwright.web.Cursor;
import io.loanwright.web.ListWindow;
import io.loanwright.web.Page;
import io.loanwright.web.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists of payments, read by key.
 *
 * <p>A statement is put together from constant conditions; what a client sends is only ever a
 * parameter.
 */
@Repository
public class PaymentList {

  /**
   * The page is cut before it is joined: the planner takes loan and event of a split for
   * independent, expects next to no rows and would join all of them first.
   */
  private static final String PAGE =
      """
      (SELECT p.*
                FROM payment.payment p
               WHERE %1$s
               ORDER BY %2$s
               LIMIT :limit)\
      """;

  private static final String LINES =
      """
      SELECT %s
        FROM %s
       ORDER BY %s
      """;

  private static final String NOT_WHOLE =
      "NOT EXISTS (SELECT 1 FROM payment.payment w WHERE w.receipt_number = :whole)";

  /**
   * Sets of ids, each by its own index; one condition with OR could use none. Who types a whole
   * number of a receipt finds that payment alone, and the other sets are not read.
   */
  private static final String SEARCH =
      """
      p.id IN (SELECT w.id
                    FROM payment.payment w
                   WHERE w.receipt_number = :whole
                   UNION
                  SELECT r.id
                    FROM payment.payment r
                   WHERE r.receipt_number ILIKE :search
                     AND %1$s
                   UNION
                  SELECT o.id
                    FROM payment.payment o
                    JOIN loan.loan_card l ON l.id = o.loan_id
                   WHERE l.number ILIKE :search
                     AND %1$s
                   UNION
                  SELECT o.id
                    FROM payment.payment o
                    JOIN borrower.borrower_card c ON c.id = o.borrower_id
                   WHERE c.name ILIKE :search
                     AND %1$s)\
      """
          .formatted(NOT_WHOLE);

  private final JdbcClient jdbc;

  PaymentList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a page of the payments within a reach. */
  public Page<PaymentLine> page(Reach reach, PaymentFilter filter, ListWindow<PaymentSort> window) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> params = new HashMap<>(reach.params());
    conditions.add(reach.predicate("p", "borrower_id"));
    narrow(filter, conditions, params);
    begin(window, conditions, params);
    String order = order(window.order());
    String page = PAGE.formatted(String.join("\n                 AND ", conditions), order);
    String statement = LINES.formatted(PaymentRow.COLUMNS, PaymentRow.of(page), order);
    List<PaymentLine> rows =
        jdbc.sql(statement)
            .params(params)
            .param("limit", window.limit() + 1)
            .query(PaymentRow::map)
            .list();
    return Page.of(rows, window.limit(), line -> cursor(window.order(), line.payment()));
  }

  private static void narrow(
      PaymentFilter filter, List<String> conditions, Map<String, Object> params) {
    add(filter.loanId(), "p.loan_id = :loanId", "loanId", conditions, params);
    add(filter.borrowerId(), "p.borrower_id = :borrowerId", "borrowerId", conditions, params);
    add(filter.officerId(), "p.officer_id = :officerId", "officerId", conditions, params);
    add(filter.from(), "p.paid_on >= :from", "from", conditions, params);
    add(filter.to(), "p.paid_on <= :to", "to", conditions, params);
    if (filter.channel() != null) {
      add(filter.channel().name(), "p.channel = :channel", "channel", conditions, params);
    }
    if (filter.status() != null) {
      add(filter.status().name(), "p.status = :status", "status", conditions, params);
    }
    handled(filter.handling(), conditions, params);
    if (filter.search() != null) {
      conditions.add(SEARCH);
      params.put("search", Texts.containing(filter.search()));
      params.put("whole", filter.search().toUpperCase(Locale.ROOT));
    }
  }

  /** What was taken back, and what is dated back, is found by an index of its own. */
  private static void handled(
      PaymentFilter.Handling handling, List<String> conditions, Map<String, Object> params) {
    if (handling.isOfReversals()) {
      conditions.add("p.status = 'REVERSED'");
    }
    if (handling.isOfDatedBack()) {
      conditions.add("p.paid_on < p.recorded_on");
    }
    add(
        handling.reversedFrom(),
        "p.reversed_on >= :reversedFrom",
        "reversedFrom",
        conditions,
        params);
    add(handling.reversedTo(), "p.reversed_on <= :reversedTo", "reversedTo", conditions, params);
    add(
        handling.datedBackFrom(),
        "p.recorded_on >= :datedBackFrom",
        "datedBackFrom",
        conditions,
        params);
    add(handling.datedBackTo(), "p.recorded_on <= :datedBackTo", "datedBackTo", conditions, params);
  }

  private static void add(
      @Nullable Object value,
      String condition,
      String name,
      List<String> conditions,
      Map<String, Object> params) {
    if (value != null) {
      conditions.add(condition);
      params.put(name, value);
    }
  }

  private static void begin(
      ListWindow<PaymentSort> window, List<String> conditions, Map<String, Object> params) {
    Cursor after = window.after();
    if (after == null) {
      return;
    }
    conditions.add(
        switch (window.order()) {
          case TAKEN_DOWN -> "p.id < :afterId";
          case TAKEN_UP -> "p.id > :afterId";
          case ON_DOWN -> "(p.paid_on, p.id) < (:afterKey, :afterId)";
          case ON_UP -> "(p.paid_on, p.id) > (:afterKey, :afterId)";
          case AMOUNT_DOWN -> "(p.amount_minor, p.id) < (:afterKey, :afterId)";
          case AMOUNT_UP -> "(p.amount_minor, p.id) > (:afterKey, :afterId)";
        });
    params.put("afterId", after.id(2));
    switch (window.order()) {
      case TAKEN_DOWN, TAKEN_UP -> {}
      case ON_DOWN, ON_UP -> params.put("afterKey", after.date(1));
      case AMOUNT_DOWN, AMOUNT_UP -> params.put("afterKey", after.number(1));
    }
  }

  private static String order(PaymentSort sort) {
    return switch (sort) {
      case TAKEN_DOWN -> "p.id DESC";
      case TAKEN_UP -> "p.id";
      case ON_DOWN -> "p.paid_on DESC, p.id DESC";
      case ON_UP -> "p.paid_on, p.id";
      case AMOUNT_DOWN -> "p.amount_minor DESC, p.id DESC";
      case AMOUNT_UP -> "p.amount_minor, p.id";
    };
  }

  private static Cursor cursor(PaymentSort sort, Payment payment) {
    Object key =
        switch (sort) {
          case TAKEN_DOWN, TAKEN_UP -> 0;
          case ON_DOWN, ON_UP -> payment.money().on();
          case AMOUNT_DOWN, AMOUNT_UP -> payment.money().amount().minor();
        };
    return Cursor.of(sort.text(), key, payment.id());
  }
}
