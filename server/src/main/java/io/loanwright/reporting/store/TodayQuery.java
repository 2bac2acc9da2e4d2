package io.loanwright.reporting.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.collection.CollectionQueue;
import io.loanwright.collection.Queued;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.reporting.AtRisk;
import io.loanwright.reporting.Tile;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  /** What is to come in within the month, and what has come in. */
  private static final String DUE_OF_MONTH =
      """
      SELECT coalesce(sum(f.due_minor), 0)::bigint
        FROM loan.due_figure f
       WHERE f.due_on >= :firstOfMonth
         AND f.due_on <= :lastOfMonth
         AND f.currency = :currency
         AND %s
      """;

  private static final String COLLECTED_OF_MONTH =
      """
      SELECT coalesce(sum(f.amount_minor), 0)::bigint
        FROM payment.day_figure f
       WHERE f.paid_on >= :firstOfMonth
         AND f.paid_on <= :today
         AND f.currency = :currency
         AND %s
      """;

  /** In whichever currency. */
  private static final String RUNNING =
      """
      SELECT coalesce(sum(f.loans), 0) > 0
        FROM loan.portfolio_figure f
       WHERE f.status IN ('SUBMITTED', 'UNDER_REVIEW', 'APPROVED', 'ACTIVE', 'WRITTEN_OFF')
         AND %s
      """;

  private final JdbcClient jdbc;
  private final AgeingQuery ages;
  private final CollectionQueue queue;

  TodayQuery(JdbcClient jdbc, AgeingQuery ages, CollectionQueue queue) {
    this.jdbc = jdbc;
    this.ages = ages;
    this.queue = queue;
  }

  /**
   * What is looked at.
   *
   * @param officer only the loans of this one; null for all within reach
   */
  private record Asked(Reach reach, @Nullable UUID officer, Currency currency, LocalDate today) {

    LocalDate yesterday() {
      return today.minusDays(1);
    }

    LocalDate lastWeek() {
      return today.minusDays(7);
    }

    String condition(String alias) {
      String reached = reach.predicate(alias, "borrower_id");
      return officer == null ? reached : reached + " AND " + alias + ".officer_id = :officer";
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
    Asked asked = new Asked(reach, null, currency, today);
    Stock stock = stock(asked);
    List<Tile> tiles = new ArrayList<>(waiting(stock));
    tiles.add(atRisk(stock, asked));
    tiles.addAll(flows(asked));
    tiles.addAll(paidOutAndReversed(asked));
    tiles.add(month(asked));
    if (reach.scope() == Scope.OWN) {
      tiles.add(Tile.money(Tile.Of.OVERDUE, currency, number(OVERDUE, "f", asked), null, null));
    }
    if (caller.may(Permission.COLLECTION_QUEUE)) {
      Reach queued = ofStaff(caller.reach(Permission.COLLECTION_QUEUE));
      Asked promises = new Asked(queued, null, currency, today);
      tiles.add(Tile.count(Tile.Of.PROMISES, number(PROMISES, "l", promises)));
      if (reach.scope() == Scope.OWN) {
        tiles.addAll(queued(caller));
      }
    }
    return tiles;
  }

  /**
   * Returns the figures of the caller's own loans, for whoever sees those of others beside; nothing
   * for who has none. They are of one moment.
   *
   * @param today the business date
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Tile> own(Caller caller, Currency currency, LocalDate today) {
    Reach reach = caller.reach(Permission.DASHBOARD_VIEW);
    boolean seesOthers = reach.scope() == Scope.ORGANIZATION || reach.scope() == Scope.BRANCH;
    Asked asked = new Asked(reach, caller.userId(), currency, today);
    if (!seesOthers || !statement(RUNNING, "f", asked).query(Boolean.class).single()) {
      return List.of();
    }
    List<Tile> tiles = new ArrayList<>(waiting(stock(asked)));
    tiles.addAll(flows(asked));
    tiles.add(Tile.money(Tile.Of.OVERDUE, currency, number(OVERDUE, "f", asked), null, null));
    tiles.add(month(asked));
    if (caller.may(Permission.COLLECTION_QUEUE)) {
      tiles.addAll(queued(caller));
    }
    return tiles;
  }

  private List<Tile> queued(Caller caller) {
    Map<Queued.Section, Long> loans = queue.summary(caller, null).loans();
    return Arrays.stream(Queued.Section.values())
        .map(section -> Tile.count(of(section), loans.getOrDefault(section, 0L)))
        .toList();
  }

  private static Tile.Of of(Queued.Section section) {
    return switch (section) {
      case BROKEN_PROMISE -> Tile.Of.QUEUE_BROKEN_PROMISE;
      case PROMISE_DUE -> Tile.Of.QUEUE_PROMISE_DUE;
      case ACTION_DUE -> Tile.Of.QUEUE_ACTION_DUE;
      case NEWLY_OVERDUE -> Tile.Of.QUEUE_NEWLY_OVERDUE;
      case NOT_CONTACTED -> Tile.Of.QUEUE_NOT_CONTACTED;
    };
  }

  private Tile month(Asked asked) {
    return Tile.money(
            Tile.Of.COLLECTED_OF_MONTH,
            asked.currency(),
            number(COLLECTED_OF_MONTH, "f", asked),
            null,
            null)
        .measuredBy(new Money(number(DUE_OF_MONTH, "f", asked), asked.currency()));
  }

  /** No figures are kept of one borrower. */
  private static Reach ofStaff(Reach reach) {
    return reach.scope() == Scope.SELF ? reach.ofBranches() : reach;
  }

  /** What waits now, and what closes found. */
  private record Stock(
      Map<String, Long> now, Map<String, Long> yesterday, Map<String, Long> lastWeek) {

    Tile count(Tile.Of of, String column) {
      return Tile.count(
          of, now.getOrDefault(column, 0L), yesterday.get(column), lastWeek.get(column));
    }
  }

  private Stock stock(Asked asked) {
    Map<LocalDate, Map<String, Long>> was =
        byDay(STOCK_OF_DAYS, "f", asked, List.of("waiting", "approved", "owed", "late"));
    Map<String, Long> now =
        statement(STOCK, "f", asked)
            .query((row, _) ->
                Map.of("waiting", row.getLong("waiting"), "approved", row.getLong("approved")))
            .single();
    return new Stock(
        now,
        was.getOrDefault(asked.yesterday(), Map.of()),
        was.getOrDefault(asked.lastWeek(), Map.of()));
  }

  private static List<Tile> waiting(Stock stock) {
    return List.of(
        stock.count(Tile.Of.WAITING, "waiting"), stock.count(Tile.Of.TO_DISBURSE, "approved"));
  }

  private Tile atRisk(Stock stock, Asked asked) {
    return new Tile(
        Tile.Of.AT_RISK,
        AtRisk.of(ages.ages(asked.reach(), asked.currency()), asked.currency(), asked.today())
            .stream()
            .filter(row -> row.fromDay() == AT_RISK_FROM)
            .findFirst()
            .orElseThrow()
            .percent(),
        percent(stock.yesterday()),
        percent(stock.lastWeek()));
  }

  private static @Nullable BigDecimal percent(Map<String, Long> day) {
    Long late = day.get("late");
    Long owed = day.get("owed");
    return late == null || owed == null ? null : AtRisk.percent(late, owed);
  }

  private List<Tile> flows(Asked asked) {
    Map<LocalDate, Map<String, Long>> due = byDay(DUE, "f", asked, List.of("due", "paid"));
    Map<LocalDate, Map<String, Long>> collected =
        byDay(COLLECTED, "f", asked, List.of("collected"));
    return List.of(
        money(Tile.Of.DUE, due, "due", asked),
        money(Tile.Of.DUE_PAID, due, "paid", asked),
        money(Tile.Of.COLLECTED, collected, "collected", asked));
  }

  private List<Tile> paidOutAndReversed(Asked asked) {
    Map<LocalDate, Map<String, Long>> disbursed =
        byDay(DISBURSED, "l", asked, List.of("disbursed"));
    Map<LocalDate, Map<String, Long>> reversed = byDay(REVERSED, "p", asked, List.of("reversed"));
    return List.of(
        money(Tile.Of.DISBURSED, disbursed, "disbursed", asked),
        Tile.count(
            Tile.Of.REVERSED,
            of(reversed, asked.today(), "reversed"),
            of(reversed, asked.yesterday(), "reversed"),
            of(reversed, asked.lastWeek(), "reversed")));
  }

  private static Tile money(
      Tile.Of of, Map<LocalDate, Map<String, Long>> found, String column, Asked asked) {
    return Tile.money(
        of,
        asked.currency(),
        of(found, asked.today(), column),
        of(found, asked.yesterday(), column),
        of(found, asked.lastWeek(), column));
  }

  /** A day of which nothing is found is one on which nothing happened. */
  private static long of(Map<LocalDate, Map<String, Long>> found, LocalDate day, String column) {
    return found.getOrDefault(day, Map.of()).getOrDefault(column, 0L);
  }

  private long number(String sql, String alias, Asked asked) {
    return statement(sql, alias, asked).query(Long.class).single();
  }

  private Map<LocalDate, Map<String, Long>> byDay(
      String sql, String alias, Asked asked, List<String> columns) {
    Map<LocalDate, Map<String, Long>> found = new HashMap<>();
    statement(sql, alias, asked)
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

  private JdbcClient.StatementSpec statement(String sql, String alias, Asked asked) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql.formatted(asked.condition(alias)))
            .params(asked.reach().params())
            .param("currency", asked.currency().code())
            .param("today", asked.today())
            .param("yesterday", asked.yesterday())
            .param("lastWeek", asked.lastWeek())
            .param("firstOfMonth", asked.today().withDayOfMonth(1))
            .param("lastOfMonth", asked.today().with(TemporalAdjusters.lastDayOfMonth()));
    return asked.officer() == null ? statement : statement.param("officer", asked.officer());
  }
}
