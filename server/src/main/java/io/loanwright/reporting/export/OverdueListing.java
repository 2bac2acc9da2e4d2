package io.loanwright.reporting.export;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of installments past due, oldest first. */
public final class OverdueListing {

  private static final String OVERDUE =
      """
      SELECT u.loan_number, b.number AS borrower_number, b.name AS borrower_name, b.phone,
             u.branch_id, u.number, u.due_on, CAST(:on AS date) - u.due_on AS days_late, u.currency,
             u.unpaid_minor, %2$s AS unmasked
        FROM loan.unpaid_installment u
        JOIN borrower.borrower_card b ON b.id = u.borrower_id
       WHERE %1$s
       ORDER BY u.due_on, u.loan_id, u.number
      """;

  private OverdueListing() {}

  /**
   * Returns the list of what a caller may see and export.
   *
   * @param on the day; what is due on it is not past due
   * @param branchId the branch; null for all
   */
  public static Listing of(Caller caller, LocalDate on, @Nullable UUID branchId, Names names) {
    Conditions conditions =
        Conditions.within(caller, Permission.PAYMENT_VIEW, "u", "borrower_id")
            .and("u.due_on < :on", "on", on)
            .and("u.branch_id = :branchId", "branchId", branchId);
    String sql = conditions.in(OVERDUE, caller, "u", "borrower_id");
    return new Listing("Overdue", columns(names), null, sql, conditions.params());
  }

  private static List<Column> columns(Names names) {
    return List.of(
        Column.text("Loan", 16, "loan_number"),
        Column.text("Borrower number", 16, "borrower_number"),
        Column.text("Borrower", 30, "borrower_name"),
        Column.text("Phone", 20, "phone").personal(),
        Column.named("Branch", 20, "branch_id", names.branches()),
        Column.number("Installment", "number"),
        Column.day("Due on", "due_on"),
        Column.number("Days late", "days_late"),
        Column.text("Currency", 9, "currency"),
        Column.amount("Unpaid", "unpaid_minor"));
  }
}
