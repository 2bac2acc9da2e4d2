package io.loanwright.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanwright.access.OpenToAll;
import io.loanwright.access.Origin;
import io.loanwright.identity.session.RefreshOutcome;
import io.loanwright.identity.session.Sessions;
import io.loanwright.identity.session.SignIn;
import io.loanwright.identity.session.SignInOutcome;
import io.loanwright.identity.session.Tokens;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signing in, staying signed in, signing out. */
@RestController
@Tag(name = "identity", description = "Signing in, users, roles, invitations and the own profile")
class AuthController {

  private final SignIn signIn;
  private final Sessions sessions;
  private final RefreshCookie cookies;

  AuthController(SignIn signIn, Sessions sessions, RefreshCookie cookies) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookies = cookies;
  }

  /**
   * Who wants to come in.
   *
   * @param login e-mail address or username, or a borrower's phone number
   * @param cookie true puts the refresh token into a cookie instead of the answer; for web pages
   */
  @Schema(name = "Login")
  record Login(
      @NotBlank @Size(max = Fields.EMAIL_MAX) String login,
      @NotEmpty @Size(max = Fields.PASSWORD_MAX) String password,
      @Nullable Boolean cookie) {

    /** Leaves out everything: people type passwords into the wrong field. */
    @Override
    public String toString() {
      return "Login";
    }
  }

  /** A refresh token; left out where it is in the cookie. */
  @Schema(name = "RefreshRequest")
  record RefreshRequest(@Nullable @Size(max = Fields.TOKEN_MAX) String refreshToken) {

    @Override
    public String toString() {
      return "RefreshRequest";
    }
  }

  /**
   * What a signed-in client holds.
   *
   * @param refreshToken left out where it is in the cookie
   * @param expiresIn seconds that the access token lives
   */
  @Schema(name = "Tokens")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TokensView(String accessToken, @Nullable String refreshToken, long expiresIn) {

    static TokensView of(Tokens tokens, boolean withRefreshToken) {
      return new TokensView(
          tokens.accessToken(),
          withRefreshToken ? tokens.refreshToken() : null,
          tokens.expiresIn().toSeconds());
    }

    /** Leaves out the tokens, so that the record may be logged. */
    @Override
    public String toString() {
      return "Tokens for " + expiresIn + " s";
    }
  }

  @PostMapping("/api/auth/login")
  @OpenToAll
  @Operation(
      operationId = "login",
      summary = "Sign in",
      description = "By e-mail address or username; borrowers by their phone, too")
  @ApiResponse(
      responseCode = "401",
      description =
          "The login or the password is wrong; or `second-factor-required`, with a `challenge` that"
              + " goes with a code to `/api/auth/second-factor`")
  @ApiResponse(responseCode = "429", description = "Too many failed attempts; see Retry-After")
  ResponseEntity<TokensView> login(
      Origin origin,
      HttpServletRequest request,
      HttpServletResponse response,
      @Valid @RequestBody Login login) {
    boolean cookie = Boolean.TRUE.equals(login.cookie());
    return answer(
        signIn.attempt(login.login(), login.password(), origin), cookie, request, response);
  }

  /**
   * The second step of a sign-in.
   *
   * @param challenge what the first step was answered with
   * @param code of the app, or one from paper
   * @param cookie as in the first step
   */
  @Schema(name = "SecondStep")
  record SecondStep(
      @NotBlank @Size(max = Fields.TOKEN_MAX) String challenge,
      @NotBlank @Size(max = Fields.CODE_MAX) String code,
      @Nullable Boolean cookie) {

    @Override
    public String toString() {
      return "SecondStep";
    }
  }

  @PostMapping("/api/auth/second-factor")
  @OpenToAll
  @Operation(operationId = "finishLogin", summary = "Finish signing in with the second factor")
  @ApiResponse(
      responseCode = "401",
      description = "The code is wrong (`wrong-code`), or the challenge is over (`sign-in-over`)")
  @ApiResponse(responseCode = "429", description = "Too many wrong codes; see Retry-After")
  ResponseEntity<TokensView> secondFactor(
      Origin origin,
      HttpServletRequest request,
      HttpServletResponse response,
      @Valid @RequestBody SecondStep step) {
    boolean cookie = Boolean.TRUE.equals(step.cookie());
    return answer(
        signIn.finish(step.challenge().strip(), step.code(), origin), cookie, request, response);
  }

  @PostMapping("/api/auth/refresh")
  @OpenToAll
  @Operation(operationId = "refreshTokens", summary = "Exchange a refresh token for the next pair")
  @ApiResponse(responseCode = "401", description = "The session has ended; sign in again")
  ResponseEntity<TokensView> refresh(
      Origin origin,
      HttpServletRequest request,
      @Valid @RequestBody(required = false) @Nullable RefreshRequest body) {
    Optional<String> sent = sent(body);
    String token = sent.or(() -> RefreshCookie.read(request)).orElseThrow(AuthController::ended);
    return switch (sessions.refresh(token, origin)) {
      case RefreshOutcome.Refreshed refreshed ->
          cookies.answer(refreshed.tokens(), sent.isEmpty(), request);
      case RefreshOutcome.Refused _ -> throw ended();
      case RefreshOutcome.Reused _ ->
          throw unauthorized(
              "refresh-token-reused",
              "This refresh token was used before, so its session has been ended. Sign in again.");
    };
  }

  @PostMapping("/api/auth/logout")
  @OpenToAll
  @Operation(operationId = "logout", summary = "End the session")
  @ApiResponse(responseCode = "204", description = "The session has ended, if there was one")
  ResponseEntity<Void> logout(
      HttpServletRequest request,
      @Valid @RequestBody(required = false) @Nullable RefreshRequest body) {
    sent(body).or(() -> RefreshCookie.read(request)).ifPresent(sessions::endOf);
    CurrentSession.id().ifPresent(sessions::end);
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookies.cleared(request))
        .build();
  }

  private static Optional<String> sent(@Nullable RefreshRequest body) {
    return body == null || body.refreshToken() == null || body.refreshToken().isEmpty()
        ? Optional.empty()
        : Optional.of(body.refreshToken());
  }

  private ResponseEntity<TokensView> answer(
      SignInOutcome outcome,
      boolean cookie,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (outcome) {
      case SignInOutcome.SignedIn signedIn -> cookies.answer(signedIn.tokens(), cookie, request);
      case SignInOutcome.Refused _ ->
          throw unauthorized("wrong-login", "The login or the password is wrong.");
      case SignInOutcome.TooMany tooMany -> throw TooMany.of(tooMany.retryAfter(), response);
      case SignInOutcome.FactorDue due ->
          throw ProblemException.secondFactorRequired(due.challenge());
      case SignInOutcome.Over _ ->
          throw unauthorized(
              "sign-in-over", "That took too long. Sign in with your password again.");
      case SignInOutcome.WrongCode _ ->
          throw unauthorized(
              "wrong-code", "The code is wrong or was used before. Wait for the next one.");
    };
  }

  private static ProblemException ended() {
    return unauthorized("not-signed-in", "The session has ended. Sign in again.");
  }

  private static ProblemException unauthorized(String code, String detail) {
    return new ProblemException(HttpStatus.UNAUTHORIZED, code, detail, List.of());
  }
}
