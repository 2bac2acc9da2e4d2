package io.loanwright.organization.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.organization.Job;
import io.loanwright.organization.JobCriteria;
import io.loanwright.organization.JobSight;
import io.loanwright.organization.Jobs;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Jobs, for whoever sees them. */
@RestController
@Tag(name = "organization")
class JobController {

  private final Jobs jobs;

  JobController(Jobs jobs) {
    this.jobs = jobs;
  }

  @GetMapping("/api/jobs")
  @Permitted({Permission.JOB_VIEW, Permission.DAY_CLOSE})
  @Operation(
      operationId = "listJobs",
      summary = "Jobs, newest first; who may close days sees each close")
  Page<Job> list(
      Caller caller,
      @ParameterObject @Valid JobCriteria criteria,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 1);
    UUID olderThan = after == null ? null : after.id(0);
    return Page.of(
        jobs.newest(JobSight.of(caller), criteria, olderThan, rows + 1),
        rows,
        job -> Cursor.of(job.id()));
  }

  @GetMapping("/api/jobs/{id}")
  @Permitted({Permission.JOB_VIEW, Permission.DAY_CLOSE})
  @Operation(operationId = "getJob", summary = "A job and how far it is")
  Job get(Caller caller, @PathVariable UUID id) {
    return jobs.find(id)
        .filter(JobSight.of(caller)::covers)
        .orElseThrow(() -> ProblemException.notFound("A job"));
  }

  @PostMapping("/api/jobs/{id}/cancel")
  @Permitted({Permission.JOB_VIEW, Permission.DAY_CLOSE})
  @Operation(
      operationId = "cancelJob",
      summary = "Ask a job to stop; it does so at its next step and keeps what it did")
  Job cancel(Caller caller, @PathVariable UUID id) {
    Job job = get(caller, id);
    if (job.status() != Job.Status.RUNNING) {
      throw ProblemException.conflict(
          "job-ended", "The job has ended already: " + job.status() + ".");
    }
    jobs.cancel(caller, job);
    return get(caller, id);
  }
}
