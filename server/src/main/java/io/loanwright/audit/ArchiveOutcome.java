package io.loanwright.audit;

import java.time.LocalDate;

/** What comes of moving old rows of the trail into a file. */
public sealed interface ArchiveOutcome {

  /**
   * They are in a file, and proven there.
   *
   * @param more whether there are more of that age, for a further file
   */
  record Moved(Archived archived, boolean more) implements ArchiveOutcome {}

  /**
   * Rows of the last year stay.
   *
   * @param latest the latest day before which rows can be moved
   */
  record TooYoung(LocalDate latest) implements ArchiveOutcome {}

  /** No whole seal is of rows of before that day. */
  record NothingOld() implements ArchiveOutcome {}

  /**
   * A row is not what was sealed; what is moved has to be proven.
   *
   * @param record what it is called
   */
  record Unproven(String record) implements ArchiveOutcome {}

  /** The file could not be written, or not be signed. */
  record Unwritable(String why) implements ArchiveOutcome {}
}
