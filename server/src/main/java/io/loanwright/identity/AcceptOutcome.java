package io.loanwright.identity;

/** What came of accepting an invitation. */
public sealed interface AcceptOutcome {

  /** There is a new user. */
  record Accepted(UserAccount user) implements AcceptOutcome {}

  /** No invitation can be accepted with this token: unknown, used, taken back or too old. */
  record NoInvitation() implements AcceptOutcome {}

  /** Nobody knows the name of somebody of the staff, and none was said. */
  record NameMissing() implements AcceptOutcome {}

  /** The user could not be made. */
  record NotMade(UserOutcome why) implements AcceptOutcome {}
}
