package io.loanwright.identity.web;

import io.loanwright.access.OpenToAll;
import io.loanwright.access.Origin;
import io.loanwright.access.Permitted;
import io.loanwright.identity.passkey.PasskeyChallenges;
import io.loanwright.identity.passkey.PasskeyChallenges.Purpose;
import io.loanwright.identity.passkey.PasskeyProof;
import io.loanwright.identity.passkey.RelyingParties;
import io.loanwright.identity.passkey.RelyingParty;
import io.loanwright.identity.security.SignedIn;
import io.loanwright.identity.session.Sessions;
import io.loanwright.identity.session.SignIn;
import io.loanwright.identity.session.SignInOutcome;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Showing a passkey: to sign in, and again where something critical is to be done. */
@RestController
@Tag(name = "identity")
class PasskeySignInController {

  private final SignIn signIn;
  private final PasskeyProof proof;
  private final PasskeyChallenges challenges;
  private final RelyingParties parties;
  private final Sessions sessions;
  private final RefreshCookie cookies;

  PasskeySignInController(
      SignIn signIn,
      PasskeyProof proof,
      PasskeyChallenges challenges,
      RelyingParties parties,
      Sessions sessions,
      RefreshCookie cookies) {
    this.signIn = signIn;
    this.proof = proof;
    this.challenges = challenges;
    this.parties = parties;
    this.sessions = sessions;
    this.cookies = cookies;
  }

  /**
   * What a device signed, for signing in.
   *
   * @param cookie true puts the refresh token into a cookie instead of the answer; for web pages
   */
  @Schema(name = "PasskeyLogin")
  record Login(@NotNull @Valid PasskeyTexts.AssertionBody assertion, @Nullable Boolean cookie) {}

  @PostMapping("/api/auth/passkey/options")
  @OpenToAll
  @Operation(
      operationId = "beginPasskeyLogin",
      summary = "Ask for what a device has to sign to sign in; the same for everybody")
  @ApiResponse(responseCode = "409", description = "Passkeys are off, and why (`passkeys-off`)")
  PasskeyTexts.RequestView options(HttpServletRequest request) {
    RelyingParty party = PasskeyTexts.party(parties, request);
    return PasskeyTexts.RequestView.of(party, challenges.issue(Purpose.SIGN_IN, null));
  }

  @PostMapping("/api/auth/passkey")
  @OpenToAll
  @Operation(
      operationId = "loginByPasskey",
      summary = "Sign in by a passkey, which is password and second factor in one")
  @ApiResponse(
      responseCode = "401",
      description = "The passkey is not known or does not fit (`wrong-passkey`)")
  @ApiResponse(responseCode = "409", description = "Passkeys are off, and why (`passkeys-off`)")
  ResponseEntity<AuthController.TokensView> login(
      Origin origin, HttpServletRequest request, @Valid @RequestBody Login login) {
    RelyingParty party = PasskeyTexts.party(parties, request);
    SignInOutcome outcome = signIn.byPasskey(party, login.assertion().read(), origin);
    if (outcome instanceof SignInOutcome.SignedIn in) {
      return cookies.answer(in.tokens(), Boolean.TRUE.equals(login.cookie()), request);
    }
    throw new ProblemException(
        HttpStatus.UNAUTHORIZED,
        "wrong-passkey",
        "This passkey does not open an account here, or it took too long. Sign in with your"
            + " password.",
        List.of());
  }

  @PostMapping("/api/profile/confirm/passkey/options")
  @Permitted
  @Operation(
      operationId = "beginPasskeyConfirmation",
      summary = "Ask for what a device has to sign to show a passkey again")
  PasskeyTexts.RequestView confirmOptions(SignedIn signedIn, HttpServletRequest request) {
    RelyingParty party = PasskeyTexts.party(parties, request);
    return PasskeyTexts.RequestView.of(
        party, challenges.issue(Purpose.CONFIRM, signedIn.sessionId()));
  }

  @PostMapping("/api/profile/confirm/passkey")
  @Permitted
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "confirmByPasskey",
      summary = "Show a passkey again, for what is critical (403 `confirmation-due`)")
  void confirm(
      SignedIn signedIn,
      HttpServletRequest request,
      @Valid @RequestBody PasskeyTexts.AssertionBody body) {
    RelyingParty party = PasskeyTexts.party(parties, request);
    if (!proof.confirm(signedIn.getPrincipal(), signedIn.sessionId(), party, body.read())) {
      throw ProblemException.rule(
          "wrong-passkey", "This is no passkey of yours, or it took too long. Try again.");
    }
    sessions.confirm(signedIn.sessionId());
  }
}
