package io.loanwright.organization;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.web.Ids;
import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs long work on a thread of its own and keeps its progress where every instance can read it.
 *
 * <p>Promised: one row a job from start to end; a job ends as DONE, FAILED or CANCELLED; when its
 * process dies it is FAILED within half a minute. Not promised: that a job is run again by itself;
 * {@link ClosingByItself} does so for closes. Work is therefore written so that starting it again
 * finishes it.
 */
@Component
public class Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final long BEAT_SECONDS = 5;

  private final JobRows rows;
  private final JobList list;
  private final AuditTrail trail;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 1).factory());
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("job-heartbeat").factory());
  private final Set<UUID> running = ConcurrentHashMap.newKeySet();
  private volatile boolean isStopping;

  Jobs(JobRows rows, JobList list, AuditTrail trail) {
    this.rows = rows;
    this.list = list;
    this.trail = trail;
    ScheduledFuture<?> _ =
        beats.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  /** What a job does. */
  @FunctionalInterface
  public interface Work {

    /**
     * Does the work, in transactions of its own.
     *
     * @return what to show as the job's result, as a record; null for nothing
     * @throws JobFailure if it cannot go on for a reason that the person who started it can
     *     understand
     */
    @Nullable Object run(Progress progress);
  }

  /** How a job tells how far it is. Not to be called inside a transaction of the work. */
  public interface Progress {

    /**
     * Says that some units more are done.
     *
     * @throws JobCancelled if somebody asked the job to stop
     */
    void advance(long units);

    /** Says how much there is to do, once that is known. */
    void total(long units);
  }

  /** Work that cannot go on, with the reason in words for people. */
  public static final class JobFailure extends RuntimeException {

    /** Fails with a sentence that says what is wrong and what to do. */
    public JobFailure(String message) {
      super(message);
    }
  }

  /** Somebody asked the job to stop. The work lets it pass. */
  public static final class JobCancelled extends RuntimeException {

    JobCancelled() {
      super("Cancelled");
    }
  }

  /**
   * Starts a job; inside a transaction, when that commits.
   *
   * @param kind what it does, in kebab case
   * @param total how much there is to do; 0 if that turns out later
   * @return the id to ask for
   */
  public UUID start(String kind, long total, Caller startedBy, Work work) {
    UUID id = Ids.next();
    rows.insert(new JobRows.New(id, kind, false, total, null), startedBy);
    launchAfterCommit(id, total, work);
    return id;
  }

  /**
   * Starts a job unless one of its kind is running, on whichever instance.
   *
   * @return the id to ask for, or nothing if one is running
   */
  public Optional<UUID> startAlone(String kind, long total, Caller startedBy, Work work) {
    return startAlone(new JobRows.New(Ids.next(), kind, true, total, null), startedBy, work);
  }

  /** Starts a job that is alone and closes days up to a last one. */
  Optional<UUID> startClose(LocalDate through, long total, Caller startedBy, Work work) {
    return startAlone(
        new JobRows.New(Ids.next(), BusinessDate.KIND, true, total, through), startedBy, work);
  }

  private Optional<UUID> startAlone(JobRows.New job, Caller startedBy, Work work) {
    rows.bury();
    if (!rows.insert(job, startedBy)) {
      return Optional.empty();
    }
    launchAfterCommit(job.id(), job.total(), work);
    return Optional.of(job.id());
  }

  /** Returns a job as it stands. */
  public Optional<Job> find(UUID id) {
    rows.bury();
    return rows.find(id);
  }

  /** Returns whether it is this process that runs a job. */
  public boolean isHere(UUID id) {
    return running.contains(id);
  }

  /** Returns the job of a kind that was started last, whoever did so. */
  public Optional<Job> last(String kind) {
    rows.bury();
    return rows.last(kind);
  }

  /** Returns the last jobs of a kind, the newest first. */
  List<PastJob> past(String kind, int most) {
    rows.bury();
    return rows.past(kind, most);
  }

  /**
   * Returns jobs, newest first.
   *
   * @param sight which of them somebody sees
   * @param olderThan the last one of the page before; null for the first page
   */
  public List<Job> newest(
      JobSight sight, JobCriteria criteria, @Nullable UUID olderThan, int limit) {
    rows.bury();
    return list.newest(sight, criteria, olderThan, limit);
  }

  /** Asks a job to stop; it does so at its next step. One that has ended stays as it is. */
  @Transactional
  public void cancel(Caller caller, Job job) {
    if (rows.requestCancel(job.id())) {
      trail.record(
          caller,
          "job.cancel",
          new Subject("job", job.id(), job.kind()),
          new Asked(false),
          new Asked(true),
          null);
    }
  }

  private record Asked(boolean stopping) {}

  private void launchAfterCommit(UUID id, long total, Work work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      launch(id, total, work);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            launch(id, total, work);
          }
        });
  }

  private void launch(UUID id, long total, Work work) {
    threads.execute(() -> run(id, total, work));
  }

  private void run(UUID id, long total, Work work) {
    running.add(id);
    StoredProgress progress = new StoredProgress(rows, id, total);
    try {
      Object result = work.run(progress);
      rows.end(id, progress.end(Job.Status.DONE, null, result));
    } catch (JobCancelled _) {
      rows.end(id, progress.end(Job.Status.CANCELLED, null, null));
    } catch (RuntimeException fault) {
      end(id, progress, fault);
    } finally {
      running.remove(id);
    }
  }

  private void end(UUID id, StoredProgress progress, RuntimeException fault) {
    if (isStopping) {
      // The interrupt was for the work; its end is still written.
      boolean _ = Thread.interrupted();
      rows.die(id);
    } else if (fault instanceof JobFailure) {
      rows.end(id, progress.end(Job.Status.FAILED, fault.getMessage(), null));
    } else {
      LOG.error("Job {} failed", id, fault);
      rows.end(
          id,
          progress.end(
              Job.Status.FAILED, "Something went wrong. The log has more under " + id + ".", null));
    }
  }

  private void beat() {
    try {
      List<UUID> ids = List.copyOf(running);
      if (!ids.isEmpty()) {
        rows.beat(ids);
      }
    } catch (RuntimeException fault) {
      LOG.warn("The heartbeat of the jobs {} failed: {}", running, fault.getMessage());
    }
  }

  /** Stops the jobs of this process; they end as those of one that died. */
  @PreDestroy
  void stop() throws InterruptedException {
    isStopping = true;
    beats.shutdownNow();
    threads.shutdownNow();
    if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.warn("Jobs that did not stop in time: {}", running);
    }
  }
}
