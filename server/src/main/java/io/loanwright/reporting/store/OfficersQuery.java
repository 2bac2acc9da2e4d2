package io.loanwright.reporting.store;

import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.reporting.OfficerStanding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the loans of each officer stood when a day was closed. */
@Repository
public class OfficersQuery {

  private static final int MOST = 200;

  private static final String LAST_DAY =
      """
      SELECT max(f.day)
        FROM loan.portfolio_of_day f
       WHERE f.day < :today
         AND f.currency = :currency
      """;

  /** A row for each officer, so few; the branches that one has loans in are put together. */
  private static final String OFFICERS =
      """
      SELECT f.officer_id, sum(f.active) FILTER (WHERE f.day = :day) AS loans,
             sum(f.outstanding_minor) FILTER (WHERE f.day = :day) AS owed,
             sum(f.late_minor) FILTER (WHERE f.day = :day) AS late,
             sum(f.late_30_minor) FILTER (WHERE f.day = :day) AS late_30,
             coalesce(sum(f.outstanding_minor) FILTER (WHERE f.day = :before), 0) AS owed_before,
             coalesce(sum(f.late_30_minor) FILTER (WHERE f.day = :before), 0) AS late_30_before
        FROM loan.portfolio_of_day f
       WHERE f.day IN (:day, :before)
         AND f.currency = :currency
         AND %s
       GROUP BY f.officer_id
      HAVING sum(f.active) FILTER (WHERE f.day = :day) > 0
       ORDER BY late_30 DESC, owed DESC, f.officer_id
       LIMIT :most
      """;

  private final JdbcClient jdbc;

  OfficersQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the last day that was closed with figures in a currency. */
  public Optional<LocalDate> lastDay(Currency currency, LocalDate today) {
    return Optional.ofNullable(
        jdbc.sql(LAST_DAY)
            .param("today", today)
            .param("currency", currency.code())
            .query((row, _) -> row.getObject(1, LocalDate.class))
            .list()
            .getFirst());
  }

  /**
   * Returns the officers within a reach who have active loans, those with most at risk first.
   *
   * @param day one that was closed
   */
  public List<OfficerStanding> officers(Reach reach, Currency currency, LocalDate day) {
    Reach ofStaff = reach.scope() == Scope.SELF ? reach.ofBranches() : reach;
    return jdbc.sql(OFFICERS.formatted(ofStaff.predicate("f", "borrower_id")))
        .params(ofStaff.params())
        .param("currency", currency.code())
        .param("day", day)
        .param("before", day.minusDays(7))
        .param("most", MOST)
        .query((row, _) ->
            new OfficerStanding(
                row.getObject("officer_id", UUID.class),
                row.getLong("loans"),
                new Money(row.getLong("owed"), currency),
                new Money(row.getLong("late"), currency),
                new Money(row.getLong("late_30"), currency),
                new Money(row.getLong("owed_before"), currency),
                new Money(row.getLong("late_30_before"), currency)))
        .list();
  }
}
