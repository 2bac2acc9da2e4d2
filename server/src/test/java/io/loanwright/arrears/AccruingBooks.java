package io.loanwright.arrears;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What closes kept of interest that accrues, and what the journal says of it, product by product.
 */
final class AccruingBooks {

  private static final String KEPT =
      """
      SELECT to_char(day, 'MM-DD') || ' ' || sum(accrued_minor) || ' ' || sum(income_minor) || ' '
               || sum(receivable_minor) || ' ' || sum(suspended_minor) AS figures
        FROM arrears.accrual
       WHERE product_id = :product
         AND day BETWEEN :from AND :to
       GROUP BY day
       ORDER BY day
      """;

  private static final String BALANCE =
      """
      SELECT coalesce(sum(s.minor), 0)::bigint
        FROM ledger.sourced_line s
        LEFT JOIN loan.loan l ON l.id = s.loan_id
       WHERE s.account = :account
         AND s.business_date <= :on
         AND :product IN (s.source_id, l.product_id)
      """;

  private static final String ENTRIES =
      """
      SELECT count(*)
        FROM ledger.journal_entry
       WHERE source_type = 'accrual'
         AND source_id = :product
         AND business_date = :on
      """;

  private final JdbcClient jdbc;

  AccruingBooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns each day: accrued, income, receivable, suspended, in minor units. */
  List<String> kept(UUID product, LocalDate from, LocalDate to) {
    return jdbc.sql(KEPT)
        .param("product", product)
        .param("from", from)
        .param("to", to)
        .query((row, _) -> row.getString("figures"))
        .list();
  }

  /** Returns one day of that. */
  String kept(UUID product, LocalDate day) {
    return String.join(", ", kept(product, day, day));
  }

  /** Returns what the journal says of an account and a product, debits less credits. */
  long balance(UUID product, String account, LocalDate on) {
    return jdbc.sql(BALANCE)
        .param("product", product)
        .param("account", account)
        .param("on", on)
        .query(Long.class)
        .single();
  }

  /** Returns how many entries closes posted for a product on a day. */
  long entries(UUID product, LocalDate on) {
    return jdbc.sql(ENTRIES).param("product", product).param("on", on).query(Long.class).single();
  }
}
