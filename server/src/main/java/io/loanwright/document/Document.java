package io.loanwright.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to somebody, and what is said of it.
 *
 * @param ownerId whose it is
 * @param uploaded who filed it
 * @param corrected who changed last what it is said to be; null if nobody did
 * @param decision who verified or refused it; null while it waits, and if it was replaced before
 * @param replaces the older document of the same owner whose place it takes
 */
public record Document(
    UUID id,
    UUID ownerId,
    Particulars particulars,
    StoredFile file,
    Signature uploaded,
    @Nullable Signature corrected,
    DocumentStatus status,
    @Nullable Decision decision,
    @Nullable UUID replaces) {

  /** The longest name. */
  public static final int NAME_MAX = 200;

  /** The longest number of a paper. */
  public static final int NUMBER_MAX = 60;

  /** The longest reason of a refusal. */
  public static final int REASON_MAX = 2000;

  /** The largest file, in bytes: 10 MB. */
  public static final long SIZE_MAX = 10L * 1024 * 1024;

  /**
   * What a paper is said to be.
   *
   * @param number of the paper, 1 to {@value #NUMBER_MAX} characters
   * @param expiresOn the last day on which it holds; null if it holds for good
   */
  public record Particulars(
      DocumentKind kind, @Nullable String number, @Nullable LocalDate expiresOn) {

    /** Returns whether it holds no more on a day. */
    public boolean isExpired(LocalDate on) {
      return expiresOn != null && expiresOn.isBefore(on);
    }
  }

  /**
   * The file.
   *
   * @param name what it was called when it came, 1 to {@value #NAME_MAX} characters
   * @param size in bytes, as it is kept
   * @param sha256 of its content as it is kept, in hexadecimal
   */
  public record StoredFile(String name, FileType type, long size, String sha256) {}

  /**
   * Who did something, and when.
   *
   * @param name as it was then
   */
  public record Signature(UUID userId, String name, Instant at) {}

  /**
   * What somebody said after looking at it.
   *
   * @param refusal why it will not do; null if it was verified
   */
  public record Decision(Signature by, @Nullable String refusal) {}

  /** Returns whether a user filed it or said what it is, and so cannot vouch for it. */
  public boolean isMadeBy(UUID userId) {
    return uploaded.userId().equals(userId)
        || (corrected != null && corrected.userId().equals(userId));
  }

  /** Returns it as one that takes no other's place. */
  Document alone() {
    return new Document(
        id, ownerId, particulars, file, uploaded, corrected, status, decision, null);
  }
}
