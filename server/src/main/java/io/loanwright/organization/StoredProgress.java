package io.loanwright.organization;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a job's progress to its row, at most a few times a second. */
final class StoredProgress implements Jobs.Progress {

  private static final long WRITE_EVERY_NANOS = Duration.ofMillis(200).toNanos();

  private final JobRows rows;
  private final UUID id;
  private long done;
  private long total;
  private long writtenAtNanos;

  StoredProgress(JobRows rows, UUID id, long total) {
    this.rows = rows;
    this.id = id;
    this.total = total;
    this.writtenAtNanos = System.nanoTime() - WRITE_EVERY_NANOS;
  }

  @Override
  public void advance(long units) {
    done += units;
    long now = System.nanoTime();
    if (now - writtenAtNanos >= WRITE_EVERY_NANOS) {
      writtenAtNanos = now;
      if (!rows.progress(id, done, total)) {
        throw new Jobs.JobCancelled();
      }
    }
  }

  @Override
  public void total(long units) {
    total = units;
  }

  JobRows.End end(Job.Status status, @Nullable String error, @Nullable Object result) {
    return new JobRows.End(status, done, total, error, result);
  }
}
