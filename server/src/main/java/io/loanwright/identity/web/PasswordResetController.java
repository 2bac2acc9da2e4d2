package io.loanwright.identity.web;

import io.loanwright.access.OpenToAll;
import io.loanwright.access.Origin;
import io.loanwright.identity.reset.PasswordResets;
import io.loanwright.identity.reset.ResetRequests;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Setting a forgotten password anew. */
@RestController
@Tag(name = "identity")
class PasswordResetController {

  private final ResetRequests requests;
  private final PasswordResets resets;

  PasswordResetController(ResetRequests requests, PasswordResets resets) {
    this.requests = requests;
    this.resets = resets;
  }

  /** Who forgot the password: e-mail address or username, or a borrower's phone number. */
  @Schema(name = "ForgottenPassword")
  record Forgotten(@NotBlank @Size(max = Fields.EMAIL_MAX) String login) {

    @Override
    public String toString() {
      return "ForgottenPassword";
    }
  }

  /** The token that was mailed, and the password as it shall be. */
  @Schema(name = "ResetPassword")
  record Reset(
      @NotBlank @Size(max = Fields.TOKEN_MAX) String token,
      @NotNull @Size(max = Fields.PASSWORD_MAX) String password) {

    @Override
    public String toString() {
      return "ResetPassword";
    }
  }

  @PostMapping("/api/auth/forgotten-password")
  @OpenToAll
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "forgetPassword",
      summary = "Ask for a mail that sets the password anew; the same answer for every login")
  @ApiResponse(responseCode = "202", description = "If there is such a user, a mail is on its way")
  @ApiResponse(responseCode = "429", description = "Asked too often; see Retry-After")
  void forget(Origin origin, HttpServletResponse response, @Valid @RequestBody Forgotten body) {
    requests
        .take(body.login(), origin)
        .ifPresent(wait -> {
          throw TooMany.of(wait, response);
        });
  }

  @PostMapping("/api/auth/reset-password")
  @OpenToAll
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "resetPassword",
      summary = "Set the password by a mailed token; all sessions of the user end")
  @ApiResponse(responseCode = "404", description = "The token does not work any more")
  void reset(Origin origin, @Valid @RequestBody Reset body) {
    Fields.requireGoodPassword("password", body.password());
    if (!resets.reset(body.token().strip(), body.password(), origin)) {
      throw new ProblemException(
          HttpStatus.NOT_FOUND,
          "reset-not-open",
          "This link or code does not work any more. Ask for another mail.",
          List.of());
    }
  }
}
