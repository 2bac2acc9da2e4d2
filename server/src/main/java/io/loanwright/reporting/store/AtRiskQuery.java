package io.loanwright.reporting.store;

import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.reporting.Ageing.Age;
import io.loanwright.reporting.AtRiskReport;
import io.loanwright.reporting.AtRiskReport.By;
import io.loanwright.reporting.AtRiskReport.Part;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is at risk with each branch or officer. */
@Repository
public class AtRiskQuery {

  /** Reads figures that are kept: a row for each branch, officer and due date. */
  private static final String AGES =
      """
      SELECT %s AS of_whom, f.branch_id, f.unpaid_since, sum(f.loans)::bigint AS loans,
             sum(f.outstanding_minor)::bigint AS outstanding
        FROM loan.ageing_figure f
       WHERE f.currency = :currency
         AND (CAST(:branch AS uuid) IS NULL OR f.branch_id = :branch)
         AND %s
       GROUP BY 1, 2, 3
      HAVING sum(f.loans) <> 0
      """;

  private final JdbcClient jdbc;

  AtRiskQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns what is at risk within a reach.
   *
   * @param branch only this one; null for all within reach
   * @param on the business date
   */
  public AtRiskReport atRisk(
      Reach reach, @Nullable UUID branch, Currency currency, LocalDate on, By by) {
    String ofWhom =
        switch (by) {
          case BRANCH -> "f.branch_id";
          case OFFICER -> "f.officer_id";
        };
    return new AtRiskReport(
        on,
        currency,
        by,
        jdbc.sql(AGES.formatted(ofWhom, reach.predicate("f", "borrower_id")))
            .params(reach.params())
            .param("currency", currency.code())
            .param("branch", branch)
            .query((row, _) ->
                new Part(
                    row.getObject("of_whom", UUID.class),
                    new Age(
                        row.getObject("branch_id", UUID.class),
                        row.getObject("unpaid_since", LocalDate.class),
                        row.getLong("loans"),
                        new Money(row.getLong("outstanding"), currency))))
            .list());
  }
}
