package io.loanwright.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the program does by the clock, in the library's own table; it has a row a task, but for
 * lanes of a close.
 */
@Component
public class ClockTasks {

  /** A minute is what the dashboard calls late, too. */
  private static final String ALL =
      """
      SELECT task_name, execution_time, last_success, last_failure,
             coalesce(consecutive_failures, 0) AS failures,
             NOT picked AND execution_time < clock_timestamp() - interval '1 minute' AS late
        FROM job.scheduled_task
       WHERE execution_time IS NOT NULL
         AND task_name <> 'close-of-day-lane'
       ORDER BY task_name, task_instance
      """;

  private final JdbcClient jdbc;

  ClockTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A task of the clock.
   *
   * @param name what it does, in kebab case
   * @param nextAt when it is to run
   * @param succeededAt when it ended well last; null if it never did
   * @param failedAt when it ended with an error last; null if it never did
   * @param failures how often it failed since it last ended well
   * @param late whether it should have run more than a minute ago
   */
  public record ClockTask(
      String name,
      Instant nextAt,
      @Nullable Instant succeededAt,
      @Nullable Instant failedAt,
      int failures,
      boolean late) {}

  /** Returns all, by name. */
  public List<ClockTask> all() {
    return jdbc.sql(ALL).query((row, _) -> task(row)).list();
  }

  private static ClockTask task(ResultSet row) throws SQLException {
    return new ClockTask(
        row.getString("task_name"),
        row.getObject("execution_time", OffsetDateTime.class).toInstant(),
        instant(row, "last_success"),
        instant(row, "last_failure"),
        row.getInt("failures"),
        row.getBoolean("late"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
