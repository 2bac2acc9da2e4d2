package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What some accounts held at the end of days that lie close together. */
@Component
public class DayBalances {

  /** Adds up the sums of these accounts once, however many days are asked for. */
  private static final String BALANCES =
      """
      SELECT a.code, a.name, sum(c.debit_minor - c.credit_minor)::bigint AS now,
             coalesce(sum(c.debit_minor - c.credit_minor)
                        FILTER (WHERE c.business_date <= :yesterday), 0)::bigint AS yesterday,
             coalesce(sum(c.debit_minor - c.credit_minor)
                        FILTER (WHERE c.business_date <= :lastWeek), 0)::bigint AS last_week
        FROM ledger.account a
        JOIN ledger.change_of_days(CAST(:lastWeek AS date) + 1, :today) c ON c.account_id = a.id
       WHERE a.code = ANY (:codes)
         AND c.currency = :currency
       GROUP BY a.code, a.name
       ORDER BY a.code
      """;

  private final JdbcClient jdbc;

  DayBalances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Debits less credits of an account at the end of a day, of the day before and of seven days
   * before.
   */
  public record Held(String code, String name, Money now, Money yesterday, Money lastWeek) {}

  /** Returns what those of some accounts held that have a line in a currency. */
  public List<Held> of(Set<String> codes, Currency currency, LocalDate today) {
    return jdbc.sql(BALANCES)
        .param("codes", codes.toArray(String[]::new))
        .param("currency", currency.code())
        .param("today", today)
        .param("yesterday", today.minusDays(1))
        .param("lastWeek", today.minusDays(7))
        .query((row, _) ->
            new Held(
                row.getString("code"),
                row.getString("name"),
                new Money(row.getLong("now"), currency),
                new Money(row.getLong("yesterday"), currency),
                new Money(row.getLong("last_week"), currency)))
        .list();
  }
}
