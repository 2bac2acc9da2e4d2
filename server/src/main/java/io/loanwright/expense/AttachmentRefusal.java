package io.loanwright.expense;

import io.loanwright.document.TakenIn;

/** Why a file is not attached to an expense, or not removed from it. */
public sealed interface AttachmentRefusal extends AttachmentOutcome {

  /** There is no such expense, or no such file of it, in the caller's reach. */
  record Unknown() implements AttachmentRefusal {}

  /** An expense that was not approved takes no files; from one that was decided none is removed. */
  record WrongStatus(Expense expense) implements AttachmentRefusal {}

  /** While it waits, only whoever wrote it down adds files to it and removes them. */
  record NotTheMaker(Expense expense) implements AttachmentRefusal {}

  /** The file was not taken. */
  record Refused(TakenIn.Refused why) implements AttachmentRefusal {}

  /** The store of files does not answer. */
  record StoreAway() implements AttachmentRefusal {}

  /**
   * The expense has as many files as any may have.
   *
   * @param most how many that is
   */
  record TooMany(int most) implements AttachmentRefusal {}
}
