package io.loanwright.integration;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.integration.csv.UnreadableCsv;
import io.loanwright.integration.mapping.ImportMapping;
import io.loanwright.organization.Job;
import io.loanwright.organization.Jobs;
import io.loanwright.web.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports of portfolios. */
@Component
public class Imports {

  private static final String KIND = "portfolio-import";

  private final ImportStores stores;
  private final ImportWork work;
  private final Jobs jobs;
  private final AuditTrail trail;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Imports(
      ImportStores stores,
      ImportWork work,
      Jobs jobs,
      AuditTrail trail,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.stores = stores;
    this.work = work;
    this.jobs = jobs;
    this.trail = trail;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Starts an import of files that were received; it owns them from then on.
   *
   * @return nothing if another import runs
   */
  @Transactional
  public Optional<ImportRecord> start(
      Caller caller, ImportMapping mapping, Received received, boolean dryRun) {
    UUID id = Ids.next();
    ImportFiles files = received.files();
    Instant now = clock.instant();
    Caller importing = importing(caller);
    return jobs.startAlone(
            KIND, files.rows(), caller, progress -> run(importing, id, files, progress))
        .map(jobId -> {
          ImportRecord made =
              new ImportRecord(
                  id,
                  jobId,
                  mapping,
                  received.described(),
                  dryRun,
                  new ImportRecord.Outcome(Job.Status.RUNNING, null, ImportSummary.NONE, null),
                  caller.userId(),
                  caller.name(),
                  now);
          stores.imports().insert(made);
          trail.record(caller, "import.start", subject(made), null, begun(made), null);
          return made;
        });
  }

  /** Returns an import as it stands. */
  public Optional<ImportRecord> find(UUID id) {
    return stores.imports().find(id).map(this::current);
  }

  /**
   * Returns imports, newest first.
   *
   * @param startedBy whose; null for everybody's
   * @param olderThan the last one of the page before; null for the first page
   */
  public List<ImportRecord> newest(@Nullable UUID startedBy, @Nullable UUID olderThan, int limit) {
    return stores.imports().newest(startedBy, olderThan, limit).stream()
        .map(this::current)
        .toList();
  }

  /**
   * Returns rows that an import refused, in their order.
   *
   * @param part the part of the last row of the page before; null for the first page
   * @param row the number of that row
   */
  public List<Rejection> rejections(UUID importId, @Nullable Part part, long row, int limit) {
    return stores.rejections().page(importId, part, row, limit);
  }

  /** Leaves a row in the trail that somebody took refused rows away, with all that they say. */
  public void taken(Caller caller, ImportRecord made, Part part) {
    transaction.executeWithoutResult(_ ->
        trail.record(
            caller,
            "import.download_rejected",
            subject(made),
            null,
            Map.of("part", part.name()),
            null));
  }

  /** An import whose process died never said so; its job does. */
  private ImportRecord current(ImportRecord kept) {
    if (kept.outcome().status() != Job.Status.RUNNING) {
      return kept;
    }
    return jobs.find(kept.jobId())
        .filter(job -> job.status() == Job.Status.FAILED)
        .map(job -> kept.ended(Job.Status.FAILED, job.error(), job.endedAt()))
        .orElse(kept);
  }

  /**
   * Whoever may import brings in what others did elsewhere, with any date and in any branch, so its
   * rows ask for no other permission of his role.
   */
  private static Caller importing(Caller caller) {
    return new Caller(
        caller.userId(),
        caller.name(),
        caller.role(),
        Caller.system(KIND).grants(),
        caller.limits(),
        caller.branchId(),
        caller.borrowerId(),
        caller.origin());
  }

  private @Nullable Object run(Caller caller, UUID id, ImportFiles files, Jobs.Progress progress) {
    ImportRecord made = stores.imports().find(id).orElseThrow();
    try {
      ImportSummary summary = work.run(caller, made, files, progress);
      end(caller, made, Job.Status.DONE, null);
      return summary;
    } catch (Jobs.JobCancelled cancelled) {
      end(caller, made, Job.Status.CANCELLED, null);
      throw cancelled;
    } catch (ImportStopped | UnreadableCsv stopped) {
      end(caller, made, Job.Status.FAILED, stopped.getMessage());
      throw new Jobs.JobFailure(String.valueOf(stopped.getMessage()));
    } catch (RuntimeException fault) {
      end(
          caller,
          made,
          Job.Status.FAILED,
          "Something went wrong. What was imported before stays; import the files again to"
              + " finish.");
      throw fault;
    } finally {
      files.delete();
    }
  }

  private void end(Caller caller, ImportRecord made, Job.Status status, @Nullable String error) {
    transaction.executeWithoutResult(_ -> keepEnd(caller, made, status, error));
  }

  private void keepEnd(
      Caller caller, ImportRecord made, Job.Status status, @Nullable String error) {
    stores.imports().end(made.id(), status, error, clock.instant());
    ImportRecord ended = stores.imports().find(made.id()).orElse(made);
    Map<String, Object> after = new LinkedHashMap<>(begun(made));
    after.put("status", status);
    after.put("loans", ended.outcome().summary().loans());
    after.put("payments", ended.outcome().summary().payments());
    after.put("totals", ended.outcome().summary().totals());
    trail.record(caller, "import.end", subject(made), null, after, error);
  }

  private static Map<String, Object> begun(ImportRecord made) {
    Map<String, Object> begun = new LinkedHashMap<>();
    begun.put("source", made.mapping().source());
    begun.put("file", made.files().name());
    begun.put("dryRun", made.dryRun());
    return begun;
  }

  private static Subject subject(ImportRecord made) {
    return new Subject("import", made.id(), made.mapping().source() + ": " + made.files().name());
  }
}
