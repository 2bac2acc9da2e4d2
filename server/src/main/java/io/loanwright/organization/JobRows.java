package io.loanwright.organization;

import io.loanwright.access.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code organization.job}. */
@Component
class JobRows {

  /** A job whose heartbeat is older than this has died with its process; beats come every 5 s. */
  static final int HEARTBEAT_SECONDS_MAX = 30;

  private static final String INSERT =
      """
      INSERT INTO organization.job (id, kind, alone, status, total, started_by, started_by_name)
      VALUES (:id, :kind, :alone, 'RUNNING', :total, :startedBy, :startedByName)
      ON CONFLICT DO NOTHING
      """;

  private static final String COLUMNS =
      """
      SELECT id, kind, status, done, total, error, result, started_by, started_by_name, started_at,
             ended_at
        FROM organization.job
      """;

  private static final String ONE = COLUMNS + " WHERE id = :id";

  private static final String LAST_OF_KIND =
      COLUMNS
          + """
           WHERE kind = :kind
           ORDER BY id DESC
           LIMIT 1
          """;

  private static final String NEWEST =
      COLUMNS
          + """
           WHERE (:startedBy::uuid IS NULL OR started_by = :startedBy::uuid)
             AND (:olderThan::uuid IS NULL OR id < :olderThan::uuid)
           ORDER BY id DESC
           LIMIT :limit
          """;

  private static final String PROGRESS =
      """
      UPDATE organization.job
         SET done = :done, total = :total, heartbeat_at = clock_timestamp()
       WHERE id = :id
         AND status = 'RUNNING'
      RETURNING cancel_requested
      """;

  private static final String BEAT =
      """
      UPDATE organization.job
         SET heartbeat_at = clock_timestamp()
       WHERE id = ANY (:ids)
         AND status = 'RUNNING'
      """;

  private static final String END =
      """
      UPDATE organization.job
         SET status = :status, done = :done, total = :total, error = :error,
             result = :result::jsonb, ended_at = clock_timestamp()
       WHERE id = :id
         AND status = 'RUNNING'
      """;

  private static final String CANCEL =
      """
      UPDATE organization.job
         SET cancel_requested = true
       WHERE id = :id
         AND status = 'RUNNING'
      """;

  private static final String BURY =
      """
      UPDATE organization.job
         SET status = 'FAILED', ended_at = clock_timestamp(),
             error = 'The program stopped while this ran. What was done is kept; '
                     || 'start it again to finish.'
       WHERE status = 'RUNNING'
         AND heartbeat_at < clock_timestamp() - make_interval(secs => :seconds)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JobRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** How a job ended. */
  record End(
      Job.Status status, long done, long total, @Nullable String error, @Nullable Object result) {}

  /** Returns whether the job may run: false if it must be alone and another of its kind runs. */
  boolean insert(UUID id, String kind, boolean alone, long total, Caller startedBy) {
    return jdbc.sql(INSERT)
            .param("id", id)
            .param("kind", kind)
            .param("alone", alone)
            .param("total", total)
            .param("startedBy", startedBy.userId())
            .param("startedByName", startedBy.name())
            .update()
        == 1;
  }

  Optional<Job> find(UUID id) {
    return jdbc.sql(ONE).param("id", id).query((row, _) -> job(row)).optional();
  }

  Optional<Job> last(String kind) {
    return jdbc.sql(LAST_OF_KIND).param("kind", kind).query((row, _) -> job(row)).optional();
  }

  List<Job> newest(@Nullable UUID startedBy, @Nullable UUID olderThan, int limit) {
    return jdbc.sql(NEWEST)
        .param("startedBy", startedBy)
        .param("olderThan", olderThan)
        .param("limit", limit)
        .query((row, _) -> job(row))
        .list();
  }

  /** Returns whether the job may go on: false if somebody asked it to stop, or it was given up. */
  boolean progress(UUID id, long done, long total) {
    return jdbc.sql(PROGRESS)
        .param("id", id)
        .param("done", done)
        .param("total", total)
        .query(Boolean.class)
        .optional()
        .map(cancelled -> !cancelled)
        .orElse(false);
  }

  void beat(List<UUID> ids) {
    jdbc.sql(BEAT).param("ids", ids.toArray(UUID[]::new)).update();
  }

  void end(UUID id, End end) {
    jdbc.sql(END)
        .param("id", id)
        .param("status", end.status().name())
        .param("done", end.done())
        .param("total", end.total())
        .param("error", end.error())
        .param("result", end.result() == null ? null : json.writeValueAsString(end.result()))
        .update();
  }

  boolean requestCancel(UUID id) {
    return jdbc.sql(CANCEL).param("id", id).update() == 1;
  }

  /** Marks jobs of dead processes as failed. */
  void bury() {
    jdbc.sql(BURY).param("seconds", HEARTBEAT_SECONDS_MAX).update();
  }

  private Job job(ResultSet row) throws SQLException {
    String result = row.getString("result");
    return new Job(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        Job.Status.valueOf(row.getString("status")),
        row.getLong("done"),
        row.getLong("total"),
        row.getString("error"),
        result == null ? null : json.readTree(result),
        row.getObject("started_by", UUID.class),
        row.getString("started_by_name"),
        instant(row, "started_at"),
        row.getObject("ended_at") == null ? null : instant(row, "ended_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
