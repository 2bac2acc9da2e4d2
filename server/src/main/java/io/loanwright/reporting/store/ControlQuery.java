package io.loanwright.reporting.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.PostingRole;
import io.loanwright.ledger.Wallets;
import io.loanwright.product.Products;
import io.loanwright.reporting.ControlAccounts;
import io.loanwright.reporting.ControlAccounts.Control;
import io.loanwright.reporting.ControlAccounts.Kept;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Adds up loans and wallets, and looks what the books say of them. */
@Repository
public class ControlQuery {

  /** Reads figures that are kept, however many loans there are. */
  private static final String PRINCIPAL =
      """
      SELECT coalesce(sum(f.outstanding_minor), 0)::bigint
        FROM loan.portfolio_figure f
       WHERE f.currency = :currency
      """;

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Wallets wallets;
  private final Products products;

  ControlQuery(JdbcClient jdbc, Ledger ledger, Wallets wallets, Products products) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.wallets = wallets;
    this.products = products;
  }

  /** Returns both sides of loans and of wallets, of one moment. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ControlAccounts of(LocalDate on, Currency currency) {
    Set<String> portfolio = products.accounts(PostingRole.LOAN_PORTFOLIO, currency);
    Set<String> owed = Set.of(ChartPreset.wallets());
    return new ControlAccounts(
        on,
        currency,
        List.of(
            new Control(
                Kept.LOAN_PRINCIPAL, principal(currency), ledger.balances(portfolio, currency)),
            new Control(Kept.WALLETS, wallets.held(currency), ledger.balances(owed, currency))));
  }

  private Money principal(Currency currency) {
    long minor = jdbc.sql(PRINCIPAL).param("currency", currency.code()).query(Long.class).single();
    return new Money(minor, currency);
  }
}
