package io.loanwright.reporting.export;

import io.loanwright.access.Caller;
import io.loanwright.ledger.JournalFilter;
import java.util.List;
import java.util.Set;

/** The journal line by line, oldest value date first; an entry has all its lines. */
public final class JournalListing {

  private static final String JOURNAL =
      """
      SELECT p.number, p.business_date, p.booked_on, p.branch_id, p.description, p.source_type,
             p.corrects_number, p.recorded_at, p.line, p.account_code, p.account_name, p.currency,
             p.debit_minor, p.credit_minor, l.number AS loan_number
        FROM ledger.posting p
        LEFT JOIN loan.loan_card l ON l.id = p.loan_id
       WHERE %s
       ORDER BY %s, p.number, p.line
      """;

  private static final String HAS_LINE =
      """
      p.entry_id IN (SELECT m.entry_id
                       FROM ledger.posting m
                      WHERE (CAST(:account AS text) IS NULL OR m.account_code = :account)
                        AND (CAST(:loan AS uuid) IS NULL OR m.loan_id = :loan))\
      """;

  private static final String MOVES_MONEY =
      """
      p.entry_id IN (SELECT m.entry_id
                       FROM ledger.posting m
                      WHERE m.cash_flow = 'MONEY'
                         OR m.account_code = ANY (:money))\
      """;

  private JournalListing() {}

  /**
   * Returns the entries that a caller may export; who may see the journal sees all of it.
   *
   * @param money accounts of money besides those that the chart calls so
   */
  public static Listing of(Caller caller, JournalFilter filter, Set<String> money, Names names) {
    String day =
        switch (filter.basis()) {
          case VALUE_DATE -> "p.business_date";
          case BOOKING_DATE -> "coalesce(p.booked_on, p.business_date)";
        };
    Conditions conditions =
        Conditions.exportable(caller, "p")
            .and(day + " >= :from", "from", filter.from())
            .and(day + " <= :to", "to", filter.to())
            .and("p.branch_id = :branchId", "branchId", filter.branchId());
    if (filter.accountCode() != null || filter.loanId() != null) {
      conditions.and(HAS_LINE).with("account", filter.accountCode()).with("loan", filter.loanId());
    }
    if (filter.movesMoney()) {
      conditions.and(MOVES_MONEY).with("money", money.toArray(String[]::new));
    }
    return new Listing(
        "Journal",
        columns(names),
        null,
        JOURNAL.formatted(conditions.joined(), day),
        conditions.params());
  }

  private static List<Column> columns(Names names) {
    return List.of(
        Column.number("Entry", "number"),
        Column.day("Value date", "business_date"),
        Column.named("Branch", 20, "branch_id", names.branches()),
        Column.text("Description", 40, "description"),
        Column.number("Line", "line"),
        Column.text("Account", 10, "account_code"),
        Column.text("Account name", 30, "account_name"),
        Column.text("Currency", 9, "currency"),
        Column.amount("Debit", "debit_minor"),
        Column.amount("Credit", "credit_minor"),
        Column.text("Loan", 16, "loan_number"),
        Column.text("Made by", 14, "source_type"),
        Column.number("Corrects entry", "corrects_number"),
        Column.moment("Recorded at", "recorded_at", names.zone()),
        Column.day("Booked on", "booked_on"));
  }
}
