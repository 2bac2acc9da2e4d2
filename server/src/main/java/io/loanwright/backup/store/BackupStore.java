package io.loanwright.backup.store;

import io.loanwright.backup.Backup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When backups were made, and what had been restored. */
@Repository
public class BackupStore {

  private static final String INSERT =
      """
      INSERT INTO backup.backup
        (id, kind, made_at, state_at, file, bytes, sha256, row_count, papers, in_trail)
      VALUES (:id, :kind, :madeAt, :stateAt, :file, :bytes, :sha256, :rows, :papers, true)
      """;

  private static final String FIELDS =
      "SELECT id, kind, made_at, state_at, file, bytes, sha256, row_count, papers FROM backup.backup";

  private static final String LAST = FIELDS + " ORDER BY state_at DESC LIMIT 1";

  /** Instances that start together do not wait for each other; one of them tells the trail. */
  private static final String NOT_IN_TRAIL =
      FIELDS + " WHERE NOT in_trail ORDER BY id FOR NO KEY UPDATE SKIP LOCKED";

  private static final String IN_TRAIL =
      "UPDATE backup.backup SET in_trail = true WHERE id = ANY (:ids)";

  private final JdbcClient jdbc;

  BackupStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A backup with its id. */
  public record Row(UUID id, Backup backup) {}

  /** Adds one of which the trail is told at once. */
  public void insert(UUID id, Backup backup) {
    jdbc.sql(INSERT)
        .param("id", id)
        .param("kind", backup.kind().name())
        .param("madeAt", backup.madeAt().atOffset(ZoneOffset.UTC))
        .param("stateAt", backup.stateAt().atOffset(ZoneOffset.UTC))
        .param("file", backup.file())
        .param("bytes", backup.bytes())
        .param("sha256", backup.sha256(), Types.VARCHAR)
        .param("rows", backup.rows())
        .param("papers", backup.papers())
        .update();
  }

  /** Returns the one with the newest state. */
  public Optional<Backup> last() {
    return jdbc.sql(LAST).query((row, _) -> row(row).backup()).optional();
  }

  /** Returns those of which the trail was not told, and holds them. */
  public List<Row> notInTrail() {
    return jdbc.sql(NOT_IN_TRAIL).query((row, _) -> row(row)).list();
  }

  /** Notes that the trail was told. */
  public void setInTrail(List<UUID> ids) {
    jdbc.sql(IN_TRAIL).param("ids", ids.toArray(UUID[]::new)).update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        new Backup(
            Backup.Kind.valueOf(row.getString("kind")),
            row.getObject("made_at", OffsetDateTime.class).toInstant(),
            row.getObject("state_at", OffsetDateTime.class).toInstant(),
            row.getString("file"),
            row.getLong("bytes"),
            row.getString("sha256"),
            row.getLong("row_count"),
            row.getLong("papers")));
  }
}
