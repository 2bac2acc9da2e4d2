package io.loanwright.organization;

/** What came of making or changing a branch. */
public sealed interface BranchOutcome {

  /** The branch is as asked for. */
  record Kept(Branch branch) implements BranchOutcome {}

  /** Another branch has the code. */
  record CodeTaken(String code) implements BranchOutcome {}

  /** There is no such branch. */
  record Unknown() implements BranchOutcome {}

  /** Somebody else changed it meanwhile. */
  record Stale(long version) implements BranchOutcome {}

  /** It is the only active branch, and one has to stay. */
  record LastActive() implements BranchOutcome {}
}
