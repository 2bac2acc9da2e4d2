package io.loanwright.identity.web;

import io.loanwright.access.AskedAgain;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.identity.Users;
import io.loanwright.identity.factor.CodeOutcome;
import io.loanwright.identity.factor.Enrolment;
import io.loanwright.identity.factor.FactorOutcome;
import io.loanwright.identity.factor.FactorState;
import io.loanwright.identity.factor.SecondFactors;
import io.loanwright.identity.security.SignedIn;
import io.loanwright.identity.session.OwnPassword;
import io.loanwright.identity.session.Sessions;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The second factor: having one, showing it again, losing it. */
@RestController
@Tag(name = "identity")
class SecondFactorController {

  private final SecondFactors factors;
  private final Sessions sessions;
  private final Users users;
  private final OwnPassword ownPassword;

  SecondFactorController(
      SecondFactors factors, Sessions sessions, Users users, OwnPassword ownPassword) {
    this.factors = factors;
    this.sessions = sessions;
    this.users = users;
    this.ownPassword = ownPassword;
  }

  /** The password, which shows that it is not somebody who found the page open. */
  @Schema(name = "BeginSecondFactor")
  record Begin(@NotEmpty @Size(max = Fields.PASSWORD_MAX) String currentPassword) {

    @Override
    public String toString() {
      return "BeginSecondFactor";
    }
  }

  /** What the app needs, shown once. */
  @Schema(name = "SecondFactorEnrolment")
  record EnrolmentView(
      @Schema(description = "To type where no camera is") String secret,
      @Schema(description = "What the picture says") String uri,
      @Schema(description = "Width and height of the picture") int qrSize,
      @Schema(description = "The black of the picture, a path of SVG") String qrPath) {

    static EnrolmentView of(Enrolment enrolment) {
      return new EnrolmentView(
          enrolment.secret(), enrolment.uri(), enrolment.size(), enrolment.path());
    }

    @Override
    public String toString() {
      return "SecondFactorEnrolment";
    }
  }

  /** A code of the app, or one from paper. */
  @Schema(name = "SecondFactorCode")
  record Code(@NotBlank @Size(max = Fields.CODE_MAX) String code) {

    @Override
    public String toString() {
      return "SecondFactorCode";
    }
  }

  /** Codes to keep on paper, each good for one sign-in; shown this once. */
  @Schema(name = "RecoveryCodes")
  record CodesView(List<String> recoveryCodes) {

    @Override
    public String toString() {
      return "RecoveryCodes";
    }
  }

  /** How one stands with the second factor. */
  @Schema(name = "SecondFactor")
  record FactorView(
      @Schema(description = "Whether sign-in asks for codes of an app") boolean on,
      @Schema(description = "Whether the role needs it") boolean required,
      @Schema(description = "How many codes on paper are left") int recoveryCodes,
      @Schema(description = "How many passkeys there are; each is a second factor too")
          int passkeys) {}

  @GetMapping("/api/profile/second-factor")
  @Permitted
  @Operation(operationId = "getSecondFactor", summary = "How one stands with the second factor")
  FactorView get(Caller caller) {
    FactorState state =
        factors.state(caller.userId()).orElseThrow(() -> ProblemException.notFound("A user"));
    return new FactorView(state.on(), state.required(), state.recoveryCodes(), state.passkeys());
  }

  @PostMapping("/api/profile/second-factor")
  @Permitted
  @AskedAgain
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "beginSecondFactor",
      summary = "Begin to set a second factor up; it counts once it is confirmed")
  EnrolmentView begin(Caller caller, HttpServletResponse response, @Valid @RequestBody Begin body) {
    Fields.requireOwn(ownPassword.check(caller, body.currentPassword()), response);
    FactorOutcome outcome = factors.begin(caller);
    if (outcome instanceof FactorOutcome.Begun begun) {
      return EnrolmentView.of(begun.enrolment());
    }
    throw problem(outcome, response);
  }

  @PostMapping("/api/profile/second-factor/confirm")
  @Permitted
  @AskedAgain
  @Operation(
      operationId = "confirmSecondFactor",
      summary = "Turn the second factor on, by a code of the app; one's other sessions end")
  CodesView confirm(
      SignedIn signedIn, HttpServletResponse response, @Valid @RequestBody Code body) {
    FactorOutcome outcome = factors.confirm(signedIn.getPrincipal(), body.code());
    CodesView codes = codes(outcome, response);
    sessions.endOthersOfFactor(signedIn.getPrincipal().userId(), signedIn.sessionId());
    sessions.confirm(signedIn.sessionId());
    return codes;
  }

  @PostMapping("/api/profile/second-factor/recovery-codes")
  @Permitted
  @Operation(
      operationId = "renewRecoveryCodes",
      summary = "Get other codes on paper; those of before are dead")
  CodesView renew(SignedIn signedIn, HttpServletResponse response, @Valid @RequestBody Code body) {
    admit(signedIn);
    FactorOutcome outcome = factors.renewRecoveryCodes(signedIn.getPrincipal(), body.code());
    seen(signedIn, outcome instanceof FactorOutcome.On, outcome instanceof FactorOutcome.WrongCode);
    return codes(outcome, response);
  }

  @PostMapping("/api/profile/second-factor/off")
  @Permitted
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "turnSecondFactorOff", summary = "Have no second factor any more")
  void turnOff(SignedIn signedIn, HttpServletResponse response, @Valid @RequestBody Code body) {
    admit(signedIn);
    FactorOutcome outcome = factors.turnOff(signedIn.getPrincipal(), body.code());
    seen(
        signedIn, outcome instanceof FactorOutcome.Off, outcome instanceof FactorOutcome.WrongCode);
    if (!(outcome instanceof FactorOutcome.Off)) {
      throw problem(outcome, response);
    }
  }

  @PostMapping("/api/profile/confirm")
  @Permitted
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "confirmItIsMe",
      summary = "Show the second factor again, for what is critical (403 `confirmation-due`)")
  void confirmItIsMe(
      SignedIn signedIn, HttpServletResponse response, @Valid @RequestBody Code body) {
    admit(signedIn);
    CodeOutcome outcome = factors.takeAgain(signedIn.getPrincipal(), body.code());
    seen(signedIn, outcome instanceof CodeOutcome.Right, outcome instanceof CodeOutcome.Wrong);
    switch (outcome) {
      case CodeOutcome.Right _ -> sessions.confirm(signedIn.sessionId());
      case CodeOutcome.Wrong _ -> throw wrongCode();
      case CodeOutcome.None _ -> throw none();
      case CodeOutcome.TooMany tooMany -> throw TooMany.of(tooMany.retryAfter(), response);
    }
  }

  /**
   * Whether somebody else has a second factor.
   *
   * @param askedFor whether sign-in asks for more than the password: an app, or a passkey
   */
  @Schema(name = "SecondFactorOfUser")
  record OfUserView(boolean askedFor) {}

  @GetMapping("/api/users/{id}/second-factor")
  @Permitted(Permission.USER_INVITE)
  @Operation(
      operationId = "getSecondFactorOfUser",
      summary = "Whether a user has a second factor that can be taken away")
  OfUserView ofUser(@PathVariable UUID id) {
    return factors
        .state(id)
        .map(state -> new OfUserView(state.isAskedFor()))
        .orElseThrow(() -> ProblemException.notFound("A user"));
  }

  @DeleteMapping("/api/users/{id}/second-factor")
  @Permitted(Permission.USER_INVITE)
  @AskedAgain
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "removeSecondFactor",
      summary =
          "Take the second factor of another user away who has lost it, his passkeys too; his"
              + " sessions end, and he is told by mail")
  @ApiResponse(responseCode = "404", description = "There is no such user, or he has none")
  void remove(Caller caller, @PathVariable UUID id) {
    if (caller.userId().equals(id)) {
      throw ProblemException.conflict(
          "own-second-factor", "You turn your own second factor off on your profile, by a code.");
    }
    if (users.find(id).isEmpty() || !(factors.remove(caller, id) instanceof FactorOutcome.Off)) {
      throw ProblemException.notFound("A user with a second factor");
    }
    sessions.endOthersOfFactor(id, null);
  }

  /** Counts a code before it is looked at: five wrong ones in a row end the session. */
  private void admit(SignedIn signedIn) {
    if (!sessions.admitCode(signedIn.sessionId())) {
      throw new ProblemException(
          HttpStatus.UNAUTHORIZED,
          "not-signed-in",
          "Too many wrong codes. The session has ended; sign in again.",
          List.of());
    }
  }

  /** Only a right code makes those before it forgotten; one that was not looked at counts not. */
  private void seen(SignedIn signedIn, boolean isRight, boolean isWrong) {
    if (isRight) {
      sessions.forgetCodes(signedIn.sessionId());
    } else if (isWrong) {
      sessions.endIfGuessing(signedIn.getPrincipal(), signedIn.sessionId());
    } else {
      sessions.takeCodeBack(signedIn.sessionId());
    }
  }

  private static ProblemException none() {
    return ProblemException.conflict(
        "second-factor-none", "You have no second factor. Set one up first.");
  }

  private static CodesView codes(FactorOutcome outcome, HttpServletResponse response) {
    if (outcome instanceof FactorOutcome.On on) {
      return new CodesView(on.recoveryCodes());
    }
    throw problem(outcome, response);
  }

  static ProblemException wrongCode() {
    return ProblemException.rule(
        "wrong-code", "code", "must be the code that the app shows now, or one from paper, unused");
  }

  private static ProblemException problem(FactorOutcome outcome, HttpServletResponse response) {
    return switch (outcome) {
      case FactorOutcome.Begun _, FactorOutcome.On _, FactorOutcome.Off _ ->
          throw new IllegalArgumentException("Not refused: " + outcome);
      case FactorOutcome.OnAlready _ ->
          ProblemException.conflict(
              "second-factor-on", "You have a second factor. Turn it off before you add another.");
      case FactorOutcome.None _ -> none();
      case FactorOutcome.Required _ ->
          ProblemException.conflict(
              "second-factor-required-by-role", "Your role needs a second factor, so it stays.");
      case FactorOutcome.WrongCode _ -> wrongCode();
      case FactorOutcome.TooMany tooMany -> TooMany.of(tooMany.retryAfter(), response);
    };
  }
}
