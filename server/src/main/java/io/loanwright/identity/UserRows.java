package io.loanwright.identity;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code identity.user_account}. */
@Component
class UserRows {

  private static final String COLUMNS =
      """
      SELECT id, name, email, username, phone, role, branch_id, borrower_id, status,
             last_sign_in_at, created_at, version
        FROM identity.user_account
      """;

  private static final String ONE = COLUMNS + " WHERE id = :id";

  private static final String LIST =
      COLUMNS
          + """
           WHERE (:search::text IS NULL
                  OR name ILIKE :search::text
                  OR email ILIKE :search::text
                  OR username ILIKE :search::text)
             AND (:role::text IS NULL OR role = :role::text)
             AND (:branchId::uuid IS NULL OR branch_id = :branchId::uuid)
             AND (:status::text IS NULL OR status = :status::text)
             AND %s
             AND (:afterName::text IS NULL
                  OR (lower(name), id) > (:afterName::text, :afterId::uuid))
           ORDER BY lower(name), id
           LIMIT :limit
          """;

  /** People of one name are told apart by what they sign in with. */
  private static final String ACTIVE_STAFF =
      """
      SELECT id,
             CASE WHEN count(*) OVER (PARTITION BY lower(name)) > 1
                  THEN name || ' (' || coalesce(username, email) || ')'
                  ELSE name
             END AS shown
        FROM identity.user_account u
       WHERE status = 'ACTIVE'
         AND role <> 'BORROWER'
         AND (%s OR id = :self)
         AND (:needed::text IS NULL
              OR EXISTS (SELECT 1
                           FROM identity.role r
                          WHERE r.code = u.role
                            AND jsonb_exists(r.grants, :needed)))
       ORDER BY lower(u.name), id
       LIMIT 1000
      """;

  /** The same among all of the staff, whoever looks. */
  private static final String TOLD_APART =
      """
      SELECT u.id,
             CASE WHEN u.role <> 'BORROWER'
                       AND EXISTS (SELECT 1
                                     FROM identity.user_account other
                                    WHERE lower(other.name) = lower(u.name)
                                      AND other.id <> u.id
                                      AND other.role <> 'BORROWER')
                  THEN u.name || ' (' || coalesce(u.username, u.email) || ')'
                  ELSE u.name
             END AS shown
        FROM identity.user_account u
       WHERE u.id = ANY (:ids)
      """;

  /** Role by role, by the index of it: of those who borrow there may be a million. */
  private static final String STAFF =
      """
      SELECT coalesce(sum(s.users), 0)::bigint
        FROM identity.role r
       CROSS JOIN LATERAL (
             SELECT count(*) AS users
               FROM identity.user_account u
              WHERE u.role = r.code
                AND u.status = 'ACTIVE') s
       WHERE r.code <> 'BORROWER'
      """;

  private static final String INSERT =
      """
      INSERT INTO identity.user_account
             (id, name, email, username, phone, password_hash, role, branch_id, status)
      VALUES (:id, :name, :email, :username, :phone, :hash, :role, :branchId, 'ACTIVE')
      """;

  private static final String UPDATE =
      """
      UPDATE identity.user_account
         SET name = :name, username = :username, phone = :phone, role = :role,
             branch_id = :branchId, status = :status, version = version + 1
       WHERE id = :id
      """;

  private static final String EMAIL_TAKEN =
      "SELECT EXISTS (SELECT 1 FROM identity.user_account WHERE lower(email) = :email)";

  private static final String USERNAME_TAKEN =
      """
      SELECT EXISTS (SELECT 1 FROM identity.user_account
                      WHERE lower(username) = :username AND id IS DISTINCT FROM :except::uuid)
      """;

  private final JdbcClient jdbc;

  UserRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<UserAccount> find(UUID id) {
    return jdbc.sql(ONE).param("id", id).query((row, _) -> user(row)).optional();
  }

  Optional<UserAccount> lock(UUID id) {
    return jdbc.sql(ONE + " FOR UPDATE").param("id", id).query((row, _) -> user(row)).optional();
  }

  List<UserAccount> list(
      UserFilter filter, @Nullable String afterName, @Nullable UUID afterId, int limit) {
    return jdbc.sql(LIST.formatted(of(filter.staff())))
        .param("search", filter.search() == null ? null : "%" + escaped(filter.search()) + "%")
        .param("role", filter.role())
        .param("branchId", filter.branchId())
        .param("status", filter.status() == null ? null : filter.status().name())
        .param("afterName", afterName)
        .param("afterId", afterId)
        .param("limit", limit)
        .query((row, _) -> user(row))
        .list();
  }

  /** To the letter that of the index of the staff: of those who borrow there may be a million. */
  private static String of(@Nullable Boolean staff) {
    if (staff == null) {
      return "TRUE";
    }
    return staff ? "role <> 'BORROWER'" : "role = 'BORROWER'";
  }

  long countActiveStaff() {
    return jdbc.sql(STAFF).query(Long.class).single();
  }

  void insert(UUID id, NewUser user, UUID branchId, String hash) {
    jdbc.sql(INSERT)
        .param("id", id)
        .param("name", user.name())
        .param("email", user.email())
        .param("username", user.username())
        .param("phone", user.phone())
        .param("hash", hash)
        .param("role", user.role())
        .param("branchId", branchId)
        .update();
  }

  void update(UserAccount user) {
    jdbc.sql(UPDATE)
        .param("id", user.id())
        .param("name", user.name())
        .param("username", user.username())
        .param("phone", user.phone())
        .param("role", user.role())
        .param("branchId", user.branchId())
        .param("status", user.status().name())
        .update();
  }

  boolean emailTaken(String email) {
    return jdbc.sql(EMAIL_TAKEN)
        .param("email", email.toLowerCase(Locale.ROOT))
        .query(Boolean.class)
        .single();
  }

  boolean usernameTaken(String username, @Nullable UUID except) {
    return jdbc.sql(USERNAME_TAKEN)
        .param("username", username.toLowerCase(Locale.ROOT))
        .param("except", except)
        .query(Boolean.class)
        .single();
  }

  /**
   * Locks all active administrators, so that no two of them are taken away at once; returns how
   * many there are.
   */
  int lockAdministrators() {
    return jdbc.sql(
            """
            SELECT id
              FROM identity.user_account
             WHERE role = 'ADMIN'
               AND status = 'ACTIVE'
             ORDER BY id
               FOR UPDATE
            """)
        .query(UUID.class)
        .list()
        .size();
  }

  Map<UUID, String> names(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    jdbc.sql("SELECT id, name FROM identity.user_account WHERE id = ANY (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query((ResultSet row) -> {
          names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
    return names;
  }

  Map<UUID, String> toldApart(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    jdbc.sql(TOLD_APART)
        .param("ids", ids.toArray(UUID[]::new))
        .query((ResultSet row) -> {
          names.put(row.getObject("id", UUID.class), row.getString("shown"));
        });
    return names;
  }

  Map<UUID, String> activeStaff(Caller caller, Reach reach, @Nullable Permission needed) {
    Map<UUID, String> names = new LinkedHashMap<>();
    jdbc.sql(ACTIVE_STAFF.formatted(reach.predicate("u", "branch_id")))
        .param("self", caller.userId())
        .param("needed", needed == null ? null : needed.text())
        .params(reach.params())
        .query((ResultSet row) -> {
          names.put(row.getObject("id", UUID.class), row.getString("shown"));
        });
    return names;
  }

  boolean linkBorrower(UUID id, UUID borrowerId) {
    return jdbc.sql(
                """
                UPDATE identity.user_account
                   SET borrower_id = :borrowerId, version = version + 1
                 WHERE id = :id
                   AND borrower_id IS NULL
                """)
            .param("id", id)
            .param("borrowerId", borrowerId)
            .update()
        == 1;
  }

  /** Leaves an account that nobody can sign in to and that is nobody's. */
  void erase(UUID id) {
    setPasswordHash(id, "erased");
    jdbc.sql(
            """
            UPDATE identity.user_account
               SET name = 'erased', email = 'erased-' || id || :erased, username = NULL,
                   phone = NULL, status = 'DISABLED', last_sign_in_at = NULL,
                   version = version + 1
             WHERE id = :id
            """)
        .param("id", id)
        .param("erased", UserAccount.ERASED)
        .update();
    jdbc.sql("DELETE FROM identity.recovery_code WHERE user_id = :id").param("id", id).update();
    jdbc.sql("DELETE FROM identity.second_factor WHERE user_id = :id").param("id", id).update();
    jdbc.sql("DELETE FROM identity.passkey WHERE user_id = :id").param("id", id).update();
    jdbc.sql("DELETE FROM identity.account_warning WHERE user_id = :id").param("id", id).update();
  }

  Optional<String> passwordHash(UUID id) {
    return jdbc.sql("SELECT password_hash FROM identity.user_account WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /**
   * Finds whom a login names: addresses have an @ and usernames have none, so it is one at most.
   */
  Optional<UserAccount> findByLogin(String login) {
    return jdbc.sql(COLUMNS + " WHERE lower(email) = :login OR lower(username) = :login")
        .param("login", login.toLowerCase(Locale.ROOT))
        .query((row, _) -> user(row))
        .optional();
  }

  /**
   * Keeps another password; links that would have set one and sign-ins half done are dead. The user
   * is locked first: a sign-in that compares the old password meanwhile is over, or waits and sees
   * the new one.
   */
  void setPasswordHash(UUID id, String hash) {
    jdbc.sql(
            """
            UPDATE identity.user_account
               SET password_hash = :hash, version = version + 1
             WHERE id = :id
            """)
        .param("id", id)
        .param("hash", hash)
        .update();
    jdbc.sql("DELETE FROM identity.sign_in_challenge WHERE user_id = :id").param("id", id).update();
    jdbc.sql(
            """
            UPDATE identity.password_reset SET used_at = now()
             WHERE user_id = :id AND used_at IS NULL
            """)
        .param("id", id)
        .update();
  }

  /** Makes a part of a name match itself in LIKE. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static UserAccount user(ResultSet row) throws SQLException {
    return new UserAccount(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        row.getString("username"),
        row.getString("phone"),
        row.getString("role"),
        row.getObject("branch_id", UUID.class),
        row.getObject("borrower_id", UUID.class),
        UserAccount.Status.valueOf(row.getString("status")),
        instant(row.getObject("last_sign_in_at", OffsetDateTime.class)),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("version"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
