package io.loanwright.borrower;

/** What came of declaring a relative, or of ending that. */
public sealed interface RelativeOutcome {

  /** The declaration is as asked for. */
  record Kept(Relative relative) implements RelativeOutcome {}

  /** There is no such borrower in the caller's reach. */
  record BorrowerUnknown() implements RelativeOutcome {}

  /** What was known of the borrower was erased, and nothing is written of him any more. */
  record BorrowerErased() implements RelativeOutcome {}

  /** Nobody active of the staff, within the caller's reach, has the id. */
  record UserUnfit() implements RelativeOutcome {}

  /** It is declared and in force. */
  record AlreadyDeclared() implements RelativeOutcome {}

  /** There is no such declaration in the caller's reach. */
  record Unknown() implements RelativeOutcome {}

  /** It has ended. */
  record AlreadyEnded() implements RelativeOutcome {}

  /** It is about the caller, so somebody else ends it. */
  record AboutOneself() implements RelativeOutcome {}
}
