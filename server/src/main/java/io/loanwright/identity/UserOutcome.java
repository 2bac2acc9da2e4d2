package io.loanwright.identity;

/** What came of making or changing a user. */
public sealed interface UserOutcome {

  /** The user is as asked for. */
  record Kept(UserAccount user) implements UserOutcome {}

  /** Somebody else has the e-mail address. */
  record EmailTaken(String email) implements UserOutcome {}

  /** Somebody else has the username. */
  record UsernameTaken(String username) implements UserOutcome {}

  /** There is no such role for this kind of user: staff stay staff, borrowers stay borrowers. */
  record RoleUnfit(String role) implements UserOutcome {}

  /** There is no such branch, or it is closed. */
  record BranchUnknown() implements UserOutcome {}

  /** There is no such user. */
  record Unknown() implements UserOutcome {}

  /** What was known of the user was erased, and nothing is written of him any more. */
  record Erased() implements UserOutcome {}

  /** Somebody else changed the user meanwhile. */
  record Stale(long version) implements UserOutcome {}

  /** He is the only active administrator, and one has to stay. */
  record LastAdministrator() implements UserOutcome {}
}
