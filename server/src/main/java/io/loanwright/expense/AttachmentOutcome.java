package io.loanwright.expense;

import io.loanwright.document.Attachment;
import io.loanwright.document.TakenIn;

/** What came of attaching a file to an expense, or of removing one. */
public sealed interface AttachmentOutcome {

  /** The file is attached. */
  record Kept(Attachment attachment) implements AttachmentOutcome {}

  /** The expense has the same file already; nothing changed. */
  record KnownAlready(Attachment attachment) implements AttachmentOutcome {}

  /** The file is attached no more. */
  record Removed() implements AttachmentOutcome {}

  /** There is no such expense, or no such file of it, in the caller's reach. */
  record Unknown() implements AttachmentOutcome {}

  /** An expense that was not approved takes no files; from one that was decided none is removed. */
  record WrongStatus(Expense expense) implements AttachmentOutcome {}

  /** While it waits, only whoever wrote it down adds files to it and removes them. */
  record NotTheMaker(String maker) implements AttachmentOutcome {}

  /** The file was not taken. */
  record Refused(TakenIn.Refused why) implements AttachmentOutcome {}

  /** The store of files does not answer. */
  record StoreAway() implements AttachmentOutcome {}

  /**
   * The expense has as many files as any may have.
   *
   * @param most how many that is
   */
  record TooMany(int most) implements AttachmentOutcome {}
}
