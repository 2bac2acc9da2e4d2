package io.loanwright.document.vault;

/** What came of reading a content. */
public sealed interface Reading {

  /** It is there, and as it was. */
  record Opened(Content content) implements Reading {}

  /** Its file is gone. */
  record Missing() implements Reading {}

  /**
   * The key that its own is wrapped by is not known here.
   *
   * @param keyId the name of that key
   */
  record Locked(String keyId) implements Reading {}

  /** Its file was changed. */
  record Damaged() implements Reading {}

  /** The store did not answer. */
  record Away() implements Reading {}
}
