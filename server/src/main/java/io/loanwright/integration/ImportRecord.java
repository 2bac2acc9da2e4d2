package io.loanwright.integration;

import io.loanwright.integration.mapping.ImportMapping;
import io.loanwright.organization.Job;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import, running or ended.
 *
 * @param jobId the job that does it
 * @param files the files, with the names of their columns
 * @param dryRun whether everything is taken back in the end
 * @param outcome where it is
 * @param startedBy the user who started it
 */
public record ImportRecord(
    UUID id,
    UUID jobId,
    ImportMapping mapping,
    Files files,
    boolean dryRun,
    Outcome outcome,
    UUID startedBy,
    String startedByName,
    Instant startedAt) {

  /**
   * The files of an import.
   *
   * @param name the name of the file that was given first
   * @param paymentsName the name of the file of payments beside a file of loans
   * @param loanColumns the columns of the loans; empty if there are none
   * @param paymentColumns the columns of the payments; empty if there are none
   */
  public record Files(
      String name,
      @Nullable String paymentsName,
      List<String> loanColumns,
      List<String> paymentColumns) {}

  /**
   * Where an import is.
   *
   * @param error why it failed, in words for whoever started it
   */
  public record Outcome(
      Job.Status status,
      @Nullable String error,
      ImportSummary summary,
      @Nullable Instant endedAt) {}

  /** Returns the same, ended. */
  ImportRecord ended(Job.Status status, @Nullable String error, @Nullable Instant at) {
    return new ImportRecord(
        id,
        jobId,
        mapping,
        files,
        dryRun,
        new Outcome(status, error, outcome.summary(), at),
        startedBy,
        startedByName,
        startedAt);
  }
}
