package io.loanwright.product.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.PostingRole;
import io.loanwright.product.ProductDefinition;
import io.loanwright.product.ProductVersion;
import io.loanwright.product.Products;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Products and their versions. */
@Repository
public class ProductStore {

  private static final String ALL =
      """
      SELECT p.id, p.name, p.active, v.version, v.definition
        FROM product.product p
        JOIN product.version v ON v.product_id = p.id AND v.version = p.current_version
       ORDER BY lower(p.name)
       LIMIT 1000
      """;

  private static final String HEAD =
      """
      SELECT name, active, current_version
        FROM product.product
       WHERE id = :id
      """;

  private static final String VERSION =
      """
      SELECT p.id, p.name, p.active, v.version, v.definition
        FROM product.product p
        JOIN product.version v ON v.product_id = p.id
       WHERE p.id = :id
         AND v.version = :version
      """;

  /** No row where there is no such product, or one without a limit. */
  private static final String MOST_LENT =
      """
      SELECT max(m.minor)
        FROM product.product p
        JOIN product.version v ON v.product_id = p.id AND v.version = p.current_version
       CROSS JOIN LATERAL (SELECT CAST(v.definition #>> '{maxPrincipal,minor}' AS bigint)) m (minor)
       WHERE p.active
         AND v.currency = :currency
      HAVING bool_and(m.minor IS NOT NULL)
      """;

  /** Versions of the past count too: their loans go on. */
  private static final String ACCOUNTS =
      """
      SELECT DISTINCT a.value
        FROM product.version v
       CROSS JOIN LATERAL jsonb_each_text(v.definition -> 'accounts') a (key, value)
       WHERE a.key = ANY (:roles)
      """;

  /** Versions of the past count too: their loans go on. */
  private static final String POSTING_TO =
      """
      SELECT p.name
        FROM product.product p
       WHERE EXISTS (SELECT 1
                       FROM product.version v
                      CROSS JOIN LATERAL jsonb_each_text(v.definition -> 'accounts') a (key, value)
                      WHERE v.product_id = p.id
                        AND a.value = :code)
       ORDER BY lower(p.name)
      """;

  private static final String NAMES =
      """
      SELECT id, name
        FROM product.product
       WHERE id = ANY (:ids)
      """;

  /** Of every version: loans keep the one that they were made from. */
  private static final String ACCOUNTS_IN =
      """
      SELECT DISTINCT v.definition #>> ARRAY['accounts', :role] AS code
        FROM product.version v
       WHERE v.currency = :currency
         AND v.definition #>> ARRAY['accounts', :role] IS NOT NULL
      """;

  private static final String ACCRUING =
      """
      SELECT product_id, version
        FROM product.version
       WHERE definition ->> 'accounting' = 'ACCRUAL'
       ORDER BY product_id, version
      """;

  private static final String INSERT =
      """
      INSERT INTO product.product (id, name, active, current_version)
      VALUES (:id, :name, :active, :version)
      ON CONFLICT DO NOTHING
      """;

  private static final String NAME_TAKEN =
      """
      SELECT EXISTS (SELECT 1
                       FROM product.product
                      WHERE lower(name) = lower(:name)
                        AND id <> :id)
      """;

  private static final String UPDATE =
      """
      UPDATE product.product
         SET name = :name, active = :active, current_version = :version
       WHERE id = :id
         AND current_version = :version - 1
      """;

  private static final String INSERT_VERSION =
      """
      INSERT INTO product.version (product_id, version, currency, definition, made_by)
      VALUES (:id, :version, :currency, CAST(:definition AS jsonb), :madeBy)
      """;

  private static final int KNOWN_DEFINITIONS = 1000;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  /** By their text. */
  private final LoadingCache<String, ProductDefinition> definitions;

  ProductStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    // A question such as Money.isZero() is no part of what is stored.
    this.json =
        json.rebuild()
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
            .build();
    this.definitions =
        Caffeine.newBuilder()
            .maximumSize(KNOWN_DEFINITIONS)
            .build(text -> this.json.readValue(text, ProductDefinition.class));
  }

  /** Returns all products as they are now; a lender has dozens. */
  public List<ProductVersion> all() {
    return jdbc.sql(ALL).query(this::product).list();
  }

  /**
   * Returns the most that any offered product lends in a currency, or nothing if there is no such
   * product, or one without a limit.
   */
  public Optional<Money> mostLent(Currency currency) {
    return jdbc.sql(MOST_LENT)
        .param("currency", currency.code())
        .query(Long.class)
        .optional()
        .map(minor -> new Money(minor, currency));
  }

  /** Returns the codes of the accounts that play some roles for any version of any product. */
  public Set<String> accounts(Set<PostingRole> roles) {
    return Set.copyOf(
        jdbc.sql(ACCOUNTS)
            .param("roles", roles.stream().map(PostingRole::name).toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** What may change of a product: everything but its versions. */
  public record Head(String name, boolean active, int version) {}

  /** Returns what a product is called now and which version it is at. */
  public Optional<Head> head(UUID id) {
    return jdbc.sql(HEAD)
        .param("id", id)
        .query((row, _) ->
            new Head(
                row.getString("name"), row.getBoolean("active"), row.getInt("current_version")))
        .optional();
  }

  /** Returns a version of a product. */
  public Optional<ProductVersion> version(UUID id, int version) {
    return jdbc.sql(VERSION)
        .param("id", id)
        .param("version", version)
        .query(this::product)
        .optional();
  }

  /** Returns the codes of the accounts that play a role in any version of a currency's products. */
  public Set<String> accounts(PostingRole role, Currency currency) {
    return Set.copyOf(
        jdbc.sql(ACCOUNTS_IN)
            .param("role", role.name())
            .param("currency", currency.code())
            .query((row, _) -> row.getString("code"))
            .list());
  }

  /** Returns the versions whose loans' interest is income when it arises. */
  public List<Products.Version> accruing() {
    return jdbc.sql(ACCRUING)
        .query((row, _) ->
            new Products.Version(row.getObject("product_id", UUID.class), row.getInt("version")))
        .list();
  }

  /** Returns the names of the products that post to an account, by any version. */
  public List<String> namesPostingTo(String code) {
    return jdbc.sql(POSTING_TO).param("code", code).query((row, _) -> row.getString("name")).list();
  }

  /** Returns the names of products. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    jdbc.sql(NAMES)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
    return names;
  }

  /** Adds a product without its version; false if the name is taken. */
  public boolean insert(ProductVersion product) {
    return write(INSERT, product);
  }

  /** Returns whether another product has a name. */
  public boolean nameTaken(UUID id, String name) {
    return jdbc.sql(NAME_TAKEN).param("id", id).param("name", name).query(Boolean.class).single();
  }

  /** Moves a product on to its next version; false if that is not the next one any more. */
  public boolean update(ProductVersion product) {
    return write(UPDATE, product);
  }

  /** Adds a version. */
  public void insertVersion(ProductVersion product, UUID madeBy) {
    jdbc.sql(INSERT_VERSION)
        .param("id", product.id())
        .param("version", product.version())
        .param("currency", product.definition().terms().currency().code())
        .param("definition", json.writeValueAsString(product.definition()))
        .param("madeBy", madeBy)
        .update();
  }

  private boolean write(String sql, ProductVersion product) {
    return jdbc.sql(sql)
            .param("id", product.id())
            .param("name", product.name())
            .param("active", product.active())
            .param("version", product.version())
            .update()
        == 1;
  }

  private ProductVersion product(ResultSet row, int number) throws SQLException {
    return new ProductVersion(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getBoolean("active"),
        row.getInt("version"),
        definitions.get(row.getString("definition")));
  }
}
