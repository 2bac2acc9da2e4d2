package io.loanwright.ledger.store;

import io.loanwright.ledger.Account;
import io.loanwright.ledger.AccountType;
import io.loanwright.ledger.CashFlowKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chart of accounts. */
@Repository
public class AccountStore {

  private static final String ALL =
      """
      SELECT id, code, name, type, currency, header, active, cash_flow, version
        FROM ledger.account
       ORDER BY code
      """;

  private static final String BY_ID =
      """
      SELECT id, code, name, type, currency, header, active, cash_flow, version
        FROM ledger.account
       WHERE id = :id
      """;

  private static final String BY_CODE =
      """
      SELECT id, code, name, type, currency, header, active, cash_flow, version
        FROM ledger.account
       WHERE code = :code
      """;

  private static final String USABLE =
      """
      SELECT code
        FROM ledger.account
       WHERE code = ANY (:codes)
         AND active
         AND NOT header
         AND coalesce(currency, :currency) = :currency
      """;

  private static final String USABLE_AS =
      """
      SELECT a.code
        FROM ledger.account a
        JOIN unnest(:codes::text[], :types::text[]) AS t (code, type)
          ON t.code = a.code
         AND t.type = a.type
       WHERE a.active
         AND NOT a.header
         AND coalesce(a.currency, :currency) = :currency
      """;

  private static final String OF_WALLETS =
      """
      SELECT a.code
        FROM ledger.lender_wallet w
        JOIN ledger.account a ON a.id = w.account_id
       WHERE a.code = ANY (:codes)
      """;

  private static final String INSERT =
      """
      INSERT INTO ledger.account (id, code, name, type, currency, header, active, cash_flow, version)
      VALUES (:id, :code, :name, :type, :currency, :header, :active, :cashFlow, 1)
      ON CONFLICT (code) DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE ledger.account
         SET name = :name, active = :active, cash_flow = :cashFlow, version = :version
       WHERE id = :id
         AND version = :version - 1
      """;

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns all accounts in the order of codes; a chart has hundreds at most. */
  public List<Account> all() {
    return jdbc.sql(ALL).query(AccountStore::account).list();
  }

  /** Returns an account. */
  public Optional<Account> find(UUID id) {
    return jdbc.sql(BY_ID).param("id", id).query(AccountStore::account).optional();
  }

  /** Returns the account that has a code. */
  public Optional<Account> named(String code) {
    return jdbc.sql(BY_CODE).param("code", code).query(AccountStore::account).optional();
  }

  /** Returns those of some codes that a currency cannot be posted to. */
  public Set<String> unusable(Set<String> codes, String currency) {
    Set<String> left = new HashSet<>(codes);
    jdbc.sql(USABLE)
        .param("codes", codes.toArray(String[]::new))
        .param("currency", currency)
        .query(String.class)
        .list()
        .forEach(left::remove);
    return left;
  }

  /** Returns those of some codes that a currency cannot be posted to as accounts of a type. */
  public Set<String> unusable(Map<String, AccountType> types, String currency) {
    List<String> codes = List.copyOf(types.keySet());
    Set<String> left = new HashSet<>(codes);
    jdbc.sql(USABLE_AS)
        .param("codes", codes.toArray(String[]::new))
        .param("types", codes.stream().map(types::get).map(String::valueOf).toArray(String[]::new))
        .param("currency", currency)
        .query(String.class)
        .list()
        .forEach(left::remove);
    return left;
  }

  /** Returns those of some codes that are wallets of the lender, open or closed. */
  public Set<String> ofWallets(Set<String> codes) {
    return Set.copyOf(
        jdbc.sql(OF_WALLETS)
            .param("codes", codes.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** Adds an account; false if its code is taken. */
  public boolean insert(Account account) {
    return jdbc.sql(INSERT)
            .param("id", account.id())
            .param("code", account.code())
            .param("name", account.name())
            .param("type", account.type().name())
            .param("currency", account.currency())
            .param("header", account.header())
            .param("active", account.active())
            .param("cashFlow", account.cashFlow().name())
            .update()
        == 1;
  }

  /**
   * Changes name, use and cash flow of an account; false if it is not at the version before any
   * more.
   */
  public boolean update(Account account) {
    return jdbc.sql(UPDATE)
            .param("id", account.id())
            .param("name", account.name())
            .param("active", account.active())
            .param("cashFlow", account.cashFlow().name())
            .param("version", account.version())
            .update()
        == 1;
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        AccountType.valueOf(row.getString("type")),
        row.getString("currency"),
        row.getBoolean("header"),
        row.getBoolean("active"),
        CashFlowKind.valueOf(row.getString("cash_flow")),
        row.getLong("version"));
  }
}
