package io.loanwright.document;

import java.time.LocalDate;

/** What came of verifying, refusing or correcting a document. */
public sealed interface DecisionOutcome {

  /** It is done. */
  record Kept(Document document) implements DecisionOutcome {}

  /** There is no such document in the caller's reach. */
  record Unknown() implements DecisionOutcome {}

  /** It does not wait any more. */
  record WrongStatus(DocumentStatus status) implements DecisionOutcome {}

  /** Whoever filed or corrected a document, or owns it, does not vouch for it. */
  record MakerIsChecker() implements DecisionOutcome {}

  /** What does not hold any more is not verified. */
  record Expired(LocalDate expiredOn) implements DecisionOutcome {}
}
