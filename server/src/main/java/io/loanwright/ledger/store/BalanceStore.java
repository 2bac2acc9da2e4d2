package io.loanwright.ledger.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.AccountType;
import io.loanwright.ledger.Basis;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.Side;
import io.loanwright.ledger.Statement;
import io.loanwright.ledger.TrialBalance;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up the journal: the sums of days, and the entries that came since. */
@Repository
public class BalanceStore {

  private static final String BALANCES =
      """
      SELECT a.code, a.name, a.type, n.net_minor
        FROM (SELECT account_id, sum(debit_minor - credit_minor)::bigint AS net_minor
                FROM %s(:on)
               WHERE currency = :currency
               GROUP BY account_id) n
        JOIN ledger.account a ON a.id = n.account_id
       ORDER BY a.code
      """;

  /** What came to each account in some days, and in those beside them. */
  private static final String CHANGES =
      """
      SELECT a.code, a.name, a.type, n.net_minor, n.compared_minor
        FROM (SELECT c.account_id,
                     coalesce(sum(c.debit_minor - c.credit_minor)
                                FILTER (WHERE c.%1$s BETWEEN :from AND :to), 0)::bigint
                       AS net_minor,
                     coalesce(sum(c.debit_minor - c.credit_minor)
                                FILTER (WHERE c.%1$s
                                                BETWEEN CAST(:comparedFrom AS date)
                                                    AND CAST(:comparedTo AS date)), 0)::bigint
                       AS compared_minor
                FROM ledger.account_change c
               WHERE c.account_id = ANY (ARRAY(SELECT t.id
                                                 FROM ledger.account t
                                                WHERE t.type = ANY (:types)))
                 AND c.currency = :currency
                 AND c.%1$s BETWEEN least(CAST(:from AS date), CAST(:comparedFrom AS date))
                                AND greatest(CAST(:to AS date), CAST(:comparedTo AS date))
               GROUP BY c.account_id) n
        JOIN ledger.account a ON a.id = n.account_id
       ORDER BY a.code
      """;

  /** All that was ever posted on some accounts. */
  private static final String NOW =
      """
      SELECT a.code, a.name, a.type, n.net_minor
        FROM ledger.account a
        JOIN (SELECT account_id, sum(debit_minor - credit_minor)::bigint AS net_minor
                FROM ledger.account_total
               WHERE account_id = ANY (ARRAY(SELECT t.id
                                               FROM ledger.account t
                                              WHERE t.code = ANY (:codes)))
                 AND currency = :currency
               GROUP BY account_id) n ON n.account_id = a.id
       ORDER BY a.code
      """;

  /** All that was posted on one account. */
  private static final String BY_BRANCH =
      """
      SELECT c.branch_id, c.currency, sum(c.debit_minor - c.credit_minor)::bigint AS net_minor
        FROM ledger.account a
        JOIN ledger.change_by_value_date(:on) c ON c.account_id = a.id
       WHERE a.code = :code
       GROUP BY c.branch_id, c.currency
       ORDER BY c.branch_id, c.currency
      """;

  private final JdbcClient jdbc;

  BalanceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the balance of each account that has a line in a currency, among some codes. */
  public List<Statement.Line> now(Set<String> codes, Currency currency) {
    return jdbc.sql(NOW)
        .param("codes", codes.toArray(String[]::new))
        .param("currency", currency.code())
        .query((row, _) -> {
          AccountType type = AccountType.valueOf(row.getString("type"));
          return new Statement.Line(
              row.getString("code"),
              row.getString("name"),
              type,
              new Statement.Figures(grown(row.getLong("net_minor"), type, currency), null));
        })
        .list();
  }

  /** Returns what an account holds for each branch and currency up to a day. */
  public List<Ledger.OfBranch> byBranch(String code, LocalDate on) {
    return jdbc.sql(BY_BRANCH)
        .param("code", code)
        .param("on", on)
        .query((row, _) ->
            new Ledger.OfBranch(
                row.getObject("branch_id", UUID.class),
                new Money(row.getLong("net_minor"), Currency.of(row.getString("currency")))))
        .list();
  }

  /** Returns the balance of each account that has a line up to a day in a currency. */
  public List<TrialBalance.Row> of(LocalDate on, Currency currency, Basis basis) {
    return jdbc.sql(BALANCES.formatted(changeUpTo(basis)))
        .param("on", on)
        .param("currency", currency.code())
        .query((row, _) ->
            new TrialBalance.Row(
                row.getString("code"),
                row.getString("name"),
                AccountType.valueOf(row.getString("type")),
                new Money(row.getLong("net_minor"), currency)))
        .list();
  }

  /**
   * Returns what came to each account that has a line in the days, positive on the side on which it
   * grows.
   *
   * @param compared other days to stand beside; null for none
   * @param types the kinds of accounts
   */
  public List<Statement.Line> changes(
      BooksSpan span, @Nullable BooksSpan compared, Set<AccountType> types, Basis basis) {
    return jdbc.sql(CHANGES.formatted(day(basis)))
        .param("from", span.from())
        .param("to", span.to())
        .param("comparedFrom", compared == null ? null : compared.from())
        .param("comparedTo", compared == null ? null : compared.to())
        .param("currency", span.currency().code())
        .param("types", types.stream().map(AccountType::name).toArray(String[]::new))
        .query((row, _) -> {
          AccountType type = AccountType.valueOf(row.getString("type"));
          Money amount = grown(row.getLong("net_minor"), type, span.currency());
          Money other = grown(row.getLong("compared_minor"), type, span.currency());
          return new Statement.Line(
              row.getString("code"),
              row.getString("name"),
              type,
              new Statement.Figures(amount, compared == null ? null : other));
        })
        .list();
  }

  private static String changeUpTo(Basis basis) {
    return switch (basis) {
      case VALUE_DATE -> "ledger.change_by_value_date";
      case BOOKING_DATE -> "ledger.change_by_booking_date";
    };
  }

  private static String day(Basis basis) {
    return switch (basis) {
      case VALUE_DATE -> "business_date";
      case BOOKING_DATE -> "booked_on";
    };
  }

  private static Money grown(long netMinor, AccountType type, Currency currency) {
    Money net = new Money(netMinor, currency);
    return type.growsBy() == Side.DEBIT ? net : net.negated();
  }
}
