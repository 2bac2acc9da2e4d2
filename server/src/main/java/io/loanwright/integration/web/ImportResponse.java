package io.loanwright.integration.web;

import io.loanwright.integration.ControlTotal;
import io.loanwright.integration.ImportCounts;
import io.loanwright.integration.ImportRecord;
import io.loanwright.integration.Rejection;
import io.loanwright.integration.mapping.ImportMapping;
import io.loanwright.organization.Job;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands.
 *
 * @param jobId the job that does it
 * @param source what the other system is called
 * @param fileName the file that was given first
 * @param paymentsFileName the file of payments beside a file of loans
 * @param dryRun whether everything is taken back in the end; counts and totals say what would be
 * @param error why it failed
 * @param loans what became of the rows that are loans
 * @param payments what became of the rows that are payments
 * @param borrowers how many borrowers were made
 * @param totals control totals of every mapped figure
 * @param errors what is wrong with the first refused rows; empty in a list of imports. All of them:
 *     {@code /api/imports/{id}/errors}
 * @param mapping what the columns mean, to start the next import from
 */
record ImportResponse(
    UUID id,
    UUID jobId,
    Job.Status status,
    String source,
    String fileName,
    @Nullable String paymentsFileName,
    boolean dryRun,
    @Nullable String error,
    UUID startedBy,
    String startedByName,
    Instant startedAt,
    @Nullable Instant endedAt,
    ImportCounts loans,
    ImportCounts payments,
    long borrowers,
    List<ControlTotal> totals,
    List<RowError> errors,
    ImportMapping mapping) {

  /** An import as a list shows it, without what is wrong with rows. */
  static ImportResponse of(ImportRecord made) {
    return of(made, List.of());
  }

  static ImportResponse of(ImportRecord made, List<Rejection> rejections) {
    ImportRecord.Outcome outcome = made.outcome();
    return new ImportResponse(
        made.id(),
        made.jobId(),
        outcome.status(),
        made.mapping().source(),
        made.files().name(),
        made.files().paymentsName(),
        made.dryRun(),
        outcome.error(),
        made.startedBy(),
        made.startedByName(),
        made.startedAt(),
        outcome.endedAt(),
        outcome.summary().loans(),
        outcome.summary().payments(),
        outcome.summary().borrowers(),
        outcome.summary().totals(),
        rejections.stream().flatMap(row -> RowError.of(row).stream()).toList(),
        made.mapping());
  }
}
