package io.loanwright.reporting.store;

import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.reporting.Expected;
import io.loanwright.reporting.OfficerReport;
import io.loanwright.reporting.OfficerReport.Count;
import io.loanwright.reporting.OfficerReport.Figures;
import io.loanwright.reporting.store.ExpectedQuery.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How the work of each officer goes. */
@Repository
public class OfficerReportQuery {

  private static final String WITHIN =
      """
      AND (CAST(:branch AS uuid) IS NULL OR f.branch_id = :branch)
         AND %s\
      """;

  /** Reads figures that are kept: a row for each branch, officer and status. */
  private static final String ACTIVE =
      """
      SELECT f.officer_id, sum(f.loans)::bigint AS loans,
             sum(f.outstanding_minor)::bigint AS outstanding
        FROM loan.portfolio_figure f
       WHERE f.status = 'ACTIVE'
         AND f.currency = :currency
         $WITHIN
       GROUP BY f.officer_id
      HAVING sum(f.loans) <> 0
      """;

  /** Reads figures that are kept: a row for each branch, officer and due date. */
  private static final String LATE =
      """
      SELECT f.officer_id, sum(f.outstanding_minor)::bigint AS late,
             coalesce(sum(f.outstanding_minor) FILTER (WHERE f.unpaid_since < :late30), 0)::bigint
               AS late_30
        FROM loan.ageing_figure f
       WHERE f.unpaid_since < :on
         AND f.currency = :currency
         $WITHIN
       GROUP BY f.officer_id
      HAVING sum(f.loans) <> 0
      """;

  /** Reads figures that are kept: a row for each branch and officer. */
  private static final String BORROWERS =
      """
      SELECT f.officer_id, sum(f.borrowers)::bigint AS borrowers
        FROM borrower.borrower_figure f
       WHERE true
         $WITHIN
       GROUP BY f.officer_id
      HAVING sum(f.borrowers) <> 0
      """;

  /** Reads the loans that were paid out in the days, by {@code loan_disbursed_idx}. */
  private static final String NEW =
      """
      SELECT f.officer_id, count(*) AS loans, sum(f.disbursed_minor)::bigint AS paid_out
        FROM loan.loan_card f
       WHERE coalesce(f.disbursed_on, DATE '9999-12-31') BETWEEN :from AND :to
         AND f.currency = :currency
         $WITHIN
       GROUP BY f.officer_id
      """;

  private final JdbcClient jdbc;
  private final ExpectedQuery expected;

  OfficerReportQuery(JdbcClient jdbc, ExpectedQuery expected) {
    this.jdbc = jdbc;
    this.expected = expected;
  }

  /** Returns the figures of one moment. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public OfficerReport officers(Asked asked) {
    Map<@Nullable UUID, Figures> found = new HashMap<>();
    read(ACTIVE, asked, found, OfficerReportQuery::active);
    read(LATE, asked, found, OfficerReportQuery::late);
    read(BORROWERS, asked, found, OfficerReportQuery::borrowers);
    read(NEW, asked, found, OfficerReportQuery::added);
    for (Expected.Row row : expected.expected(asked, Expected.By.OFFICER).rows()) {
      String key = row.key();
      found.merge(key == null ? null : UUID.fromString(key), Figures.of(row.sums()), Figures::plus);
    }
    List<OfficerReport.Row> rows =
        found.entrySet().stream()
            .map(each -> new OfficerReport.Row(each.getKey(), each.getValue()))
            .toList();
    return new OfficerReport(asked.from(), asked.to(), asked.on(), asked.currency(), rows);
  }

  /** How figures are read from a row. */
  @FunctionalInterface
  private interface Reading {
    Figures of(ResultSet row, Currency currency) throws SQLException;
  }

  private void read(String sql, Asked asked, Map<@Nullable UUID, Figures> found, Reading reading) {
    Reach reach = asked.reach();
    String within = WITHIN.formatted(reach.predicate("f", "borrower_id"));
    jdbc.sql(sql.replace("$WITHIN", within))
        .params(reach.params())
        .param("from", asked.from())
        .param("to", asked.to())
        .param("on", asked.on())
        .param("late30", asked.on().minusDays(30))
        .param("currency", asked.currency().code())
        .param("branch", asked.branch())
        .query(row -> {
          found.merge(
              row.getObject("officer_id", UUID.class),
              reading.of(row, asked.currency()),
              Figures::plus);
        });
  }

  private static Figures active(ResultSet row, Currency currency) throws SQLException {
    return figures(
        currency, new Count(0, row.getLong("loans"), 0), row.getLong("outstanding"), 0, 0, 0);
  }

  private static Figures late(ResultSet row, Currency currency) throws SQLException {
    return figures(currency, new Count(0, 0, 0), 0, row.getLong("late"), row.getLong("late_30"), 0);
  }

  private static Figures borrowers(ResultSet row, Currency currency) throws SQLException {
    return figures(currency, new Count(row.getLong("borrowers"), 0, 0), 0, 0, 0, 0);
  }

  private static Figures added(ResultSet row, Currency currency) throws SQLException {
    return figures(
        currency, new Count(0, 0, row.getLong("loans")), 0, 0, 0, row.getLong("paid_out"));
  }

  private static Figures figures(
      Currency currency, Count count, long outstanding, long late, long late30, long paidOut) {
    return new Figures(
        count,
        new Money(outstanding, currency),
        new Money(late, currency),
        new Money(late30, currency),
        new Money(paidOut, currency),
        Expected.Sums.none(currency));
  }
}
