package io.loanwright.audit;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import java.util.HashMap;
import java.util.Map;

/**
 * Which rows of the trail somebody may read, and which fields of them: the one place where that
 * becomes conditions.
 *
 * <p>Of a branch one reads what its people did. Who may read about the books only reads what posts
 * to the ledger or changes its accounts.
 */
public final class TrailReach {

  /** What is blanked for those who do not see borrowers' personal data. */
  private static final String[] PERSONAL = {
    "phone", "email", "dateOfBirth", "address", "monthlyIncome"
  };

  private static final String BOOKS =
      """
      (%1$s.action IN ('loan.disburse', 'loan.repay', 'loan.reverse', 'loan.open')
          OR starts_with(%1$s.action, 'account.')
          OR starts_with(%1$s.action, 'wallet.')
          OR starts_with(%1$s.action, 'expense.')
          OR starts_with(%1$s.action, 'manual_entry.')
          OR starts_with(%1$s.action, 'business_date.'))\
      """;

  private final Reach whole;
  private final Reach books;
  private final Reach unmasked;

  private TrailReach(Reach whole, Reach books, Reach unmasked) {
    this.whole = whole;
    this.books = books;
    this.unmasked = unmasked;
  }

  /** Returns how far a caller reads. */
  public static TrailReach of(Caller caller) {
    return new TrailReach(
        caller.reach(Permission.AUDIT_VIEW).ofBranches(),
        caller.reach(Permission.AUDIT_BOOKS).ofBranches(),
        caller.reach(Permission.BORROWER_PII_UNMASKED).ofBranches());
  }

  /**
   * Returns an SQL condition for the rows, whose values are in {@link #params}.
   *
   * @param alias the alias of the trail in the query; a constant, never input
   */
  public String predicate(String alias) {
    return "(%s OR (%s AND %s))"
        .formatted(
            whole.predicate(alias, "branch_id"),
            books.predicate(alias, "branch_id"),
            BOOKS.formatted(alias));
  }

  /**
   * Returns an SQL list of the fields of a row that are left out of it, whose values are in {@link
   * #params}. A row says whose people wrote it and not whose borrower it is about, so who sees
   * particulars of his own borrowers only sees none here.
   *
   * @param alias the alias of the trail in the query; a constant, never input
   */
  public String hidden(String alias) {
    return "CASE WHEN %s THEN '{}'::text[] ELSE :hidden::text[] END"
        .formatted(unmasked.predicate(alias, "branch_id"));
  }

  /** Returns the values of {@link #predicate} and of {@link #hidden}. */
  public Map<String, Object> params() {
    Map<String, Object> params = new HashMap<>(whole.params());
    params.putAll(books.params());
    params.putAll(unmasked.params());
    params.put("hidden", PERSONAL.clone());
    return params;
  }
}
