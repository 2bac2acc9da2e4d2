package io.loanwright.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A file with old rows of the trail.
 *
 * @param before rows of this day and later were to stay
 * @param seals the first and the last seal whose rows it has
 * @param rows how many rows
 * @param oldest when the oldest of them was recorded
 * @param newest when the newest of them was recorded
 * @param bytes the size of the file
 * @param sha256 of the file, in hexadecimal digits
 * @param file its name in the folder {@code archive} of the data folder
 * @param isHere whether this instance has the file
 */
public record Archived(
    UUID id,
    Instant at,
    LocalDate before,
    Seals seals,
    long rows,
    Instant oldest,
    Instant newest,
    long bytes,
    String sha256,
    String file,
    boolean isHere) {

  /** The numbers of seals, both included. */
  public record Seals(long first, long last) {}
}
