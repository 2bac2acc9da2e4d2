package io.loanwright.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that belongs to somebody.
 *
 * @param ownerId whose it is
 * @param name what it was called when it came, 1 to {@value #NAME_MAX} characters
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 * @param uploadedByName the name of whoever filed it, as it was then
 */
public record Document(
    UUID id,
    UUID ownerId,
    String name,
    FileType type,
    long size,
    String sha256,
    Instant uploadedAt,
    UUID uploadedBy,
    String uploadedByName) {

  /** The longest name. */
  public static final int NAME_MAX = 200;

  /** The largest file, in bytes: 10 MB. */
  public static final long SIZE_MAX = 10L * 1024 * 1024;
}
