package io.loanwright.reporting.store;

import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.reporting.Expected;
import io.loanwright.reporting.Expected.By;
import io.loanwright.reporting.Expected.Sums;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What fell due and what was collected. Reads figures that are kept, a row for each day, branch and
 * officer, so it costs the days that are asked for and no loans.
 */
@Repository
public class ExpectedQuery {

  private static final String DUE =
      """
      SELECT %s AS key, sum(f.due_minor)::bigint AS due, sum(f.unpaid_minor)::bigint AS unpaid
        FROM loan.due_figure f
       WHERE f.due_on BETWEEN :from AND :to
         AND f.currency = :currency
         AND (CAST(:branch AS uuid) IS NULL OR f.branch_id = :branch)
         AND %s
       GROUP BY 1
      HAVING (sum(f.due_minor), sum(f.unpaid_minor)) <> (0, 0)
      """;

  private static final String COLLECTED =
      """
      SELECT %s AS key, sum(f.amount_minor)::bigint AS collected, sum(f.late_minor)::bigint AS late,
             sum(f.due_minor)::bigint AS on_time, sum(f.advance_minor)::bigint AS advance,
             sum(f.beyond_minor)::bigint AS beyond
        FROM payment.day_figure f
       WHERE f.paid_on BETWEEN :from AND :to
         AND f.currency = :currency
         AND (CAST(:branch AS uuid) IS NULL OR f.branch_id = :branch)
         AND %s
       GROUP BY 1
      HAVING sum(f.payments) <> 0
      """;

  private final JdbcClient jdbc;

  ExpectedQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whose loans in which days.
   *
   * @param reach how far the caller sees
   * @param branch only this one's; null for all within reach
   */
  public record Asked(
      Reach reach,
      @Nullable UUID branch,
      Currency currency,
      LocalDate from,
      LocalDate to,
      LocalDate on) {}

  /** Returns the figures of one moment, by the names of their keys. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Expected expected(Asked asked, By by) {
    return new Expected(
        asked.from(), asked.to(), asked.on(), asked.currency(), by, rows(asked, by));
  }

  private List<Expected.Row> rows(Asked asked, By by) {
    Map<@Nullable String, Sums> sums = new HashMap<>();
    read(DUE, key(by, "f.due_on"), asked, sums, ExpectedQuery::due);
    read(COLLECTED, key(by, "f.paid_on"), asked, sums, ExpectedQuery::collected);
    return sums.entrySet().stream()
        .map(each -> new Expected.Row(each.getKey(), each.getValue()))
        .toList();
  }

  private static String key(By by, String day) {
    return switch (by) {
      case BRANCH -> "f.branch_id::text";
      case OFFICER -> "f.officer_id::text";
      case MONTH -> "to_char(%s, 'YYYY-MM')".formatted(day);
    };
  }

  /** How sums are read from a row. */
  @FunctionalInterface
  private interface Reading {
    Sums of(ResultSet row, Currency currency) throws SQLException;
  }

  private void read(
      String sql, String key, Asked asked, Map<@Nullable String, Sums> sums, Reading reading) {
    Reach reach = asked.reach();
    jdbc.sql(sql.formatted(key, reach.predicate("f", "borrower_id")))
        .params(reach.params())
        .param("from", asked.from())
        .param("to", asked.to())
        .param("currency", asked.currency().code())
        .param("branch", asked.branch())
        .query(row -> {
          sums.merge(row.getString("key"), reading.of(row, asked.currency()), Sums::plus);
        });
  }

  private static Sums due(ResultSet row, Currency currency) throws SQLException {
    Money none = Money.zero(currency);
    return new Sums(
        new Money(row.getLong("due"), currency),
        new Money(row.getLong("unpaid"), currency),
        none,
        none,
        none,
        none,
        none);
  }

  private static Sums collected(ResultSet row, Currency currency) throws SQLException {
    Money none = Money.zero(currency);
    return new Sums(
        none,
        none,
        new Money(row.getLong("collected"), currency),
        new Money(row.getLong("late"), currency),
        new Money(row.getLong("on_time"), currency),
        new Money(row.getLong("advance"), currency),
        new Money(row.getLong("beyond"), currency));
  }
}
