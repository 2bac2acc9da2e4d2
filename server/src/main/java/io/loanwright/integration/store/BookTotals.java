package io.loanwright.integration.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.integration.row.Figure;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the books have for the rows of an import, read from the views that the owners publish. */
@Repository
public class BookTotals {

  private static final String LOANS =
      """
      SELECT currency,
             sum(disbursed_minor)             AS amount,
             sum(principal_outstanding_minor) AS balance,
             sum(principal_paid_minor)        AS paid_principal,
             sum(interest_paid_minor)         AS paid_interest,
             sum(fees_paid_minor)             AS paid_fees,
             sum(penalties_paid_minor)        AS paid_penalties
        FROM loan.loan_card
       WHERE id = ANY (:ids)
       GROUP BY currency
      """;

  private static final String PAYMENTS =
      """
      SELECT l.currency,
             sum(a.principal_minor + a.interest_minor + a.fees_minor + a.penalties_minor
                 + a.excess_minor) AS payments
        FROM loan.allocation a
        JOIN loan.loan_card l ON l.id = a.loan_id
       WHERE a.loan_id = ANY (:loanIds)
         AND a.event_id = ANY (:ids)
       GROUP BY l.currency
      """;

  private static final String CURRENCIES =
      """
      SELECT id, currency
        FROM loan.loan_card
       WHERE id = ANY (:ids)
      """;

  private final JdbcClient jdbc;

  BookTotals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the sums over loans as they stand now, by currency, in major units. */
  public Map<Currency, Map<Figure, BigDecimal>> ofLoans(Collection<UUID> loanIds) {
    Map<Currency, Map<Figure, BigDecimal>> totals = new HashMap<>();
    if (loanIds.isEmpty()) {
      return totals;
    }
    jdbc.sql(LOANS)
        .param("ids", loanIds.toArray(UUID[]::new))
        .query(row -> {
          Currency currency = Currency.of(row.getString("currency"));
          Map<Figure, BigDecimal> sums = new EnumMap<>(Figure.class);
          sums.put(Figure.AMOUNT, major(row, "amount", currency));
          sums.put(Figure.BALANCE, major(row, "balance", currency));
          sums.put(Figure.PAID_PRINCIPAL, major(row, "paid_principal", currency));
          sums.put(Figure.PAID_INTEREST, major(row, "paid_interest", currency));
          sums.put(Figure.PAID_FEES, major(row, "paid_fees", currency));
          sums.put(Figure.PAID_PENALTIES, major(row, "paid_penalties", currency));
          totals.put(currency, sums);
        });
    return totals;
  }

  /** Returns the sums over payments that count, by currency, in major units. */
  public Map<Currency, Map<Figure, BigDecimal>> ofPayments(
      Collection<UUID> loanIds, Collection<UUID> paymentIds) {
    Map<Currency, Map<Figure, BigDecimal>> totals = new HashMap<>();
    if (paymentIds.isEmpty()) {
      return totals;
    }
    jdbc.sql(PAYMENTS)
        .param("loanIds", loanIds.toArray(UUID[]::new))
        .param("ids", paymentIds.toArray(UUID[]::new))
        .query(row -> {
          Currency currency = Currency.of(row.getString("currency"));
          totals.put(currency, Map.of(Figure.PAYMENTS, major(row, "payments", currency)));
        });
    return totals;
  }

  /** Returns the currency of each loan. */
  public Map<UUID, Currency> currencies(Collection<UUID> loanIds) {
    Map<UUID, Currency> currencies = new HashMap<>();
    if (!loanIds.isEmpty()) {
      jdbc.sql(CURRENCIES)
          .param("ids", loanIds.toArray(UUID[]::new))
          .query(row -> {
            currencies.put(row.getObject("id", UUID.class), Currency.of(row.getString("currency")));
          });
    }
    return currencies;
  }

  private static BigDecimal major(ResultSet row, String column, Currency currency)
      throws SQLException {
    return new Money(row.getLong(column), currency).toMajor();
  }
}
