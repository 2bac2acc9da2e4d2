package io.loanwright.document;

/** What came of filing a document. */
public sealed interface DocumentOutcome {

  /** The document is filed. */
  record Kept(Document document) implements DocumentOutcome {}

  /** The owner has the same file already; nothing changed. */
  record KnownAlready(Document document) implements DocumentOutcome {}

  /** There is no such owner in the caller's reach. */
  record OwnerUnknown() implements DocumentOutcome {}

  /** There is nothing in the file. */
  record Empty() implements DocumentOutcome {}

  /** The file has more bytes than {@link Document#SIZE_MAX}. */
  record TooLarge() implements DocumentOutcome {}

  /**
   * Files of this kind are not taken.
   *
   * @param found what its content looks like, as a media type
   */
  record TypeRefused(String found) implements DocumentOutcome {}

  /**
   * The owner has as many documents as anybody may have.
   *
   * @param most how many that is
   */
  record TooMany(int most) implements DocumentOutcome {}
}
