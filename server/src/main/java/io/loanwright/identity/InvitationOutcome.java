package io.loanwright.identity;

import org.jspecify.annotations.Nullable;

/** What came of inviting somebody. */
public sealed interface InvitationOutcome {

  /**
   * The invitation stands.
   *
   * @param token what accepts it, for the inviter to hand over; null if it was mailed
   */
  record Invited(Invitation invitation, @Nullable String token) implements InvitationOutcome {}

  /** Somebody with this e-mail address is a user. */
  record EmailTaken(String email) implements InvitationOutcome {}

  /** An invitation to this e-mail address is open. */
  record OpenAlready(String email) implements InvitationOutcome {}

  /** There is no such role for staff. */
  record RoleUnfit(String role) implements InvitationOutcome {}

  /** There is no such branch, or it is closed. */
  record BranchUnknown() implements InvitationOutcome {}

  /** There is no such invitation. */
  record Unknown() implements InvitationOutcome {}

  /** It was accepted or taken back before. */
  record Ended(Invitation.Status status) implements InvitationOutcome {}

  /** The borrower has an account. */
  record HasAccount() implements InvitationOutcome {}

  /**
   * The borrower cannot be invited.
   *
   * @param isOpen false if he is blocked; otherwise no address is known of him
   */
  record BorrowerUnfit(boolean isOpen) implements InvitationOutcome {}

  /** The settings say that borrowers have no accounts of their own. */
  record BorrowersHaveNoAccounts() implements InvitationOutcome {}
}
