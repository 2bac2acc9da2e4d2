package io.loanwright.document;

/** What came of attaching a file to its owner. */
public sealed interface Attaching {

  /** It is attached. */
  record Attached(Attachment attachment) implements Attaching {}

  /** The owner has the same file already; nothing changed. */
  record KnownAlready(Attachment attachment) implements Attaching {}

  /**
   * The owner has as many files as anything may have.
   *
   * @param most how many that is
   */
  record TooMany(int most) implements Attaching {}

  /** Its content was erased with somebody's papers just now, and has to be kept again. */
  record Gone() implements Attaching {}
}
