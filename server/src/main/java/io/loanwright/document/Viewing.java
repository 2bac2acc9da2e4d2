package io.loanwright.document;

import io.loanwright.document.vault.Reading;

/** What came of looking at a document. */
public sealed interface Viewing {

  /** There is such a document; whether its file can be read is said by the reading. */
  record Found(Document document, Reading reading) implements Viewing {}

  /** There is no such document in the caller's reach. */
  record Unknown() implements Viewing {}
}
