package io.loanwright.expense;

import io.loanwright.document.Attachment;

/** What came of attaching a file to an expense. */
public sealed interface AttachmentOutcome
    permits AttachmentOutcome.Kept, AttachmentOutcome.KnownAlready, AttachmentRefusal {

  /** The file is attached. */
  record Kept(Attachment attachment) implements AttachmentOutcome {}

  /** The expense has the same file already; nothing changed. */
  record KnownAlready(Attachment attachment) implements AttachmentOutcome {}
}
