package io.loanwright.reporting.store;

import io.loanwright.identity.Users;
import io.loanwright.notification.Reminders;
import io.loanwright.organization.Job;
import io.loanwright.organization.JobCriteria;
import io.loanwright.organization.JobSight;
import io.loanwright.organization.Jobs;
import io.loanwright.reporting.Tile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the program itself does: jobs, mail and people who are signed in. */
@Repository
public class SystemQuery {

  private static final Duration RECENT = Duration.ofDays(1);
  private static final Duration MAIL_OF = Duration.ofDays(7);
  private static final Duration IN_USE = Duration.ofMinutes(30);
  private static final int JOBS = 200;

  /** The library's own table; it has a row a task. */
  private static final String TASKS =
      """
      SELECT count(*) FILTER (WHERE NOT picked AND execution_time < :late) AS late,
             count(*) FILTER (WHERE consecutive_failures > 0) AS failing
        FROM job.scheduled_task
       WHERE task_name <> 'close-of-day-lane'
      """;

  private static final String MAIL_WAITING =
      "SELECT count(*) FROM mail.message_card m WHERE m.status = 'WAITING'";

  /** Ids grow with time. */
  private static final String MAIL_FAILED =
      "SELECT count(*) FROM mail.message_card m WHERE m.status = 'FAILED' AND m.id >= :since";

  private static final String SIGNED_IN =
      """
      SELECT count(DISTINCT s.user_id)
        FROM identity.session_card s
       WHERE s.last_used_at > :since
         AND s.expires_at > :now
      """;

  private static final String OPEN =
      """
      SELECT count(*)
        FROM identity.session_card s
       WHERE s.last_used_at > :since
         AND s.expires_at > :now
      """;

  private final JdbcClient jdbc;
  private final Jobs jobs;
  private final Reminders reminders;
  private final Users users;
  private final String idle;
  private final Clock clock;

  SystemQuery(
      JdbcClient jdbc,
      Jobs jobs,
      Reminders reminders,
      Users users,
      @Value("${loanwright.session-idle}") String idle,
      Clock clock) {
    this.jdbc = jdbc;
    this.jobs = jobs;
    this.reminders = reminders;
    this.users = users;
    this.idle = idle;
    this.clock = clock;
  }

  /** Returns the figures as they are now. */
  public List<Tile> tiles() {
    Instant now = clock.instant();
    List<Job> recent =
        jobs.newest(JobSight.everything(), JobCriteria.NONE, null, JOBS).stream()
            .filter(job -> job.startedAt().isAfter(now.minus(RECENT)))
            .toList();
    Tasks tasks =
        jdbc.sql(TASKS)
            .param("late", now.minusSeconds(60).atOffset(ZoneOffset.UTC))
            .query((row, _) -> new Tasks(row.getLong("late"), row.getLong("failing")))
            .single();
    return List.of(
        Tile.count(Tile.Of.JOBS_RUNNING, count(recent, Job.Status.RUNNING)),
        Tile.count(Tile.Of.JOBS_FAILED, count(recent, Job.Status.FAILED)),
        Tile.count(Tile.Of.TASKS_LATE, tasks.late()),
        Tile.count(Tile.Of.TASKS_FAILING, tasks.failing()),
        Tile.count(Tile.Of.MAIL_WAITING, jdbc.sql(MAIL_WAITING).query(Long.class).single()),
        Tile.count(Tile.Of.MAIL_FAILED, mailFailed(now)),
        Tile.count(Tile.Of.REMINDERS_WAITING, reminders.countWaiting()),
        Tile.count(Tile.Of.STAFF, users.countActiveStaff()),
        Tile.count(Tile.Of.SIGNED_IN, sessions(SIGNED_IN, now, IN_USE)),
        Tile.count(
            Tile.Of.SESSIONS, sessions(OPEN, now, DurationStyle.SIMPLE.parse(idle.strip()))));
  }

  private record Tasks(long late, long failing) {}

  private static long count(List<Job> jobs, Job.Status status) {
    return jobs.stream().filter(job -> job.status() == status).count();
  }

  private long mailFailed(Instant now) {
    return jdbc.sql(MAIL_FAILED)
        .param("since", new UUID(now.minus(MAIL_OF).toEpochMilli() << 16, 0))
        .query(Long.class)
        .single();
  }

  /** Of those that were used in a while, and have not ended. */
  private long sessions(String statement, Instant now, Duration used) {
    return jdbc.sql(statement)
        .param("since", now.minus(used).atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}
