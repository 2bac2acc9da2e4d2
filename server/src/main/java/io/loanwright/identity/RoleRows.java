package io.loanwright.identity;

import io.loanwright.access.Permission;
import io.loanwright.access.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  private static final String COLUMNS =
      """
      SELECT code, name, staff, built_in, second_factor, grants, version,
             EXISTS (SELECT FROM identity.user_account u WHERE u.role = r.code)
             OR EXISTS (SELECT FROM identity.invitation i WHERE i.role = r.code) AS used
        FROM identity.role r
      """;

  private static final String ALL = COLUMNS + "ORDER BY position, code";
  private static final String ONE = COLUMNS + "WHERE code = :code";
  private static final String LOCK = "SELECT code FROM identity.role WHERE code = :code FOR UPDATE";

  private static final String INSERT =
      """
      INSERT INTO identity.role (code, name, position, staff, second_factor, grants)
      SELECT :code, :name, max(position) + 1, true, :secondFactor, :grants::jsonb
        FROM identity.role
          ON CONFLICT (code) DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE identity.role
         SET name = :name, second_factor = :secondFactor, grants = :grants::jsonb,
             version = version + 1
       WHERE code = :code
      """;

  private static final TypeReference<Map<String, Scope>> GRANTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

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
  boolean insert(String code, String name, boolean secondFactor, Map<Permission, Scope> grants) {
    return jdbc.sql(INSERT)
            .param("code", code)
            .param("name", name)
            .param("secondFactor", secondFactor)
            .param("grants", text(grants))
            .update()
        == 1;
  }

  void update(String code, String name, boolean secondFactor, Map<Permission, Scope> grants) {
    jdbc.sql(UPDATE)
        .param("code", code)
        .param("name", name)
        .param("secondFactor", secondFactor)
        .param("grants", text(grants))
        .update();
  }

  void delete(String code) {
    jdbc.sql("DELETE FROM identity.role WHERE code = :code").param("code", code).update();
  }

  Map<Permission, Scope> grants(String stored) {
    Map<Permission, Scope> grants = new EnumMap<>(Permission.class);
    json.readValue(stored, GRANTS)
        .forEach((text, scope) ->
            Permission.ofText(text).ifPresent(permission -> grants.put(permission, scope)));
    return grants;
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
        row.getLong("version"));
  }
}
