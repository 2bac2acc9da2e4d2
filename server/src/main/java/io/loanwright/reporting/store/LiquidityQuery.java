package io.loanwright.reporting.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.MoneyReports;
import io.loanwright.reporting.Liquidity;
import io.loanwright.reporting.Liquidity.Counted;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Adds up money at hand, what is promised, and what should come in. */
@Repository
public class LiquidityQuery {

  /** Few loans wait for their money; found by {@code loan_status_idx}. */
  private static final String APPROVED =
      """
      SELECT count(*) AS found, coalesce(sum(l.approved_minor), 0)::bigint AS minor
        FROM loan.loan_card l
       WHERE l.status = 'APPROVED'
         AND l.currency = :currency
         AND (CAST(:branch AS uuid) IS NULL OR l.branch_id = :branch)
      """;

  /** Reads figures that are kept: a row for each day, branch and officer. */
  private static final String UNPAID =
      """
      SELECT coalesce(sum(f.unpaid), 0)::bigint AS found,
             coalesce(sum(f.unpaid_minor), 0)::bigint AS minor
        FROM loan.due_figure f
       WHERE f.currency = :currency
         AND f.due_on > :after
         AND f.due_on <= :until
         AND f.unpaid_minor <> 0
         AND (CAST(:branch AS uuid) IS NULL OR f.branch_id = :branch)
      """;

  private static final LocalDate LONG_AGO = LocalDate.of(1, 1, 1);

  private final JdbcClient jdbc;
  private final MoneyReports money;
  private final Ledger ledger;

  LiquidityQuery(JdbcClient jdbc, MoneyReports money, Ledger ledger) {
    this.jdbc = jdbc;
    this.money = money;
    this.ledger = ledger;
  }

  /**
   * Returns how money stands against promises, of one moment.
   *
   * @param on the business date
   * @param until the last day of what should come in
   * @param branch the branch; null for all
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Liquidity of(LocalDate on, LocalDate until, Currency currency, @Nullable UUID branch) {
    return new Liquidity(
        on,
        until,
        currency,
        branch,
        money.held(new BooksSpan(on, on, currency), branch),
        counted(APPROVED, currency, branch),
        owed(on, currency, branch),
        counted(UNPAID, currency, branch, on, until),
        counted(UNPAID, currency, branch, LONG_AGO, on));
  }

  private Counted counted(String sql, Currency currency, @Nullable UUID branch) {
    return counted(jdbc.sql(sql), currency, branch);
  }

  private Counted counted(
      String sql, Currency currency, @Nullable UUID branch, LocalDate after, LocalDate until) {
    return counted(jdbc.sql(sql).param("after", after).param("until", until), currency, branch);
  }

  private static Counted counted(
      JdbcClient.StatementSpec asked, Currency currency, @Nullable UUID branch) {
    return asked
        .param("currency", currency.code())
        .param("branch", branch)
        .query((row, _) ->
            new Counted(row.getLong("found"), new Money(row.getLong("minor"), currency)))
        .single();
  }

  private Money owed(LocalDate on, Currency currency, @Nullable UUID branch) {
    return ledger.balancesByBranch(ChartPreset.wallets(), on).stream()
        .filter(each -> branch == null || branch.equals(each.branchId()))
        .map(each -> each.net().negated())
        .filter(net -> net.currency().equals(currency))
        .reduce(Money.zero(currency), Money::plus);
  }
}
