package io.loanwright.ledger.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Wallet;
import io.loanwright.together.Columns;
import io.loanwright.together.Rows;
import io.loanwright.web.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wallets; each change locks its row until the transaction ends. */
@Repository
public class WalletStore {

  private static final String DEPOSIT =
      """
      WITH changed AS (
        INSERT INTO ledger.wallet AS w (id, kind, owner_id, currency, account_id, balance_minor)
        VALUES (:id, 'BORROWER', :owner, :currency,
                (SELECT id FROM ledger.account WHERE code = :account), :amount)
        ON CONFLICT (owner_id, kind, currency)
          DO UPDATE SET balance_minor = w.balance_minor + excluded.balance_minor
        RETURNING w.*)
      SELECT w.id, w.owner_id, w.currency, w.balance_minor, a.code
        FROM changed w
        JOIN ledger.account a ON a.id = w.account_id
      """;

  /** The order keeps two who add to some of the same wallets from waiting for each other. */
  private static final String ADD =
      """
      INSERT INTO ledger.wallet AS w (id, kind, owner_id, currency, account_id, balance_minor)
      SELECT d.id, 'BORROWER', d.owner_id, d.currency, a.id, d.amount_minor
        FROM unnest(:ids::uuid[], :owners::uuid[], :currencies::text[], :accounts::text[],
                    :amounts::bigint[])
               AS d (id, owner_id, currency, account, amount_minor)
        LEFT JOIN ledger.account a ON a.code = d.account
       ORDER BY d.owner_id, d.currency
      ON CONFLICT (owner_id, kind, currency)
        DO UPDATE SET balance_minor = w.balance_minor + excluded.balance_minor
      """;

  /** Gives no row where there is a wallet already. */
  private static final String OPEN =
      """
      WITH opened AS (
        INSERT INTO ledger.wallet (id, kind, owner_id, currency, account_id, balance_minor)
        VALUES (:id, 'BORROWER', :owner, :currency,
                (SELECT id FROM ledger.account WHERE code = :account), 0)
        ON CONFLICT (owner_id, kind, currency) DO NOTHING
        RETURNING *)
      SELECT w.id, w.owner_id, w.currency, w.balance_minor, a.code
        FROM opened w
        JOIN ledger.account a ON a.id = w.account_id
      """;

  /** Changes no row where there is too little: the condition is checked again after the lock. */
  private static final String WITHDRAW =
      """
      WITH changed AS (
        UPDATE ledger.wallet
           SET balance_minor = balance_minor - :amount
         WHERE owner_id = :owner
           AND kind = 'BORROWER'
           AND currency = :currency
           AND balance_minor >= :amount
        RETURNING *)
      SELECT w.id, w.owner_id, w.currency, w.balance_minor, a.code
        FROM changed w
        JOIN ledger.account a ON a.id = w.account_id
      """;

  private static final String BY_OWNER =
      """
      SELECT w.id, w.owner_id, w.currency, w.balance_minor, a.code
        FROM ledger.wallet w
        JOIN ledger.account a ON a.id = w.account_id
       WHERE w.owner_id = :owner
       ORDER BY w.currency
      """;

  /** Most wallets are empty; the others are read out of {@code wallet_held_idx}. */
  private static final String HELD =
      """
      SELECT coalesce(sum(w.balance_minor), 0)::bigint
        FROM ledger.wallet w
       WHERE w.currency = :currency
         AND w.balance_minor <> 0
      """;

  private static final String BY_ID =
      """
      SELECT w.id, w.owner_id, w.currency, w.balance_minor, a.code
        FROM ledger.wallet w
        JOIN ledger.account a ON a.id = w.account_id
       WHERE w.id = :id
      """;

  private final JdbcClient jdbc;
  private final Consumer<List<Added>> writer = this::addAll;

  WalletStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens a wallet that holds nothing; returns nothing if there is one already. */
  public Optional<Wallet> open(UUID ownerId, Currency currency, String accountCode) {
    return jdbc.sql(OPEN)
        .param("id", Ids.next())
        .param("owner", ownerId)
        .param("currency", currency.code())
        .param("account", accountCode)
        .query(WalletStore::wallet)
        .optional();
  }

  /** Adds to a wallet, opening it if need be, and returns it as it is then. */
  public Wallet deposit(UUID ownerId, Money amount, String accountCode) {
    return jdbc.sql(DEPOSIT)
        .param("id", Ids.next())
        .param("owner", ownerId)
        .param("currency", amount.currency().code())
        .param("account", accountCode)
        .param("amount", amount.minor())
        .query(WalletStore::wallet)
        .single();
  }

  private record Added(UUID ownerId, Money amount, String accountCode) {

    /** Of two for one wallet. */
    Added and(Added other) {
      return new Added(ownerId, amount.plus(other.amount), accountCode);
    }
  }

  /** Adds to a wallet before the transaction ends, opening it if need be. */
  public void add(UUID ownerId, Money amount, String accountCode) {
    Rows.add(writer, new Added(ownerId, amount, accountCode));
  }

  private void addAll(List<Added> added) {
    Map<Object, Added> ofWallets = new LinkedHashMap<>();
    for (Added each : added) {
      ofWallets.merge(List.of(each.ownerId(), each.amount().currency()), each, Added::and);
    }
    Columns<Added> rows = new Columns<>(List.copyOf(ofWallets.values()));
    jdbc.sql(ADD)
        .param("ids", rows.ids(_ -> Ids.next()))
        .param("owners", rows.ids(Added::ownerId))
        .param("currencies", rows.texts(row -> row.amount().currency().code()))
        .param("accounts", rows.texts(Added::accountCode))
        .param("amounts", rows.longs(row -> row.amount().minor()))
        .update();
  }

  /** Takes from a wallet and returns it as it is then, or nothing if there is too little in it. */
  public Optional<Wallet> withdraw(UUID ownerId, Money amount) {
    return jdbc.sql(WITHDRAW)
        .param("owner", ownerId)
        .param("currency", amount.currency().code())
        .param("amount", amount.minor())
        .query(WalletStore::wallet)
        .optional();
  }

  /** Returns the wallets of an owner, one a currency. */
  public List<Wallet> of(UUID ownerId) {
    return jdbc.sql(BY_OWNER).param("owner", ownerId).query(WalletStore::wallet).list();
  }

  /** Returns the sum of all wallets of a currency. */
  public Money held(Currency currency) {
    long minor = jdbc.sql(HELD).param("currency", currency.code()).query(Long.class).single();
    return new Money(minor, currency);
  }

  /** Returns a wallet. */
  public Optional<Wallet> find(UUID id) {
    return jdbc.sql(BY_ID).param("id", id).query(WalletStore::wallet).optional();
  }

  /** Returns a wallet and keeps every other change of it waiting until the transaction ends. */
  public Optional<Wallet> lock(UUID id) {
    return jdbc.sql(BY_ID + " FOR UPDATE OF w")
        .param("id", id)
        .query(WalletStore::wallet)
        .optional();
  }

  private static Wallet wallet(ResultSet row, int number) throws SQLException {
    return new Wallet(
        row.getObject("id", UUID.class),
        row.getObject("owner_id", UUID.class),
        row.getString("code"),
        new Money(row.getLong("balance_minor"), Currency.of(row.getString("currency"))));
  }
}
