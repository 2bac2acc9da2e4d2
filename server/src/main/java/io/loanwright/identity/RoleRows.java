package io.loanwright.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.loanwright.access.AmountLimit;
import io.loanwright.access.Permission;
import io.loanwright.access.Scope;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code identity.role}. */
@Component
class RoleRows {

  /**
   * Whether somebody has a role is asked of an index: the planner takes it for granted that the
   * first users it comes by have it, and would read them all where nobody has.
   */
  private static final String COLUMNS =
      """
      SELECT code, name, staff, built_in, second_factor, grants, limits, version,
             coalesce((SELECT min(u.role)
                         FROM identity.user_account u
                        WHERE u.role >= r.code) = r.code, false)
             OR coalesce((SELECT min(i.role)
                            FROM identity.invitation i
                           WHERE i.role >= r.code) = r.code, false) AS used
        FROM identity.role r
      """;

  private static final String ALL = COLUMNS + "ORDER BY position, code";
  private static final String ONE = COLUMNS + "WHERE code = :code";
  private static final String LOCK = "SELECT code FROM identity.role WHERE code = :code FOR UPDATE";

  private static final String INSERT =
      """
      INSERT INTO identity.role (code, name, position, staff, second_factor, grants, limits)
      SELECT :code, :name, max(position) + 1, true, :secondFactor, :grants::jsonb, :limits::jsonb
        FROM identity.role
          ON CONFLICT (code) DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE identity.role
         SET name = :name, second_factor = :secondFactor, grants = :grants::jsonb,
             limits = :limits::jsonb, version = version + 1
       WHERE code = :code
      """;

  private static final int USUAL_GRANTS = 100;

  private static final TypeReference<Map<String, Scope>> GRANTS = new TypeReference<>() {};
  private static final TypeReference<List<StoredLimit>> LIMITS = new TypeReference<>() {};

  /** A limit as it is stored. */
  private record StoredLimit(String permission, String currency, long minor) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  /** By their text, which each request of a person of the role has. */
  private final LoadingCache<String, Map<Permission, Scope>> grants =
      Caffeine.newBuilder().maximumSize(USUAL_GRANTS).build(this::read);

  /** The same of limits. */
  private final LoadingCache<String, List<AmountLimit>> limits =
      Caffeine.newBuilder().maximumSize(USUAL_GRANTS).build(this::readLimits);

  RoleRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Role> all() {
    return jdbc.sql(ALL).query((row, _) -> role(row)).list();
  }

  Optional<Role> find(String code) {
    return jdbc.sql(ONE).param("code", code).query((row, _) -> role(row)).optional();
  }

  /** Locks a role, and then reads it: who got it while the lock was waited for is seen. */
  Optional<Role> lock(String code) {
    jdbc.sql(LOCK).param("code", code).query(String.class).optional();
    return find(code);
  }

  /** Keeps a new role behind all others; returns whether its code was free. */
  boolean insert(
      String code,
      String name,
      boolean secondFactor,
      Map<Permission, Scope> grants,
      List<AmountLimit> limits) {
    return jdbc.sql(INSERT)
            .param("code", code)
            .param("name", name)
            .param("secondFactor", secondFactor)
            .param("grants", text(grants))
            .param("limits", stored(limits))
            .update()
        == 1;
  }

  void update(
      String code,
      String name,
      boolean secondFactor,
      Map<Permission, Scope> grants,
      List<AmountLimit> limits) {
    jdbc.sql(UPDATE)
        .param("code", code)
        .param("name", name)
        .param("secondFactor", secondFactor)
        .param("grants", text(grants))
        .param("limits", stored(limits))
        .update();
  }

  void delete(String code) {
    jdbc.sql("DELETE FROM identity.role WHERE code = :code").param("code", code).update();
  }

  Map<Permission, Scope> grants(String stored) {
    return grants.get(stored);
  }

  private Map<Permission, Scope> read(String stored) {
    Map<Permission, Scope> grants = new EnumMap<>(Permission.class);
    json.readValue(stored, GRANTS)
        .forEach((text, scope) ->
            Permission.ofText(text).ifPresent(permission -> grants.put(permission, scope)));
    return Collections.unmodifiableMap(grants);
  }

  List<AmountLimit> limits(String stored) {
    return limits.get(stored);
  }

  /** What this version of the program does not know, it does not limit, as it does not do it. */
  private List<AmountLimit> readLimits(String stored) {
    return json.readValue(stored, LIMITS).stream()
        .flatMap(limit ->
            Permission.ofText(limit.permission()).stream()
                .map(permission ->
                    new AmountLimit(
                        permission, new Money(limit.minor(), Currency.of(limit.currency())))))
        .toList();
  }

  private String stored(List<AmountLimit> limits) {
    return json.writeValueAsString(
        limits.stream()
            .map(limit ->
                new StoredLimit(
                    limit.permission().text(),
                    limit.most().currency().code(),
                    limit.most().minor()))
            .toList());
  }

  private String text(Map<Permission, Scope> grants) {
    Map<String, Scope> texts = new TreeMap<>();
    grants.forEach((permission, scope) -> texts.put(permission.text(), scope));
    return json.writeValueAsString(texts);
  }

  private Role role(ResultSet row) throws SQLException {
    return new Role(
        row.getString("code"),
        row.getString("name"),
        row.getBoolean("staff"),
        row.getBoolean("built_in"),
        row.getBoolean("used"),
        row.getBoolean("second_factor"),
        grants(row.getString("grants")),
        limits(row.getString("limits")),
        row.getLong("version"));
  }
}
