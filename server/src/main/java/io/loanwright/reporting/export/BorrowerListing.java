package io.loanwright.reporting.export;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.borrower.BorrowerFilter;
import io.loanwright.borrower.BorrowerSearch;
import io.loanwright.borrower.BorrowerSearch.Closeness;
import java.util.List;

/** The list of borrowers, oldest first. */
public final class BorrowerListing {

  private static final String BORROWERS =
      """
      SELECT b.number, b.kind, b.name, b.phone, b.email, b.date_of_birth, b.address, b.branch_id,
             b.status, %2$s AS unmasked
        FROM borrower.borrower_card b
       WHERE %1$s
       ORDER BY b.id
      """;

  private BorrowerListing() {}

  /**
   * Returns the list of what a caller may see and export.
   *
   * @param closeness how much like what is searched for a borrower must be
   */
  public static Listing of(Caller caller, BorrowerFilter filter, Closeness closeness, Names names) {
    Conditions conditions =
        Conditions.within(caller, Permission.BORROWER_VIEW, "b", "id")
            .and("b.status = :status", "status", filter.status())
            .and("b.branch_id = :branchId", "branchId", filter.branchId())
            .and("b.officer_id = :officerId", "officerId", filter.officerId());
    String before = null;
    if (filter.search() != null) {
      before = closeness.setting();
      Reach unmasked = caller.reach(Permission.BORROWER_PII_UNMASKED);
      conditions
          .and(BorrowerSearch.condition(unmasked, closeness))
          .with(BorrowerSearch.params(filter.search(), unmasked));
    }
    String sql = conditions.in(BORROWERS, caller, "b", "id");
    return new Listing("Borrowers", columns(names), before, sql, conditions.params());
  }

  private static List<Column> columns(Names names) {
    return List.of(
        Column.text("Number", 14, "number"),
        Column.text("Kind", 14, "kind"),
        Column.text("Name", 30, "name"),
        Column.text("Phone", 20, "phone").personal(),
        Column.text("E-mail", 30, "email").personal(),
        Column.day("Date of birth", "date_of_birth").personal(),
        Column.text("Address", 40, "address").personal(),
        Column.named("Branch", 20, "branch_id", names.branches()),
        Column.text("Status", 12, "status"));
  }
}
