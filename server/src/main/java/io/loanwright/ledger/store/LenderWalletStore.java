package io.loanwright.ledger.store;

import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWallet.Holder;
import io.loanwright.ledger.LenderWalletFilter;
import io.loanwright.ledger.NewLenderWallet;
import io.loanwright.ledger.WalletKind;
import io.loanwright.web.Cursor;
import io.loanwright.web.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lender's own wallets; each change locks its row until the transaction ends. */
@Repository
public class LenderWalletStore {

  /** A person's own is what reach calls the officer's. */
  private static final String WALLETS =
      """
      SELECT w.id, w.kind, w.name, w.branch_id, w.officer_id, w.currency, a.code, w.balance_minor,
             w.closed_at IS NOT NULL AS closed, w.version
        FROM (SELECT o.*, o.user_id AS officer_id FROM ledger.lender_wallet o) w
        JOIN ledger.account a ON a.id = w.account_id
      """;

  private static final String BY_ID = WALLETS + " WHERE w.id = :id";

  /** By name; the place of the condition on reach takes one of four constants. */
  private static final String PAGE =
      WALLETS
          + """
           WHERE (CAST(:kind AS text) IS NULL OR w.kind = :kind)
             AND (CAST(:currency AS text) IS NULL OR w.currency = :currency)
             AND (w.closed_at IS NOT NULL) = :closed
             AND (CAST(:afterName AS text) IS NULL OR (lower(w.name), w.id) > (:afterName, :afterId))
             AND %s
           ORDER BY lower(w.name), w.id
           LIMIT :limit
          """;

  /** What a branch can pay out of: its own and those of the organization. */
  private static final String AT_HAND =
      WALLETS
          + """
           WHERE w.closed_at IS NULL
             AND w.currency = :currency
             AND w.kind = ANY (:kinds)
             AND (w.branch_id IS NULL OR w.branch_id = :branch)
           ORDER BY lower(w.name), w.id
           LIMIT 1000
          """;

  private static final String IN_CURRENCY =
      WALLETS
          + """
           WHERE w.closed_at IS NULL
             AND w.currency = :currency
             AND w.kind = ANY (:kinds)
           ORDER BY lower(w.name), w.id
           LIMIT 1000
          """;

  private static final String LOCK =
      """
      SELECT id
        FROM ledger.lender_wallet
       WHERE id = ANY (:ids)
       ORDER BY id
         FOR UPDATE
      """;

  private static final String ACCOUNTS =
      """
      SELECT a.code
        FROM ledger.lender_wallet w
        JOIN ledger.account a ON a.id = w.account_id
      """;

  private static final String HELD =
      """
      SELECT coalesce(sum(w.balance_minor), 0)::bigint
        FROM ledger.lender_wallet w
       WHERE w.currency = :currency
      """;

  private static final String NEXT_CODE =
      "SELECT '1150.' || lpad(nextval('ledger.lender_wallet_account')::text, 3, '0')";

  private static final String ADD_ACCOUNT =
      """
      INSERT INTO ledger.account (id, code, name, type, currency, cash_flow)
      VALUES (:id, :code, :name, 'ASSET', :currency, 'MONEY')
      ON CONFLICT (code) DO NOTHING
      """;

  private static final String INSERT =
      """
      INSERT INTO ledger.lender_wallet (id, kind, name, branch_id, user_id, currency, account_id)
      VALUES (:id, :kind, :name, :branch, :user, :currency, :account)
      ON CONFLICT (lower(name)) WHERE closed_at IS NULL DO NOTHING
      """;

  /** The account is called as the wallet is, and out of use when the wallet is closed. */
  private static final String CHANGE =
      """
      WITH changed AS (
        UPDATE ledger.lender_wallet w
           SET name = :name, closed_at = CASE WHEN :closed THEN now() END, version = version + 1
         WHERE id = :id
           AND NOT EXISTS (SELECT 1
                             FROM ledger.lender_wallet o
                            WHERE lower(o.name) = lower(:name)
                              AND o.closed_at IS NULL
                              AND o.id <> w.id)
        RETURNING account_id)
      UPDATE ledger.account a
         SET name = :name, active = NOT :closed, version = a.version + 1
        FROM changed
       WHERE a.id = changed.account_id
      """;

  private static final String ADD =
      """
      UPDATE ledger.lender_wallet
         SET balance_minor = balance_minor + :change
       WHERE id = :id
         AND closed_at IS NULL
         AND balance_minor + :change >= 0
      """;

  /**
   * The day after the last one on which there was less than an amount, counted by value dates; the
   * first day of all where there was always enough. Of sums of days, since the wallet is locked
   * meanwhile.
   */
  private static final String ENOUGH_FROM =
      """
      WITH held AS (
        SELECT c.business_date AS day, lead(c.business_date) OVER (ORDER BY c.business_date) AS next_day,
               sum(sum(c.debit_minor - c.credit_minor)) OVER (ORDER BY c.business_date) AS minor
          FROM ledger.account_change c
         WHERE c.account_id = (SELECT account_id FROM ledger.lender_wallet WHERE id = :id)
           AND c.currency = :currency
         GROUP BY c.business_date)
      SELECT coalesce(max(next_day) FILTER (WHERE minor < :amount), min(day)) AS enough_from
        FROM held
      HAVING count(*) > 0
      """;

  private final JdbcClient jdbc;

  LenderWalletStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a wallet. */
  public Optional<LenderWallet> find(UUID id) {
    return jdbc.sql(BY_ID).param("id", id).query(LenderWalletStore::wallet).optional();
  }

  /**
   * Keeps every other change of some wallets waiting until the transaction ends. They are locked in
   * the order of ids, so two that lock the same ones never wait for each other.
   */
  public void lock(Collection<UUID> ids) {
    jdbc.sql(LOCK).param("ids", ids.toArray(UUID[]::new)).query(UUID.class).list();
  }

  /** Returns wallets in reach, by name. */
  public List<LenderWallet> page(
      Reach reach, LenderWalletFilter filter, @Nullable Cursor after, int limit) {
    return jdbc.sql(PAGE.formatted(reach.predicate("w", "id")))
        .param("kind", filter.kind() == null ? null : filter.kind().name(), Types.VARCHAR)
        .param("currency", filter.currency(), Types.VARCHAR)
        .param("closed", filter.closed())
        .param("afterName", after == null ? null : after.text(0), Types.VARCHAR)
        .param("afterId", after == null ? null : after.id(1), Types.OTHER)
        .params(reach.params())
        .param("limit", limit)
        .query(LenderWalletStore::wallet)
        .list();
  }

  /** Returns the open wallets of a branch and of the organization in a currency, by name. */
  public List<LenderWallet> atHand(
      @Nullable UUID branchId, Currency currency, Collection<WalletKind> kinds) {
    return jdbc.sql(AT_HAND)
        .param("currency", currency.code())
        .param("kinds", kinds.stream().map(WalletKind::name).toArray(String[]::new))
        .param("branch", branchId, Types.OTHER)
        .query(LenderWalletStore::wallet)
        .list();
  }

  /** Returns what is in all wallets of a currency. */
  public Money held(Currency currency) {
    long minor = jdbc.sql(HELD).param("currency", currency.code()).query(Long.class).single();
    return new Money(minor, currency);
  }

  /** Returns the codes of the accounts that are wallets, open or closed. */
  public Set<String> accounts() {
    return Set.copyOf(jdbc.sql(ACCOUNTS).query(String.class).list());
  }

  /** Returns the open wallets in a currency, by name; a lender has hundreds at most. */
  public List<LenderWallet> inCurrency(Currency currency, Collection<WalletKind> kinds) {
    return jdbc.sql(IN_CURRENCY)
        .param("currency", currency.code())
        .param("kinds", kinds.stream().map(WalletKind::name).toArray(String[]::new))
        .query(LenderWalletStore::wallet)
        .list();
  }

  /** Opens an empty wallet with an account of its own; nothing if its name is taken. */
  public Optional<LenderWallet> insert(NewLenderWallet wanted) {
    UUID id = Ids.next();
    UUID account = account(wanted);
    int rows =
        jdbc.sql(INSERT)
            .param("id", id)
            .param("kind", wanted.kind().name())
            .param("name", wanted.name())
            .param("branch", wanted.holder().branchId(), Types.OTHER)
            .param("user", wanted.holder().userId(), Types.OTHER)
            .param("currency", wanted.currency().code())
            .param("account", account)
            .update();
    return rows == 1 ? find(id) : Optional.empty();
  }

  private UUID account(NewLenderWallet wanted) {
    UUID id = Ids.next();
    int rows = 0;
    while (rows == 0) {
      rows =
          jdbc.sql(ADD_ACCOUNT)
              .param("id", id)
              .param("code", jdbc.sql(NEXT_CODE).query(String.class).single())
              .param("name", wanted.name())
              .param("currency", wanted.currency().code())
              .update();
    }
    return id;
  }

  /** Changes the name or the state of a locked wallet; nothing if the name is taken. */
  public Optional<LenderWallet> change(UUID id, String name, boolean closed) {
    int rows =
        jdbc.sql(CHANGE).param("id", id).param("name", name).param("closed", closed).update();
    return rows == 1 ? find(id) : Optional.empty();
  }

  /** Adds to an open wallet, or takes from it; nothing if there is too little in it. */
  public Optional<LenderWallet> add(UUID id, long changeMinor) {
    int rows = jdbc.sql(ADD).param("id", id).param("change", changeMinor).update();
    return rows == 1 ? find(id) : Optional.empty();
  }

  /** Returns the first day from which on a wallet has held an amount that it holds now. */
  public Optional<LocalDate> enoughFrom(UUID id, Money amount) {
    return jdbc.sql(ENOUGH_FROM)
        .param("id", id)
        .param("currency", amount.currency().code())
        .param("amount", amount.minor())
        .query((row, _) -> row.getObject("enough_from", LocalDate.class))
        .optional();
  }

  private static LenderWallet wallet(ResultSet row, int number) throws SQLException {
    return new LenderWallet(
        row.getObject("id", UUID.class),
        WalletKind.valueOf(row.getString("kind")),
        row.getString("name"),
        new Holder(row.getObject("branch_id", UUID.class), row.getObject("officer_id", UUID.class)),
        row.getString("code"),
        new Money(row.getLong("balance_minor"), Currency.of(row.getString("currency"))),
        row.getBoolean("closed"),
        row.getLong("version"));
  }
}
