package io.loanwright.reporting.store;

import io.loanwright.arrears.InterestReceivable;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.LenderWallets;
import io.loanwright.ledger.PostingRole;
import io.loanwright.ledger.Statement;
import io.loanwright.ledger.Wallets;
import io.loanwright.loan.PrincipalOwed;
import io.loanwright.product.Products;
import io.loanwright.reporting.ControlAccounts;
import io.loanwright.reporting.ControlAccounts.Apart;
import io.loanwright.reporting.ControlAccounts.Control;
import io.loanwright.reporting.ControlAccounts.Kept;
import io.loanwright.reporting.ControlAccounts.LoanApart;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Adds up loans and wallets, and looks what the books say of them. */
@Repository
public class ControlQuery {

  /** Reads all lines of loans on the accounts: only where there is a difference to look for. */
  private static final String APART =
      """
      SELECT l.id, l.number, l.principal_outstanding_minor AS kept_minor,
             coalesce(m.minor, 0)::bigint AS posted_minor
        FROM loan.loan_card l
        LEFT JOIN (SELECT v.loan_id, sum(v.minor) AS minor
                     FROM ledger.loan_movement v
                    WHERE v.account = ANY (:accounts)
                      AND v.currency = :currency
                    GROUP BY v.loan_id) m ON m.loan_id = l.id
       WHERE l.currency = :currency
         AND l.principal_outstanding_minor <> coalesce(m.minor, 0)
       ORDER BY l.id
       LIMIT :limit
      """;

  private static final String OF_LOANS =
      """
      SELECT coalesce(sum(v.minor), 0)::bigint
        FROM ledger.loan_movement v
       WHERE v.account = ANY (:accounts)
         AND v.currency = :currency
      """;

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Products products;
  private final PrincipalOwed principal;
  private final Wallets wallets;
  private final LenderWallets own;
  private final InterestReceivable interest;

  ControlQuery(
      JdbcClient jdbc,
      Ledger ledger,
      Products products,
      PrincipalOwed principal,
      Wallets wallets,
      LenderWallets own,
      InterestReceivable interest) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.products = products;
    this.principal = principal;
    this.wallets = wallets;
    this.own = own;
    this.interest = interest;
  }

  /** Returns both sides as they are now, of one moment. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ControlAccounts of(LocalDate on, Currency currency) {
    Set<String> receivable = products.accounts(PostingRole.INTEREST_RECEIVABLE, currency);
    return new ControlAccounts(
        on,
        currency,
        List.of(
            now(Kept.LOAN_PRINCIPAL, principal.now(currency), portfolio(currency)),
            now(Kept.WALLETS, wallets.held(currency), Set.of(ChartPreset.wallets())),
            now(Kept.LENDER_WALLETS, own.held(currency), own.accounts()),
            now(Kept.INTEREST_RECEIVABLE, interest.now(currency), receivable)));
  }

  private Control now(Kept what, Money sum, Set<String> accounts) {
    return new Control(what, sum, ledger.balances(accounts, sum.currency()));
  }

  /**
   * Returns both sides as they were at the end of a day that is past. Loans are replayed; what
   * wallets held is what they hold, less what was posted since.
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ControlAccounts ofPast(LocalDate on, Currency currency) {
    return new ControlAccounts(
        on,
        currency,
        List.of(
            new Control(
                Kept.LOAN_PRINCIPAL,
                principal.on(on, currency),
                ledger.balances(portfolio(currency), on, currency)),
            past(Kept.WALLETS, wallets.held(currency), Set.of(ChartPreset.wallets()), on),
            past(Kept.LENDER_WALLETS, own.held(currency), own.accounts(), on)));
  }

  private Control past(Kept what, Money now, Set<String> accounts, LocalDate on) {
    Control today = now(what, now, accounts);
    List<Statement.Line> then = ledger.balances(accounts, on, now.currency());
    Control past = new Control(what, now, then);
    Money since = today.control().minus(past.control());
    return new Control(what, now.minus(since), then);
  }

  /** Returns the loans whose principal is not what the journal says of them, as they are now. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Apart apart(Currency currency) {
    Set<String> accounts = portfolio(currency);
    Control all = now(Kept.LOAN_PRINCIPAL, principal.now(currency), accounts);
    String[] codes = accounts.toArray(String[]::new);
    List<LoanApart> loans =
        jdbc.sql(APART)
            .param("accounts", codes)
            .param("currency", currency.code())
            .param("limit", Apart.MOST)
            .query((row, _) ->
                new LoanApart(
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    new Money(row.getLong("kept_minor"), currency),
                    new Money(row.getLong("posted_minor"), currency)))
            .list();
    long ofLoans =
        jdbc.sql(OF_LOANS)
            .param("accounts", codes)
            .param("currency", currency.code())
            .query(Long.class)
            .single();
    return new Apart(currency, loans, all.control().minus(new Money(ofLoans, currency)));
  }

  private Set<String> portfolio(Currency currency) {
    return products.accounts(PostingRole.LOAN_PORTFOLIO, currency);
  }
}
