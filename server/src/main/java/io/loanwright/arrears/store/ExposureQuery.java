package io.loanwright.arrears.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is lent out, by how long it is unpaid; read from figures that are kept. */
@Repository
public class ExposureQuery {

  private static final String BY_BRANCH =
      """
      SELECT f.branch_id, f.currency, f.unpaid_since, sum(f.outstanding_minor)::bigint AS owed_minor
        FROM loan.ageing_figure f
       GROUP BY f.branch_id, f.currency, f.unpaid_since
      HAVING sum(f.outstanding_minor) <> 0
       ORDER BY f.branch_id, f.currency
      """;

  private final JdbcClient jdbc;

  ExposureQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Principal that is outstanding.
   *
   * @param unpaidSince the due date of the oldest installments that are not paid
   */
  public record Exposure(UUID branchId, @Nullable LocalDate unpaidSince, Money outstanding) {}

  /** Returns the principal of all active loans. */
  public List<Exposure> byBranch() {
    return jdbc.sql(BY_BRANCH)
        .query((row, _) ->
            new Exposure(
                row.getObject("branch_id", UUID.class),
                row.getObject("unpaid_since", LocalDate.class),
                new Money(row.getLong("owed_minor"), Currency.of(row.getString("currency")))))
        .list();
  }
}
