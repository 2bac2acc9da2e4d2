package io.loanwright.reporting.export;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.arrears.ArrearsClasses;
import io.loanwright.collection.OverdueFilter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of loans past due, the longest past due first. */
public final class OverdueListing {

  private static final String OVERDUE =
      """
      SELECT l.number, b.number AS borrower_number, b.name AS borrower_name, b.phone, l.branch_id,
             l.oldest_unpaid_due_on, CAST(:on AS date) - l.oldest_unpaid_due_on AS days_late,
             l.currency, u.installments, u.principal_minor, u.interest_minor, u.fees_minor,
             u.penalties_minor, u.unpaid_minor, l.outstanding_minor, p.paid_on,
             p.amount_minor AS paid_minor, w.due_on AS promised_on,
             w.amount_minor AS promised_minor, %2$s AS unmasked
        FROM loan.loan_card l
        JOIN borrower.borrower_card b ON b.id = l.borrower_id
        LEFT JOIN LATERAL (
             SELECT count(*) AS installments,
                    sum(i.principal_minor)::bigint AS principal_minor,
                    sum(i.interest_minor)::bigint AS interest_minor,
                    sum(i.fees_minor)::bigint AS fees_minor,
                    sum(i.penalties_minor)::bigint AS penalties_minor,
                    sum(i.unpaid_minor)::bigint AS unpaid_minor
               FROM loan.unpaid_installment i
              WHERE i.loan_id = l.id
                AND i.due_on < :on) u ON true
        LEFT JOIN LATERAL (
             SELECT y.paid_on, y.amount_minor
               FROM payment.payment_card y
              WHERE y.loan_id = l.id
                AND y.status = 'POSTED'
              ORDER BY y.id DESC
              LIMIT 1) p ON true
        LEFT JOIN collection.promise_card w
          ON w.loan_id = l.id AND w.state = 'OPEN' AND %3$s
       WHERE %1$s
       ORDER BY coalesce(l.oldest_unpaid_due_on, DATE '9999-12-31'), l.id
      """;

  private static final String UNPAID_SINCE = "coalesce(l.oldest_unpaid_due_on, DATE '9999-12-31')";

  private OverdueListing() {}

  /** Returns the list of what a caller may see and export. */
  public static Listing of(
      Caller caller, OverdueFilter filter, ArrearsClasses classes, Names names) {
    Conditions conditions =
        Conditions.within(caller, Permission.PAYMENT_VIEW, "l", "borrower_id")
            .and(
                filter.lastDueOn() == null
                    ? "l.status IN ('ACTIVE', 'WRITTEN_OFF')"
                    : "l.status = 'ACTIVE'")
            .with("on", filter.on())
            .and(UNPAID_SINCE + " <= :lastDueOn", "lastDueOn", filter.lastDueOn())
            .and(UNPAID_SINCE + " >= :firstDueOn", "firstDueOn", filter.firstDueOn())
            .and("l.branch_id = :branchId", "branchId", filter.branchId())
            .and("l.officer_id = :officerId", "officerId", filter.officerId())
            .and(OverdueFilter.OF_ASSIGNEE, "assigneeId", filter.assigneeId());
    if (filter.ofNobody()) {
      conditions.and(OverdueFilter.OF_NOBODY);
    }
    if (filter.withPromiseDue()) {
      conditions
          .and(OverdueFilter.WITH_PROMISE_DUE)
          .within(caller.reach(Permission.COLLECTION_QUEUE), "l", "borrower_id");
    }
    String sql =
        conditions.in(
            OVERDUE, caller, "l", "borrower_id", caller.reach(Permission.COLLECTION_QUEUE));
    return new Listing(
        "Overdue", columns(filter.on(), classes, names), null, sql, conditions.params());
  }

  private static List<Column> columns(LocalDate on, ArrearsClasses classes, Names names) {
    return List.of(
        Column.text("Loan", 16, "number"),
        Column.text("Borrower number", 16, "borrower_number"),
        Column.text("Borrower", 30, "borrower_name"),
        Column.text("Phone", 20, "phone").personal(),
        Column.named("Branch", 20, "branch_id", names.branches()),
        Column.day("Due on", "oldest_unpaid_due_on"),
        Column.number("Days late", "days_late"),
        new Column(
            "Class",
            18,
            row -> name(classes, on, row.getObject("oldest_unpaid_due_on", LocalDate.class))),
        Column.number("Installments", "installments"),
        Column.text("Currency", 9, "currency"),
        Column.amount("Principal", "principal_minor"),
        Column.amount("Interest", "interest_minor"),
        Column.amount("Fees", "fees_minor"),
        Column.amount("Penalties", "penalties_minor"),
        Column.amount("Unpaid", "unpaid_minor"),
        Column.amount("Outstanding", "outstanding_minor"),
        Column.day("Last payment on", "paid_on"),
        Column.amount("Last payment", "paid_minor"),
        Column.day("Promised by", "promised_on"),
        Column.amount("Promised", "promised_minor"));
  }

  private static Cell name(ArrearsClasses classes, LocalDate on, @Nullable LocalDate unpaidSince) {
    return new Cell.Text(classes.on(on, unpaidSince).name());
  }
}
