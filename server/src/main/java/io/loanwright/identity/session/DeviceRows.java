package io.loanwright.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
      SELECT id, device, address, created_at, last_used_at, expires_at
        FROM identity.session
       WHERE user_id = :userId
         AND ended_at IS NULL
         AND expires_at > :now
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

  List<Device> list(
      UUID userId, Instant now, Instant idleSince, @Nullable UUID olderThan, int limit) {
    return open(LIST, userId, now, idleSince)
        .param("olderThan", olderThan)
        .param("limit", limit)
        .query((row, _) -> device(row))
        .list();
  }

  Optional<Device> lock(UUID userId, UUID id, Instant now, Instant idleSince) {
    return open(ONE, userId, now, idleSince)
        .param("id", id)
        .query((row, _) -> device(row))
        .optional();
  }

  private JdbcClient.StatementSpec open(String sql, UUID userId, Instant now, Instant idleSince) {
    return jdbc.sql(sql)
        .param("userId", userId)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("idleSince", idleSince.atOffset(ZoneOffset.UTC));
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
