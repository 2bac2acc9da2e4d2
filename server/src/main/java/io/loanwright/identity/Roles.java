package io.loanwright.identity;

import io.loanwright.access.Permission;
import io.loanwright.access.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The roles of the organization, read from {@code identity.role}. */
@Component
public class Roles {

  private static final String ALL =
      """
      SELECT code, name, staff, grants
        FROM identity.role
       ORDER BY position
      """;

  private static final TypeReference<Map<String, Scope>> GRANTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Roles(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Returns all roles, in the order in which people list them. */
  public List<Role> all() {
    return jdbc.sql(ALL).query((row, _) -> role(row)).list();
  }

  /** Returns a role. */
  public Optional<Role> find(String code) {
    return all().stream().filter(role -> role.code().equals(code)).findFirst();
  }

  /**
   * Reads the grants of a role as they are stored: the permission's text to the scope.
   *
   * <p>A permission that this version of the program does not know is left out: it grants nothing
   * here.
   */
  public Map<Permission, Scope> grants(String stored) {
    Map<Permission, Scope> grants = new EnumMap<>(Permission.class);
    json.readValue(stored, GRANTS)
        .forEach((text, scope) ->
            Permission.ofText(text).ifPresent(permission -> grants.put(permission, scope)));
    return grants;
  }

  private Role role(ResultSet row) throws SQLException {
    return new Role(
        row.getString("code"),
        row.getString("name"),
        row.getBoolean("staff"),
        grants(row.getString("grants")));
  }
}
