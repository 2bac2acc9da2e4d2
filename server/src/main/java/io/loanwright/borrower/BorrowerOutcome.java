package io.loanwright.borrower;

/** What came of registering or changing a borrower. */
public sealed interface BorrowerOutcome {

  /** The borrower is as asked for. */
  record Kept(Borrower borrower) implements BorrowerOutcome {}

  /** Another borrower has the e-mail address. */
  record EmailTaken(String email) implements BorrowerOutcome {}

  /** There is no such branch, or it is closed. */
  record BranchUnknown() implements BorrowerOutcome {}

  /** There is no such active user of the staff. */
  record OfficerUnknown() implements BorrowerOutcome {}

  /** The borrower would be out of the caller's reach: in another branch, or another officer's. */
  record BeyondReach() implements BorrowerOutcome {}

  /** There is no such borrower in the caller's reach. */
  record Unknown() implements BorrowerOutcome {}

  /** What was known of the borrower was erased, and nothing is written of him any more. */
  record Erased() implements BorrowerOutcome {}

  /** Somebody else changed it meanwhile. */
  record Stale(long version) implements BorrowerOutcome {}
}
