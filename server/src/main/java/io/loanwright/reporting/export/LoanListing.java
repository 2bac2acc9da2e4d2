package io.loanwright.reporting.export;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.loan.LoanFilter;
import io.loanwright.loan.LoanFilter.DaysPastDue;
import io.loanwright.loan.LoanStatus;
import java.time.LocalDate;
import java.util.List;

/**
 * The list of loans and applications, oldest first. What is due next is looked up for each active
 * loan.
 */
public final class LoanListing {

  private static final String LOANS =
      """
      SELECT l.number, b.number AS borrower_number, b.name AS borrower_name, l.product_id,
             l.branch_id, l.status, l.closed_reason,
             CASE WHEN l.defaulted THEN 'yes' END AS in_default,
             (SELECT string_agg(f.flag, ', ' ORDER BY f.flag)
                FROM loan.standing_flag f
               WHERE f.loan_id = l.id
                 AND l.borrower_id IS DISTINCT FROM CAST(:oneself AS uuid)) AS flags, l.currency, l.requested_minor,
             l.approved_minor, l.disbursed_minor, l.principal_outstanding_minor,
             l.interest_outstanding_minor, l.fees_outstanding_minor,
             l.penalties_outstanding_minor, l.outstanding_minor, n.due_on AS next_due_on,
             n.unpaid_minor AS next_due_minor,
             l.principal_paid_minor, l.interest_paid_minor, l.fees_paid_minor,
             l.penalties_paid_minor, l.oldest_unpaid_due_on, l.oldest_unpaid_minor, l.last_due_on,
             l.applied_on, l.approved_on, l.disbursed_on, l.closed_on, l.purpose
        FROM loan.loan_card l
        JOIN borrower.borrower_card b ON b.id = l.borrower_id
        LEFT JOIN LATERAL (
             SELECT i.due_on, sum(i.unpaid_minor)::bigint AS unpaid_minor
               FROM loan.unpaid_installment i
              WHERE i.loan_id = l.id
                AND l.status = 'ACTIVE'
                AND i.due_on >= :on
              GROUP BY i.due_on
              ORDER BY i.due_on
              LIMIT 1) n ON true
       WHERE %s
       ORDER BY l.id
      """;

  private static final String UNPAID_SINCE = "coalesce(l.oldest_unpaid_due_on, DATE '9999-12-31')";

  /** As in the list: who types a whole number finds that loan alone. */
  private static final String SEARCH =
      """
      CASE WHEN EXISTS (SELECT 1 FROM loan.loan_card w WHERE w.number = :whole)
           THEN l.number = :whole
           ELSE l.number ILIKE :search OR b.name ILIKE :search
      END\
      """;

  private LoanListing() {}

  /**
   * Returns the list of what a caller may see and export.
   *
   * @param businessDate what is due before it is overdue, and what is due on it is due next
   */
  public static Listing of(Caller caller, LoanFilter filter, LocalDate businessDate, Names names) {
    DaysPastDue pastDue = filter.pastDue();
    Conditions conditions =
        Conditions.within(caller, Permission.LOAN_VIEW, "l", "borrower_id")
            .with("on", businessDate)
            .with("oneself", caller.borrowerId())
            .and("l.borrower_id = :borrowerId", "borrowerId", filter.borrowerId())
            .and("l.product_id = :productId", "productId", filter.productId())
            .and("l.officer_id = :officerId", "officerId", filter.officerId())
            .and("l.defaulted = :defaulted", "defaulted", filter.defaulted())
            .and(LoanFilter.FLAGGED, "flag", filter.flag())
            .and("l.status = :active", "active", pastDue == null ? null : "ACTIVE")
            .and(
                UNPAID_SINCE + " <= :lastDueOn",
                "lastDueOn",
                pastDue == null ? null : pastDue.lastDueOn(businessDate))
            .and(
                UNPAID_SINCE + " >= :firstDueOn",
                "firstDueOn",
                pastDue == null ? null : pastDue.firstDueOn(businessDate))
            .and(SEARCH, "search", Conditions.part(filter.search()))
            .with("whole", Conditions.whole(filter.search()));
    if (filter.paidOut() != null) {
      conditions.and(LoanFilter.PaidOut.CONDITION).with(filter.paidOut().params());
    }
    if (!filter.statuses().isEmpty()) {
      conditions.and(
          "l.status = ANY (:statuses)",
          "statuses",
          filter.statuses().stream().map(LoanStatus::name).toArray(String[]::new));
    }
    return new Listing("Loans", columns(names), null, conditions.in(LOANS), conditions.params());
  }

  private static List<Column> columns(Names names) {
    return List.of(
        Column.text("Number", 16, "number"),
        Column.text("Borrower number", 16, "borrower_number"),
        Column.text("Borrower", 30, "borrower_name"),
        Column.named("Product", 24, "product_id", names.products()),
        Column.named("Branch", 20, "branch_id", names.branches()),
        Column.text("Status", 14, "status"),
        Column.text("Closed because", 16, "closed_reason"),
        Column.text("In default", 10, "in_default"),
        Column.text("Flags", 16, "flags"),
        Column.text("Currency", 9, "currency"),
        Column.amount("Requested", "requested_minor"),
        Column.amount("Approved", "approved_minor"),
        Column.amount("Disbursed", "disbursed_minor"),
        Column.amount("Outstanding principal", "principal_outstanding_minor"),
        Column.amount("Outstanding interest", "interest_outstanding_minor"),
        Column.amount("Outstanding fees", "fees_outstanding_minor"),
        Column.amount("Outstanding penalties", "penalties_outstanding_minor"),
        Column.amount("Outstanding", "outstanding_minor"),
        Column.day("Next due on", "next_due_on"),
        Column.amount("Next due", "next_due_minor"),
        Column.amount("Principal paid", "principal_paid_minor"),
        Column.amount("Interest paid", "interest_paid_minor"),
        Column.amount("Fees paid", "fees_paid_minor"),
        Column.amount("Penalties paid", "penalties_paid_minor"),
        Column.day("Oldest unpaid due on", "oldest_unpaid_due_on"),
        Column.amount("Oldest unpaid", "oldest_unpaid_minor"),
        Column.day("Last due on", "last_due_on"),
        Column.day("Applied on", "applied_on"),
        Column.day("Approved on", "approved_on"),
        Column.day("Disbursed on", "disbursed_on"),
        Column.day("Closed on", "closed_on"),
        Column.text("Purpose", 40, "purpose"));
  }
}
