package io.loanwright.organization;

import io.loanwright.access.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
      INSERT INTO organization.job
             (id, kind, alone, status, total, through, started_by, started_by_name)
      VALUES (:id, :kind, :alone, 'RUNNING', :total, :through, :startedBy, :startedByName)
      ON CONFLICT DO NOTHING
      """;

  /** What {@link #job} reads, of a job named j. */
  static final String COLUMNS =
      """
      j.id, j.kind, j.through, j.status, j.done, j.total, j.cancel_requested, j.error, j.result,
      j.started_by, j.started_by_name, j.started_at, j.ended_at,
      j.done - coalesce(j.paced_from, 0) AS paced,
      extract(epoch FROM clock_timestamp() - coalesce(j.paced_at, j.started_at)) AS pacing\
      """;

  private static final String ONE =
      """
      SELECT %s
        FROM organization.job j
       WHERE j.id = :id
      """
          .formatted(COLUMNS);

  private static final String LAST_OF_KIND =
      """
      SELECT %s
        FROM organization.job j
       WHERE j.kind = :kind
       ORDER BY j.id DESC
       LIMIT 1
      """
          .formatted(COLUMNS);

  private static final String PAST =
      """
      SELECT status, died, through, coalesce(ended_at, started_at) AS ended_at
        FROM organization.job
       WHERE kind = :kind
       ORDER BY id DESC
       LIMIT :most
      """;

  private static final String PROGRESS =
      """
      UPDATE organization.job
         SET done = :done, total = :total, heartbeat_at = clock_timestamp(),
             paced_from = CASE total WHEN :total THEN paced_from ELSE :done END,
             paced_at = CASE total WHEN :total THEN paced_at ELSE clock_timestamp() END
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
         AND NOT cancel_requested
      """;

  /** One that somebody asked to stop has stopped. */
  private static final String DIE =
      """
      UPDATE organization.job
         SET status = CASE WHEN cancel_requested THEN 'CANCELLED' ELSE 'FAILED' END,
             died = NOT cancel_requested,
             ended_at = clock_timestamp(),
             error = CASE
                       WHEN NOT cancel_requested
                       THEN 'The program stopped while this ran. What was done is kept; '
                            || 'start it again to finish.'
                     END
       WHERE status = 'RUNNING'
         AND %s
      """;

  private static final String BURY =
      DIE.formatted("heartbeat_at < clock_timestamp() - make_interval(secs => :seconds)");

  private static final String DIED = DIE.formatted("id = :id");

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JobRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** How a job ended. */
  record End(
      Job.Status status, long done, long total, @Nullable String error, @Nullable Object result) {}

  /**
   * A job that is to run.
   *
   * @param alone whether no other of its kind may run
   * @param total how much there is to do; 0 if that turns out later
   * @param through the last day that it closes; null if it closes none
   */
  record New(UUID id, String kind, boolean alone, long total, @Nullable LocalDate through) {}

  /** Returns whether the job may run: false if it must be alone and another of its kind runs. */
  boolean insert(New job, Caller startedBy) {
    return jdbc.sql(INSERT)
            .param("id", job.id())
            .param("kind", job.kind())
            .param("alone", job.alone())
            .param("total", job.total())
            .param("through", job.through(), Types.DATE)
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

  /** Returns the last jobs of a kind, the newest first. */
  List<PastJob> past(String kind, int most) {
    return jdbc.sql(PAST)
        .param("kind", kind)
        .param("most", most)
        .query((row, _) ->
            new PastJob(
                Job.Status.valueOf(row.getString("status")),
                row.getBoolean("died"),
                row.getObject("through", LocalDate.class),
                instant(row, "ended_at")))
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

  /** Ends a job whose process stops; one that somebody asked to stop has stopped. */
  void die(UUID id) {
    jdbc.sql(DIED).param("id", id).update();
  }

  /** Returns whether the job runs and nobody had asked it to stop. */
  boolean requestCancel(UUID id) {
    return jdbc.sql(CANCEL).param("id", id).update() == 1;
  }

  /** Marks jobs of dead processes as failed. */
  void bury() {
    jdbc.sql(BURY).param("seconds", HEARTBEAT_SECONDS_MAX).update();
  }

  /** Reads a job from {@link #COLUMNS}. */
  Job job(ResultSet row) throws SQLException {
    String result = row.getString("result");
    Job.Status status = Job.Status.valueOf(row.getString("status"));
    Pace pace = status == Job.Status.RUNNING ? pace(row) : null;
    return new Job(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("through", LocalDate.class),
        status,
        row.getLong("done"),
        row.getLong("total"),
        pace == null ? null : pace.perSecond(),
        pace == null ? null : pace.secondsLeft(),
        status == Job.Status.RUNNING && row.getBoolean("cancel_requested"),
        row.getString("error"),
        result == null ? null : json.readTree(result),
        row.getObject("started_by", UUID.class),
        row.getString("started_by_name"),
        instant(row, "started_at"),
        row.getObject("ended_at") == null ? null : instant(row, "ended_at"));
  }

  private static @Nullable Pace pace(ResultSet row) throws SQLException {
    long total = row.getLong("total");
    Duration time = Duration.ofMillis((long) (1000 * row.getDouble("pacing")));
    return total == 0
        ? null
        : Pace.of(row.getLong("paced"), total - row.getLong("done"), time).orElse(null);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
