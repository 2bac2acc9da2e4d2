package io.loanwright.reporting.export;

import io.loanwright.ledger.Account;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.Side;
import java.util.List;
import java.util.Map;

/** The lines of an account, oldest first, between its balances before and after all of them. */
public final class GeneralLedgerListing {

  /** One statement, so that balances and lines are of one moment. */
  private static final String LINES =
      """
      WITH posted AS (
        SELECT p.business_date, p.entry_id, p.line, p.number, p.branch_id, p.description,
               p.debit_minor, p.credit_minor, p.loan_id,
               (coalesce(p.debit_minor, 0) - coalesce(p.credit_minor, 0)) * :sign AS change_minor
          FROM ledger.posting p
         WHERE p.account_code = :account
           AND p.currency = :currency
           AND p.business_date <= :to),
      sums AS (
        SELECT coalesce(sum(change_minor) FILTER (WHERE business_date < :from), 0) AS opening_minor,
               coalesce(sum(change_minor), 0) AS closing_minor,
               sum(debit_minor) FILTER (WHERE business_date >= :from) AS debit_minor,
               sum(credit_minor) FILTER (WHERE business_date >= :from) AS credit_minor
          FROM posted)
      SELECT 0 AS part, CAST(:from AS date) AS business_date, NULL::uuid AS entry_id,
             NULL::smallint AS line, NULL::bigint AS number, NULL::uuid AS branch_id,
             'Opening balance' AS description, NULL::bigint AS debit_minor,
             NULL::bigint AS credit_minor, opening_minor::bigint AS balance_minor,
             NULL AS loan_number, CAST(:currency AS text) AS currency
        FROM sums
       UNION ALL
      SELECT 1, p.business_date, p.entry_id, p.line, p.number, p.branch_id, p.description,
             p.debit_minor, p.credit_minor,
             (s.opening_minor + sum(p.change_minor)
                                  OVER (ORDER BY p.business_date, p.entry_id, p.line))::bigint,
             l.number, :currency
        FROM posted p
       CROSS JOIN sums s
        LEFT JOIN loan.loan_card l ON l.id = p.loan_id
       WHERE p.business_date >= :from
       UNION ALL
      SELECT 2, :to, NULL, NULL, NULL, NULL, 'Closing balance', debit_minor::bigint,
             credit_minor::bigint, closing_minor::bigint, NULL, :currency
        FROM sums
       ORDER BY part, business_date, entry_id, line
      """;

  private GeneralLedgerListing() {}

  /** Returns the general ledger of an account; balances are positive where the account grows. */
  public static Listing of(Account account, BooksSpan span, Names names) {
    return new Listing(
        "Account " + account.code(),
        columns(names),
        null,
        LINES,
        Map.of(
            "account", account.code(),
            "currency", span.currency().code(),
            "from", span.from(),
            "to", span.to(),
            "sign", account.type().growsBy() == Side.DEBIT ? 1 : -1),
        Paper.of(account.name() + ", " + span.currency().code(), span.from() + " to " + span.to()));
  }

  private static List<Column> columns(Names names) {
    return List.of(
        Column.day("Value date", "business_date"),
        Column.number("Entry", "number"),
        Column.named("Branch", 20, "branch_id", names.branches()),
        Column.text("Description", 40, "description"),
        Column.text("Currency", 9, "currency"),
        Column.amount("Debit", "debit_minor"),
        Column.amount("Credit", "credit_minor"),
        Column.amount("Balance", "balance_minor"),
        Column.text("Loan", 16, "loan_number"));
  }
}
