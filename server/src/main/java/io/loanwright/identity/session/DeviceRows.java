package io.loanwright.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions of a user that go on, in the table {@code identity.session}. */
@Component
class DeviceRows {

  private static final String OPEN =
      """
      SELECT id, device, address, created_at, last_used_at,
             least(s.expires_at, s.created_at + make_interval(secs => :life)) AS expires_at
        FROM identity.session s
       WHERE user_id = :userId
         AND ended_at IS NULL
         AND least(s.expires_at, s.created_at + make_interval(secs => :life)) > :now
         AND last_used_at > :idleSince
      """;

  private static final String LIST =
      OPEN
          + """
             AND (:olderThan::uuid IS NULL OR id < :olderThan::uuid)
           ORDER BY id DESC
           LIMIT :limit
          """;

  private static final String ONE = OPEN + " AND id = :id FOR UPDATE";

  private final JdbcClient jdbc;

  DeviceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Device> list(UUID userId, Bounds bounds, @Nullable UUID olderThan, int limit) {
    return open(LIST, userId, bounds)
        .param("olderThan", olderThan)
        .param("limit", limit)
        .query((row, _) -> device(row))
        .list();
  }

  Optional<Device> lock(UUID userId, UUID id, Bounds bounds) {
    return open(ONE, userId, bounds).param("id", id).query((row, _) -> device(row)).optional();
  }

  private JdbcClient.StatementSpec open(String sql, UUID userId, Bounds bounds) {
    return jdbc.sql(sql)
        .param("userId", userId)
        .param("now", bounds.now().atOffset(ZoneOffset.UTC))
        .param("idleSince", bounds.idleSince().atOffset(ZoneOffset.UTC))
        .param("life", bounds.lifeSeconds());
  }

  private static Device device(ResultSet row) throws SQLException {
    return new Device(
        row.getObject("id", UUID.class),
        row.getString("device"),
        row.getString("address"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
