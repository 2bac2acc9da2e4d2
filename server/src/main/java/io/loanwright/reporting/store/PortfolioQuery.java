package io.loanwright.reporting.store;

import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.LoanStatus;
import io.loanwright.reporting.AtRisk;
import io.loanwright.reporting.Portfolio;
import io.loanwright.reporting.Portfolio.AtClose;
import io.loanwright.reporting.Portfolio.OfDay;
import io.loanwright.reporting.Portfolio.OfStatus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts and adds up the portfolio. */
@Repository
public class PortfolioQuery {

  /** Reads figures that are kept: a row for each branch and officer. */
  private static final String BORROWERS =
      """
      SELECT coalesce(sum(f.borrowers), 0)::bigint
        FROM borrower.borrower_figure f
       WHERE %s
      """;

  /** The same of one borrower, for whom no figures are kept. */
  private static final String BORROWERS_OF_ONE =
      """
      SELECT count(*)
        FROM borrower.borrower_card b
       WHERE %s
      """;

  /** Reads figures that are kept: a row for each branch, officer and status. */
  private static final String BY_STATUS =
      """
      SELECT f.status, sum(f.loans) AS loans, sum(f.disbursed_minor) AS disbursed_minor,
             sum(f.outstanding_minor) AS outstanding_minor
        FROM loan.portfolio_figure f
       WHERE f.currency = :currency
         AND %s
       GROUP BY f.status
      HAVING sum(f.loans) <> 0
      """;

  /** The same of one borrower, for whom no figures are kept: some loans. */
  private static final String BY_STATUS_OF_ONE =
      """
      SELECT l.status, count(*) AS loans,
             coalesce(sum(l.disbursed_minor), 0) AS disbursed_minor,
             sum(l.principal_outstanding_minor)  AS outstanding_minor
        FROM loan.loan_card l
       WHERE l.currency = :currency
         AND %s
       GROUP BY l.status
      """;

  /** Reads figures that are kept: a row for each branch, officer and channel of a day. */
  private static final String BY_DAY =
      """
      SELECT f.paid_on, sum(f.amount_minor) AS amount_minor
        FROM payment.day_figure f
       WHERE f.paid_on BETWEEN :from AND :to
         AND f.currency = :currency
         AND %s
       GROUP BY f.paid_on
      """;

  /** The same of one borrower, for whom no figures are kept: some payments. */
  private static final String BY_DAY_OF_ONE =
      """
      SELECT p.paid_on, sum(p.amount_minor) AS amount_minor
        FROM payment.payment_card p
       WHERE p.paid_on BETWEEN :from AND :to
         AND p.currency = :currency
         AND p.status = 'POSTED'
         AND %s
       GROUP BY p.paid_on
      """;

  private static final String AT_CLOSES =
      """
      SELECT f.day, sum(f.active) AS loans, sum(f.outstanding_minor) AS owed,
             sum(f.late_minor) AS late, sum(f.late_30_minor) AS late_30
        FROM loan.portfolio_of_day f
       WHERE f.day IN (:yesterday, :lastWeek)
         AND f.currency = :currency
         AND %s
       GROUP BY f.day
      """;

  private final JdbcClient jdbc;
  private final AgeingQuery ages;

  PortfolioQuery(JdbcClient jdbc, AgeingQuery ages) {
    this.jdbc = jdbc;
    this.ages = ages;
  }

  /**
   * Returns the portfolio within a reach; its figures are of one moment.
   *
   * @param asOf the business date, the last day of the repayments
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Portfolio portfolio(Reach reach, Currency currency, LocalDate asOf) {
    Map<LocalDate, AtClose> closes = atCloses(reach, currency, asOf);
    return new Portfolio(
        asOf,
        currency,
        borrowers(reach),
        byStatus(reach, currency),
        AtRisk.of(ages.ages(reach, currency), currency, asOf),
        byDay(reach, currency, asOf),
        closes.get(asOf.minusDays(1)),
        closes.get(asOf.minusDays(7)));
  }

  /** No figures are kept of one borrower. */
  private Map<LocalDate, AtClose> atCloses(Reach reach, Currency currency, LocalDate asOf) {
    Map<LocalDate, AtClose> found = new HashMap<>();
    if (reach.scope() == Scope.SELF) {
      return found;
    }
    jdbc.sql(AT_CLOSES.formatted(reach.predicate("f", "borrower_id")))
        .params(reach.params())
        .param("currency", currency.code())
        .param("yesterday", asOf.minusDays(1))
        .param("lastWeek", asOf.minusDays(7))
        .query(row -> {
          found.put(
              row.getObject("day", LocalDate.class),
              new AtClose(
                  row.getLong("loans"),
                  new Money(row.getLong("owed"), currency),
                  new Money(row.getLong("late"), currency),
                  new Money(row.getLong("late_30"), currency)));
        });
    return found;
  }

  private long borrowers(Reach reach) {
    String statement =
        reach.scope() == Scope.SELF
            ? BORROWERS_OF_ONE.formatted(reach.predicate("b", "id"))
            : BORROWERS.formatted(reach.predicate("f", "borrower_id"));
    return jdbc.sql(statement).params(reach.params()).query(Long.class).single();
  }

  private List<OfStatus> byStatus(Reach reach, Currency currency) {
    String statement =
        reach.scope() == Scope.SELF
            ? BY_STATUS_OF_ONE.formatted(reach.predicate("l", "borrower_id"))
            : BY_STATUS.formatted(reach.predicate("f", "borrower_id"));
    List<OfStatus> rows =
        jdbc.sql(statement)
            .params(reach.params())
            .param("currency", currency.code())
            .query((row, _) ->
                new OfStatus(
                    LoanStatus.valueOf(row.getString("status")),
                    row.getLong("loans"),
                    new Money(row.getLong("disbursed_minor"), currency),
                    new Money(row.getLong("outstanding_minor"), currency)))
            .list();
    return rows.stream().sorted(Comparator.comparing(OfStatus::status)).toList();
  }

  private List<OfDay> byDay(Reach reach, Currency currency, LocalDate asOf) {
    LocalDate from = asOf.minusDays(Portfolio.DAYS - 1L);
    String statement =
        reach.scope() == Scope.SELF
            ? BY_DAY_OF_ONE.formatted(reach.predicate("p", "borrower_id"))
            : BY_DAY.formatted(reach.predicate("f", "borrower_id"));
    Map<LocalDate, OfDay> found =
        jdbc
            .sql(statement)
            .params(reach.params())
            .param("currency", currency.code())
            .param("from", from)
            .param("to", asOf)
            .query((row, _) ->
                new OfDay(
                    row.getObject("paid_on", LocalDate.class),
                    new Money(row.getLong("amount_minor"), currency)))
            .list()
            .stream()
            .collect(Collectors.toMap(OfDay::on, Function.identity()));
    return IntStream.range(0, Portfolio.DAYS)
        .mapToObj(from::plusDays)
        .map(day -> found.getOrDefault(day, new OfDay(day, Money.zero(currency))))
        .toList();
  }
}
