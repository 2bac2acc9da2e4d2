package io.loanwright.integration.store;

import io.loanwright.integration.ImportRecord;
import io.loanwright.integration.ImportSummary;
import io.loanwright.integration.mapping.ImportMapping;
import io.loanwright.organization.Job;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code integration.import_run}. */
@Repository
public class ImportStore {

  private static final String INSERT =
      """
      INSERT INTO integration.import_run
             (id, job_id, source, file_name, payments_file_name, dry_run, mapping, loan_columns,
              payment_columns, status, summary, started_by, started_by_name, started_at)
      VALUES (:id, :jobId, :source, :fileName, :paymentsFileName, :dryRun, :mapping::jsonb,
              :loanColumns, :paymentColumns, 'RUNNING', :summary::jsonb, :startedBy, :startedByName,
              :startedAt)
      """;

  private static final String ADVANCE =
      """
      UPDATE integration.import_run
         SET summary = :summary::jsonb
       WHERE id = :id
         AND status = 'RUNNING'
      """;

  private static final String END =
      """
      UPDATE integration.import_run
         SET status = :status, error = :error, ended_at = :endedAt
       WHERE id = :id
         AND status = 'RUNNING'
      """;

  private static final String NUMBERS_OF_A_TRIAL =
      "SELECT set_config('loanwright.numbers', 'integration.trial_number', true)";

  private static final String COLUMNS =
      """
      SELECT id, job_id, file_name, payments_file_name, dry_run, mapping, loan_columns,
             payment_columns, status, error, summary, started_by, started_by_name, started_at,
             ended_at
        FROM integration.import_run
      """;

  private static final String ONE = COLUMNS + " WHERE id = :id";

  private static final String NEWEST =
      COLUMNS
          + """
           WHERE (:startedBy::uuid IS NULL OR started_by = :startedBy::uuid)
             AND (:olderThan::uuid IS NULL OR id < :olderThan::uuid)
           ORDER BY id DESC
           LIMIT :limit
          """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ImportStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Lets whoever is made in the current transaction have numbers that nobody else gets, so that a
   * trial uses up none of those that people read.
   */
  public void useNumbersOfATrial() {
    jdbc.sql(NUMBERS_OF_A_TRIAL).query(String.class).single();
  }

  /** Adds an import that has just been started. */
  public void insert(ImportRecord made) {
    jdbc.sql(INSERT)
        .param("id", made.id())
        .param("jobId", made.jobId())
        .param("source", made.mapping().source())
        .param("fileName", made.files().name())
        .param("paymentsFileName", made.files().paymentsName())
        .param("dryRun", made.dryRun())
        .param("mapping", json.writeValueAsString(made.mapping()))
        .param("loanColumns", made.files().loanColumns().toArray(String[]::new))
        .param("paymentColumns", made.files().paymentColumns().toArray(String[]::new))
        .param("summary", json.writeValueAsString(made.outcome().summary()))
        .param("startedBy", made.startedBy())
        .param("startedByName", made.startedByName())
        .param("startedAt", made.startedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Writes how far an import is. */
  public void advance(UUID id, ImportSummary summary) {
    jdbc.sql(ADVANCE).param("id", id).param("summary", json.writeValueAsString(summary)).update();
  }

  /** Writes how an import ended, if it has not ended before. */
  public void end(UUID id, Job.Status status, @Nullable String error, Instant at) {
    jdbc.sql(END)
        .param("id", id)
        .param("status", status.name())
        .param("error", error)
        .param("endedAt", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Returns an import. */
  public Optional<ImportRecord> find(UUID id) {
    return jdbc.sql(ONE).param("id", id).query((row, _) -> read(row)).optional();
  }

  /**
   * Returns imports, newest first.
   *
   * @param startedBy whose; null for everybody's
   * @param olderThan the last one of the page before; null for the first page
   */
  public List<ImportRecord> newest(@Nullable UUID startedBy, @Nullable UUID olderThan, int limit) {
    return jdbc.sql(NEWEST)
        .param("startedBy", startedBy)
        .param("olderThan", olderThan)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  private ImportRecord read(ResultSet row) throws SQLException {
    return new ImportRecord(
        row.getObject("id", UUID.class),
        row.getObject("job_id", UUID.class),
        json.readValue(row.getString("mapping"), ImportMapping.class),
        new ImportRecord.Files(
            row.getString("file_name"),
            row.getString("payments_file_name"),
            texts(row.getArray("loan_columns")),
            texts(row.getArray("payment_columns"))),
        row.getBoolean("dry_run"),
        new ImportRecord.Outcome(
            Job.Status.valueOf(row.getString("status")),
            row.getString("error"),
            json.readValue(row.getString("summary"), ImportSummary.class),
            instant(row, "ended_at")),
        row.getObject("started_by", UUID.class),
        row.getString("started_by_name"),
        row.getObject("started_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
