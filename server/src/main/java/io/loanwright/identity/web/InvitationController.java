package io.loanwright.identity.web;

import io.loanwright.access.AskedAgain;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.identity.Invitation;
import io.loanwright.identity.InvitationOutcome;
import io.loanwright.identity.Invitations;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How staff is invited. */
@RestController
@Tag(name = "identity")
class InvitationController {

  private final Invitations invitations;
  private final AcceptLink link;

  InvitationController(Invitations invitations, AcceptLink link) {
    this.invitations = invitations;
    this.link = link;
  }

  /**
   * Whom to invite.
   *
   * @param role the code of a role for staff
   * @param branchId left out for the inviter's own branch
   */
  @Schema(name = "NewInvitation")
  record NewInvitation(
      @NotBlank @Size(max = Fields.EMAIL_MAX) @Email String email,
      @NotBlank @Size(max = 50) String role,
      @Nullable UUID branchId) {}

  @GetMapping("/api/invitations")
  @Permitted(Permission.USER_INVITE)
  @Operation(operationId = "listInvitations", summary = "Invitations, newest first")
  Page<InvitationView> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 1);
    List<Invitation> found = invitations.list(after == null ? null : after.id(0), rows + 1);
    return Page.of(found, rows, invitation -> Cursor.of(invitation.id()))
        .map(invitation -> InvitationView.of(invitation, null));
  }

  @PostMapping("/api/invitations")
  @Permitted(Permission.USER_INVITE)
  @AskedAgain
  @Operation(operationId = "createInvitation", summary = "Invite somebody to the staff")
  @ApiResponse(responseCode = "201", description = "Invited")
  ResponseEntity<InvitationView> invite(Caller caller, @Valid @RequestBody NewInvitation body) {
    InvitationOutcome outcome =
        invitations.invite(
            caller, body.email().strip(), body.role().strip(), body.branchId(), link::of);
    return answer(outcome, HttpStatus.CREATED);
  }

  @GetMapping("/api/borrowers/{id}/invitation")
  @Permitted(Permission.BORROWER_EDIT)
  @Operation(
      operationId = "listBorrowerInvitations",
      summary = "What a borrower was invited to and did not accept, one at most",
      description =
          "Where the address is not the one that is known of him by now, its link is dead. For"
              + " whoever may change the borrower and sees his address.")
  Page<InvitationView> ofBorrower(Caller caller, @PathVariable UUID id) {
    List<Invitation> waiting =
        invitations.ofBorrower(caller, id).orElseThrow(InvitationController::unknown);
    return new Page<>(
        waiting.stream().map(invitation -> InvitationView.of(invitation, null)).toList(), null);
  }

  @PostMapping("/api/borrowers/{id}/invitation")
  @Permitted(Permission.BORROWER_EDIT)
  @AskedAgain
  @Operation(
      operationId = "inviteBorrower",
      summary = "Invite a borrower to an account of his own",
      description =
          "At the e-mail address that is known of him; the account is this borrower's. An open"
              + " invitation at another address is taken back. For whoever may change the borrower"
              + " and sees his address.")
  @ApiResponse(responseCode = "201", description = "Invited")
  @ApiResponse(responseCode = "409", description = "He has an account, or is invited already")
  @ApiResponse(responseCode = "422", description = "He is blocked, or no address is known of him")
  ResponseEntity<InvitationView> inviteBorrower(Caller caller, @PathVariable UUID id) {
    return answer(invitations.inviteBorrower(caller, id, link::of), HttpStatus.CREATED);
  }

  @PostMapping("/api/borrowers/{id}/invitation/resend")
  @Permitted(Permission.BORROWER_EDIT)
  @AskedAgain
  @Operation(
      operationId = "resendBorrowerInvitation",
      summary = "Send a borrower's invitation again with a new link; the old link is dead",
      description =
          "At the address that is known of him by now: where that is another one, he is invited"
              + " anew instead.")
  @ApiResponse(responseCode = "404", description = "Nothing waits at that address")
  ResponseEntity<InvitationView> resendToBorrower(Caller caller, @PathVariable UUID id) {
    return answer(invitations.resendToBorrower(caller, id, link::of), HttpStatus.OK);
  }

  @DeleteMapping("/api/borrowers/{id}/invitation")
  @Permitted(Permission.BORROWER_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "revokeBorrowerInvitation",
      summary = "Take a borrower's invitation back, at whatever address it is")
  void revokeOfBorrower(Caller caller, @PathVariable UUID id) {
    view(invitations.revokeOfBorrower(caller, id));
  }

  @PostMapping("/api/invitations/{id}/resend")
  @Permitted(Permission.USER_INVITE)
  @AskedAgain
  @Operation(
      operationId = "resendInvitation",
      summary = "Send an invitation again with a new link; the old link is dead")
  ResponseEntity<InvitationView> resend(Caller caller, @PathVariable UUID id) {
    return answer(invitations.resend(caller, id, link::of), HttpStatus.OK);
  }

  @DeleteMapping("/api/invitations/{id}")
  @Permitted(Permission.USER_INVITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "revokeInvitation", summary = "Take an invitation back")
  void revoke(Caller caller, @PathVariable UUID id) {
    view(invitations.revoke(caller, id));
  }

  private ResponseEntity<InvitationView> answer(InvitationOutcome outcome, HttpStatus success) {
    return ResponseEntity.status(success).body(view(outcome));
  }

  private InvitationView view(InvitationOutcome outcome) {
    return switch (outcome) {
      case InvitationOutcome.Invited invited ->
          InvitationView.of(invited.invitation(), url(invited.token()));
      case InvitationOutcome.EmailTaken taken -> throw Fields.emailTaken(taken.email());
      case InvitationOutcome.OpenAlready open ->
          throw ProblemException.conflict(
              "invitation-open",
              open.email() + " is invited already. Send that invitation again or take it back.");
      case InvitationOutcome.RoleUnfit _ ->
          throw ProblemException.invalid("role", "must be the code of a role for staff");
      case InvitationOutcome.BranchUnknown _ -> throw Fields.branchUnknown();
      case InvitationOutcome.Unknown _ -> throw unknown();
      case InvitationOutcome.HasAccount _ ->
          throw ProblemException.conflict("account-exists", "The borrower has an account already.");
      case InvitationOutcome.BorrowerUnfit(boolean isOpen) ->
          throw ProblemException.rule(
              "borrower-unfit",
              isOpen
                  ? "No e-mail address is known of the borrower. Write it down first."
                  : "The borrower is blocked.");
      case InvitationOutcome.BorrowersHaveNoAccounts _ ->
          throw new ProblemException(
              HttpStatus.FORBIDDEN,
              "registration-closed",
              "Borrowers have no accounts of their own here: the settings say so.",
              List.of());
      case InvitationOutcome.Ended ended ->
          throw ProblemException.conflict(
              "invitation-ended", "The invitation has ended already: " + ended.status() + ".");
    };
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("An invitation, or a borrower");
  }

  private @Nullable String url(@Nullable String token) {
    return token == null ? null : link.of(token).toString();
  }
}
