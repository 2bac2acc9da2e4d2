package io.loanwright.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup of this database, or the restore that made it.
 *
 * @param madeAt when it was done
 * @param stateAt the moment whose state the file has
 * @param file the name of the file, without its folder
 * @param sha256 of the whole file; null for a restore
 */
public record Backup(
    Kind kind,
    Instant madeAt,
    Instant stateAt,
    String file,
    long bytes,
    @Nullable String sha256,
    long rows,
    long papers) {

  /** Which of both it is. */
  public enum Kind {
    /** A file was made of the database. */
    BACKUP,
    /** The database was made of a file. */
    RESTORE
  }
}
