package io.loanwright.reporting.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.engine.money.Currency;
import io.loanwright.reporting.AtRisk;
import io.loanwright.reporting.Tile;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What there is to do on the business date, and what came of it so far, beside earlier days. */
@Repository
public class TodayQuery {

  private static final int AT_RISK_FROM = 31;

  private static final String STOCK =
      """
      SELECT coalesce(sum(f.loans) FILTER (WHERE f.status IN ('SUBMITTED', 'UNDER_REVIEW')), 0)
               AS waiting,
             coalesce(sum(f.loans) FILTER (WHERE f.status = 'APPROVED'), 0) AS approved
        FROM loan.portfolio_figure f
       WHERE f.currency = :currency
         AND %s
      """;

  private static final String STOCK_OF_DAYS =
      """
      SELECT f.day, sum(f.waiting) AS waiting, sum(f.approved) AS approved,
             sum(f.outstanding_minor) AS owed, sum(f.late_30_minor) AS late
        FROM loan.portfolio_of_day f
       WHERE f.day IN (:yesterday, :lastWeek)
         AND f.currency = :currency
         AND %s
       GROUP BY f.day
      """;

  private static final String DUE =
      """
      SELECT f.due_on AS day, sum(f.due_minor) AS due, sum(f.due_minor - f.unpaid_minor) AS paid
        FROM loan.due_figure f
       WHERE f.due_on IN (:today, :yesterday, :lastWeek)
         AND f.currency = :currency
         AND %s
       GROUP BY f.due_on
      """;

  /** Of one officer: the days on which he has something unpaid are few. */
  private static final String OVERDUE =
      """
      SELECT coalesce(sum(f.unpaid_minor), 0)
        FROM loan.due_figure f
       WHERE f.due_on < :today
         AND f.unpaid_minor <> 0
         AND f.currency = :currency
         AND %s
      """;

  private static final String COLLECTED =
      """
      SELECT f.paid_on AS day, sum(f.amount_minor) AS collected
        FROM payment.day_figure f
       WHERE f.paid_on IN (:today, :yesterday, :lastWeek)
         AND f.currency = :currency
         AND %s
       GROUP BY f.paid_on
      """;

  /** What was paid out on a loan later counts on its own day, and not with the loan's payout. */
  private static final String DISBURSED =
      """
      SELECT p.day, sum(p.minor) AS disbursed
        FROM (SELECT l.disbursed_on AS day,
                     l.disbursed_minor - (SELECT coalesce(sum(t.amount_minor), 0)
                                            FROM loan.top_up t
                                           WHERE t.loan_id = l.id) AS minor
                FROM loan.loan_card l
               WHERE coalesce(l.disbursed_on, DATE '9999-12-31')
                       IN (:today, :yesterday, :lastWeek)
                 AND l.currency = :currency
                 AND %1$s
               UNION ALL
              SELECT t.paid_on, t.amount_minor
                FROM loan.top_up t
                JOIN loan.loan_card l ON l.id = t.loan_id
               WHERE t.paid_on IN (:today, :yesterday, :lastWeek)
                 AND l.currency = :currency
                 AND %1$s) p
       GROUP BY p.day
      """;

  private static final String REVERSED =
      """
      SELECT p.reversed_on AS day, count(*) AS reversed
        FROM payment.payment_card p
       WHERE p.reversed_on IN (:today, :yesterday, :lastWeek)
         AND p.status = 'REVERSED'
         AND p.currency = :currency
         AND %s
       GROUP BY p.reversed_on
      """;

  private static final String PROMISES =
      """
      SELECT count(*)
        FROM collection.promise_card c
        JOIN loan.loan_card l ON l.id = c.loan_id
       WHERE c.state = 'OPEN'
         AND c.due_on <= :today
         AND c.currency = :currency
         AND %s
      """;

  private final JdbcClient jdbc;
  private final AgeingQuery ages;

  TodayQuery(JdbcClient jdbc, AgeingQuery ages) {
    this.jdbc = jdbc;
    this.ages = ages;
  }

  /** The three days that are looked at. */
  private record Days(LocalDate today) {

    LocalDate yesterday() {
      return today.minusDays(1);
    }

    LocalDate lastWeek() {
      return today.minusDays(7);
    }
  }

  /**
   * Returns the figures within the caller's reach; they are of one moment.
   *
   * @param today the business date
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Tile> tiles(Caller caller, Currency currency, LocalDate today) {
    Reach reach = ofStaff(caller.reach(Permission.DASHBOARD_VIEW));
    Days days = new Days(today);
    List<Tile> tiles = new ArrayList<>(stock(reach, currency, days));
    tiles.addAll(flows(reach, currency, days));
    if (reach.scope() == Scope.OWN) {
      tiles.add(Tile.money(Tile.Of.OVERDUE, currency, overdue(reach, currency, days), null, null));
    }
    if (caller.may(Permission.COLLECTION_QUEUE)) {
      Reach queue = ofStaff(caller.reach(Permission.COLLECTION_QUEUE));
      tiles.add(Tile.count(Tile.Of.PROMISES, number(PROMISES, "l", queue, currency, days)));
    }
    return tiles;
  }

  /** No figures are kept of one borrower. */
  private static Reach ofStaff(Reach reach) {
    return reach.scope() == Scope.SELF ? reach.ofBranches() : reach;
  }

  private List<Tile> stock(Reach reach, Currency currency, Days days) {
    Map<LocalDate, Map<String, Long>> was =
        byDay(
            STOCK_OF_DAYS,
            "f",
            reach,
            currency,
            days,
            List.of("waiting", "approved", "owed", "late"));
    Map<String, Long> before = was.getOrDefault(days.yesterday(), Map.of());
    Map<String, Long> weekBefore = was.getOrDefault(days.lastWeek(), Map.of());
    Map<String, Long> now =
        statement(STOCK, "f", reach, currency, days)
            .query((row, _) ->
                Map.of("waiting", row.getLong("waiting"), "approved", row.getLong("approved")))
            .single();
    return List.of(
        Tile.count(
            Tile.Of.WAITING,
            now.getOrDefault("waiting", 0L),
            before.get("waiting"),
            weekBefore.get("waiting")),
        Tile.count(
            Tile.Of.TO_DISBURSE,
            now.getOrDefault("approved", 0L),
            before.get("approved"),
            weekBefore.get("approved")),
        new Tile(
            Tile.Of.AT_RISK,
            AtRisk.of(ages.ages(reach, currency), currency, days.today()).stream()
                .filter(row -> row.fromDay() == AT_RISK_FROM)
                .findFirst()
                .orElseThrow()
                .percent(),
            percent(before),
            percent(weekBefore)));
  }

  private static @Nullable BigDecimal percent(Map<String, Long> day) {
    Long late = day.get("late");
    Long owed = day.get("owed");
    return late == null || owed == null ? null : AtRisk.percent(late, owed);
  }

  private List<Tile> flows(Reach reach, Currency currency, Days days) {
    Map<LocalDate, Map<String, Long>> due =
        byDay(DUE, "f", reach, currency, days, List.of("due", "paid"));
    Map<LocalDate, Map<String, Long>> collected =
        byDay(COLLECTED, "f", reach, currency, days, List.of("collected"));
    Map<LocalDate, Map<String, Long>> disbursed =
        byDay(DISBURSED, "l", reach, currency, days, List.of("disbursed"));
    Map<LocalDate, Map<String, Long>> reversed =
        byDay(REVERSED, "p", reach, currency, days, List.of("reversed"));
    return List.of(
        money(Tile.Of.DUE, due, "due", currency, days),
        money(Tile.Of.DUE_PAID, due, "paid", currency, days),
        money(Tile.Of.COLLECTED, collected, "collected", currency, days),
        money(Tile.Of.DISBURSED, disbursed, "disbursed", currency, days),
        Tile.count(
            Tile.Of.REVERSED,
            of(reversed, days.today(), "reversed"),
            of(reversed, days.yesterday(), "reversed"),
            of(reversed, days.lastWeek(), "reversed")));
  }

  private static Tile money(
      Tile.Of of,
      Map<LocalDate, Map<String, Long>> found,
      String column,
      Currency currency,
      Days days) {
    return Tile.money(
        of,
        currency,
        of(found, days.today(), column),
        of(found, days.yesterday(), column),
        of(found, days.lastWeek(), column));
  }

  /** A day of which nothing is found is one on which nothing happened. */
  private static long of(Map<LocalDate, Map<String, Long>> found, LocalDate day, String column) {
    return found.getOrDefault(day, Map.of()).getOrDefault(column, 0L);
  }

  private long overdue(Reach reach, Currency currency, Days days) {
    return number(OVERDUE, "f", reach, currency, days);
  }

  private long number(String sql, String alias, Reach reach, Currency currency, Days days) {
    return statement(sql, alias, reach, currency, days).query(Long.class).single();
  }

  private Map<LocalDate, Map<String, Long>> byDay(
      String sql, String alias, Reach reach, Currency currency, Days days, List<String> columns) {
    Map<LocalDate, Map<String, Long>> found = new HashMap<>();
    statement(sql, alias, reach, currency, days)
        .query(row -> {
          found.put(row.getObject("day", LocalDate.class), figures(row, columns));
        });
    return found;
  }

  private static Map<String, Long> figures(ResultSet row, List<String> columns)
      throws SQLException {
    Map<String, Long> figures = new HashMap<>();
    for (String column : columns) {
      figures.put(column, row.getLong(column));
    }
    return figures;
  }

  private JdbcClient.StatementSpec statement(
      String sql, String alias, Reach reach, Currency currency, Days days) {
    return jdbc.sql(sql.formatted(reach.predicate(alias, "borrower_id")))
        .params(reach.params())
        .param("currency", currency.code())
        .param("today", days.today())
        .param("yesterday", days.yesterday())
        .param("lastWeek", days.lastWeek());
  }
}
