package io.loanwright.reporting.export;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.payment.PaymentFilter;
import java.util.List;

/** The list of payments, oldest first. */
public final class PaymentListing {

  private static final String PAYMENTS =
      """
      SELECT p.receipt_number, p.paid_on, p.loan_number, b.number AS borrower_number,
             b.name AS borrower_name, p.branch_id, p.channel, p.reference, p.status, p.currency,
             p.amount_minor, p.principal_minor, p.interest_minor, p.fees_minor, p.penalties_minor,
             p.excess_minor, p.recorded_by_name, p.reversal_reason
        FROM payment.payment_card p
        JOIN borrower.borrower_card b ON b.id = p.borrower_id
       WHERE %s
       ORDER BY p.id
      """;

  /** As in the list: who types a whole number finds that payment alone. */
  private static final String SEARCH =
      """
      CASE WHEN EXISTS (SELECT 1 FROM payment.payment_card w WHERE w.receipt_number = :whole)
           THEN p.receipt_number = :whole
           ELSE p.receipt_number ILIKE :search
                OR p.loan_number ILIKE :search
                OR b.name ILIKE :search
      END\
      """;

  private PaymentListing() {}

  /** Returns the list of what a caller may see and export. */
  public static Listing of(Caller caller, PaymentFilter filter, Names names) {
    PaymentFilter.Handling handling = filter.handling();
    Conditions conditions =
        Conditions.within(caller, Permission.PAYMENT_VIEW, "p", "borrower_id")
            .and("p.loan_id = :loanId", "loanId", filter.loanId())
            .and("p.borrower_id = :borrowerId", "borrowerId", filter.borrowerId())
            .and("p.officer_id = :officerId", "officerId", filter.officerId())
            .and("p.paid_on >= :from", "from", filter.from())
            .and("p.paid_on <= :to", "to", filter.to())
            .and("p.channel = :channel", "channel", filter.channel())
            .and("p.status = :status", "status", filter.status())
            .and("p.reversed_on >= :reversedFrom", "reversedFrom", handling.reversedFrom())
            .and("p.reversed_on <= :reversedTo", "reversedTo", handling.reversedTo())
            .and("p.recorded_on >= :datedBackFrom", "datedBackFrom", handling.datedBackFrom())
            .and("p.recorded_on <= :datedBackTo", "datedBackTo", handling.datedBackTo())
            .and(SEARCH, "search", Conditions.part(filter.search()))
            .with("whole", Conditions.whole(filter.search()));
    if (handling.isOfReversals()) {
      conditions.and("p.status = 'REVERSED'");
    }
    if (handling.isOfDatedBack()) {
      conditions.and("p.paid_on < p.recorded_on");
    }
    return new Listing(
        "Payments", columns(names), null, conditions.in(PAYMENTS), conditions.params());
  }

  private static List<Column> columns(Names names) {
    return List.of(
        Column.text("Receipt", 16, "receipt_number"),
        Column.day("Paid on", "paid_on"),
        Column.text("Loan", 16, "loan_number"),
        Column.text("Borrower number", 16, "borrower_number"),
        Column.text("Borrower", 30, "borrower_name"),
        Column.named("Branch", 20, "branch_id", names.branches()),
        Column.text("Channel", 14, "channel"),
        Column.text("Reference", 24, "reference"),
        Column.text("Status", 12, "status"),
        Column.text("Currency", 9, "currency"),
        Column.amount("Amount", "amount_minor"),
        Column.amount("Principal", "principal_minor"),
        Column.amount("Interest", "interest_minor"),
        Column.amount("Fees", "fees_minor"),
        Column.amount("Penalties", "penalties_minor"),
        Column.amount("To wallet", "excess_minor"),
        Column.text("Recorded by", 24, "recorded_by_name"),
        Column.text("Reversed because", 30, "reversal_reason"));
  }
}
