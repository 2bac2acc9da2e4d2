package io.loanwright.document;

import io.loanwright.document.intake.Taking;

/** What came of filing a document. */
public sealed interface DocumentOutcome {

  /** The document is filed. */
  record Kept(Document document) implements DocumentOutcome {}

  /** The owner has the same file already; nothing changed. */
  record KnownAlready(Document document) implements DocumentOutcome {}

  /** There is no such owner in the caller's reach. */
  record OwnerUnknown() implements DocumentOutcome {}

  /** The owner has no such document that another one could replace. */
  record ReplacedUnknown() implements DocumentOutcome {}

  /** The file was not taken in; {@link Taking.Taken} is never here. */
  record Refused(Taking why) implements DocumentOutcome {}

  /** The store of files does not answer. */
  record StoreAway() implements DocumentOutcome {}

  /**
   * The owner has as many documents as anybody may have.
   *
   * @param most how many that is
   */
  record TooMany(int most) implements DocumentOutcome {}
}
