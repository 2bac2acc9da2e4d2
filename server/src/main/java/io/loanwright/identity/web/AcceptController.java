package io.loanwright.identity.web;

import io.loanwright.access.OpenToAll;
import io.loanwright.access.Origin;
import io.loanwright.identity.AcceptOutcome;
import io.loanwright.identity.Invitations;
import io.loanwright.organization.Organization;
import io.loanwright.web.FieldError;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the invited come in. */
@RestController
@Tag(name = "identity")
class AcceptController {

  private final Invitations invitations;
  private final Organization organization;

  AcceptController(Invitations invitations, Organization organization) {
    this.invitations = invitations;
    this.organization = organization;
  }

  /** What somebody who holds a link sees before he accepts. */
  @Schema(name = "OpenInvitation")
  record OpenInvitation(
      String organization,
      String email,
      String role,
      String invitedBy,
      Instant expiresAt,
      @Schema(description = "What the borrower is called who was invited; null for the staff")
          @Nullable String name) {}

  /** Who accepts. */
  @Schema(name = "AcceptInvitation")
  record Accept(
      @NotBlank @Size(max = Fields.TOKEN_MAX) String token,
      @Schema(description = "Required of the staff; a borrower has the name that is known of him")
          @Nullable
          @PlainText
          @Size(max = Fields.NAME_MAX)
          String name,
      @NotNull @Size(max = Fields.PASSWORD_MAX) String password,
      @Nullable
          @Size(max = Fields.USERNAME_MAX)
          @Pattern(regexp = Fields.USERNAME, message = Fields.USERNAME_MESSAGE)
          String username) {

    @Override
    public String toString() {
      return "Accept by " + (name == null ? "somebody" : name);
    }
  }

  @GetMapping("/api/invitations/open")
  @OpenToAll
  @Operation(operationId = "getOpenInvitation", summary = "What an invitation's link offers")
  @ApiResponse(responseCode = "404", description = "The link does not work any more")
  OpenInvitation open(@RequestParam @Size(max = Fields.TOKEN_MAX) String token) {
    return invitations
        .open(token)
        .map(opened ->
            new OpenInvitation(
                organization.current().name(),
                opened.invitation().email(),
                opened.invitation().role(),
                opened.invitation().invitedBy(),
                opened.invitation().expiresAt(),
                opened.name()))
        .orElseThrow(AcceptController::dead);
  }

  @PostMapping("/api/invitations/accept")
  @OpenToAll
  @Operation(operationId = "acceptInvitation", summary = "Become the invited user")
  @ApiResponse(responseCode = "201", description = "The account is made")
  @ApiResponse(responseCode = "404", description = "The link does not work any more")
  @ApiResponse(responseCode = "409", description = "The e-mail address or the username is taken")
  ResponseEntity<UserView> accept(Origin origin, @Valid @RequestBody Accept body) {
    Fields.requireGoodPassword("password", body.password());
    AcceptOutcome outcome =
        invitations.accept(
            body.token().strip(),
            Texts.strippedOrNull(body.name()),
            body.password(),
            Texts.strippedOrNull(body.username()),
            origin);
    return switch (outcome) {
      case AcceptOutcome.Accepted accepted -> UserView.answer(accepted.user(), HttpStatus.CREATED);
      case AcceptOutcome.NoInvitation _ -> throw dead();
      case AcceptOutcome.NameMissing _ ->
          throw ProblemException.invalid("name", FieldError.MISSING);
      case AcceptOutcome.NotMade notMade -> throw Fields.problem(notMade.why());
    };
  }

  private static ProblemException dead() {
    return new ProblemException(
        HttpStatus.NOT_FOUND,
        "invitation-not-open",
        "This link does not work any more. Ask for a new one.",
        List.of());
  }
}
