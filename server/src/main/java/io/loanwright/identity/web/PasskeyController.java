package io.loanwright.identity.web;

import io.loanwright.access.AskedAgain;
import io.loanwright.access.Caller;
import io.loanwright.access.Permitted;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.Users;
import io.loanwright.identity.passkey.Passkey;
import io.loanwright.identity.passkey.PasskeyChallenges;
import io.loanwright.identity.passkey.PasskeyChallenges.Purpose;
import io.loanwright.identity.passkey.PasskeyOutcome;
import io.loanwright.identity.passkey.PasskeyProof;
import io.loanwright.identity.passkey.PasskeySupport;
import io.loanwright.identity.passkey.Passkeys;
import io.loanwright.identity.passkey.RelyingParties;
import io.loanwright.identity.passkey.RelyingParty;
import io.loanwright.identity.security.SignedIn;
import io.loanwright.identity.session.OwnPassword;
import io.loanwright.identity.session.Sessions;
import io.loanwright.organization.Organization;
import io.loanwright.web.PlainText;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own passkeys. */
@RestController
@Tag(name = "identity")
class PasskeyController {

  private static final int NAME_MAX = 100;

  private final Passkeys passkeys;
  private final PasskeyChallenges challenges;
  private final RelyingParties parties;
  private final OwnPassword ownPassword;
  private final Sessions sessions;
  private final Users users;
  private final Organization organization;

  PasskeyController(
      Passkeys passkeys,
      PasskeyChallenges challenges,
      RelyingParties parties,
      OwnPassword ownPassword,
      Sessions sessions,
      Users users,
      Organization organization) {
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.parties = parties;
    this.ownPassword = ownPassword;
    this.sessions = sessions;
    this.users = users;
    this.organization = organization;
  }

  /** A passkey, as its user knows it. */
  @Schema(name = "Passkey")
  record PasskeyView(
      UUID id,
      String name,
      @Schema(description = "The host that it is bound to") String host,
      @Schema(description = "Whether the device's maker keeps a copy for other devices")
          boolean copied,
      Instant createdAt,
      @Nullable Instant lastUsedAt) {

    static PasskeyView of(Passkey passkey) {
      return new PasskeyView(
          passkey.id(),
          passkey.name(),
          passkey.host(),
          passkey.copied(),
          passkey.createdAt(),
          passkey.lastUsedAt());
    }
  }

  /** One's passkeys, and whether there can be any. */
  @Schema(name = "Passkeys")
  record PasskeysView(
      List<PasskeyView> items,
      @Schema(description = "Whether passkeys can be used where the program is reached")
          boolean available,
      @Nullable @Schema(description = "Why not, in words") String whyNot) {}

  /** The password, which shows that it is not somebody who found the page open. */
  @Schema(name = "BeginPasskey")
  record Begin(@NotEmpty @Size(max = Fields.PASSWORD_MAX) String currentPassword) {

    @Override
    public String toString() {
      return "BeginPasskey";
    }
  }

  /** What a device needs to make a passkey. */
  @Schema(name = "PasskeyCreation")
  record CreationView(
      @Schema(description = "What has to be signed, once, in base64url") String challenge,
      @Schema(description = "The host that the passkey is bound to") String rpId,
      String rpName,
      @Schema(description = "By what the device knows the user, in base64url") String userId,
      String userName,
      String userDisplayName,
      @Schema(description = "Numbers of COSE, best first") List<Long> algorithms,
      @Schema(description = "Passkeys that there are, in base64url") List<String> exclude,
      @Schema(description = "Seconds until it is too late") long timeout) {

    @Override
    public String toString() {
      return "PasskeyCreation";
    }
  }

  /** What a device made, in base64url, and what its user calls it. */
  @Schema(name = "NewPasskey")
  record New(
      @NotBlank @PlainText @Size(max = NAME_MAX) String name,
      @NotBlank @Size(max = PasskeyTexts.DATA_MAX) String clientDataJson,
      @NotBlank @Size(max = PasskeyTexts.KEY_MAX) String attestationObject) {}

  /** A passkey that is kept. */
  @Schema(name = "PasskeyAdded")
  record AddedView(
      PasskeyView passkey,
      @Schema(
              description =
                  "Codes to keep on paper, each good for one sign-in; shown this once, and only"
                      + " with the first second factor")
          List<String> recoveryCodes) {

    @Override
    public String toString() {
      return "PasskeyAdded";
    }
  }

  /** What a passkey is called. */
  @Schema(name = "PasskeyChange")
  record Change(@NotBlank @PlainText @Size(max = NAME_MAX) String name) {}

  @GetMapping("/api/profile/passkeys")
  @Permitted
  @Operation(operationId = "listPasskeys", summary = "One's passkeys, oldest first; 20 at most")
  PasskeysView list(Caller caller, HttpServletRequest request) {
    PasskeySupport support = parties.of(request);
    return new PasskeysView(
        passkeys.list(caller.userId()).stream().map(PasskeyView::of).toList(),
        support instanceof PasskeySupport.On,
        support instanceof PasskeySupport.Off off ? off.why() : null);
  }

  @PostMapping("/api/profile/passkeys/options")
  @Permitted
  @AskedAgain
  @Operation(
      operationId = "beginPasskey",
      summary = "Ask for what a device needs to make a passkey")
  CreationView begin(
      SignedIn signedIn,
      HttpServletRequest request,
      HttpServletResponse response,
      @Valid @RequestBody Begin body) {
    Caller caller = signedIn.getPrincipal();
    RelyingParty party = PasskeyTexts.party(parties, request);
    Fields.requireOwn(ownPassword.check(caller, body.currentPassword()), response);
    UserAccount user = users.find(caller.userId()).orElseThrow();
    return new CreationView(
        challenges.issue(Purpose.ADD, signedIn.sessionId()),
        party.id(),
        organization.current().name(),
        PasskeyTexts.text(PasskeyProof.handle(user.id())),
        user.email(),
        user.name(),
        Passkeys.algorithms(),
        passkeys.credentialIds(user.id()).stream().map(PasskeyTexts::text).toList(),
        PasskeyChallenges.LIFE.toSeconds());
  }

  @PostMapping("/api/profile/passkeys")
  @Permitted
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "addPasskey",
      summary =
          "Keep a passkey that a device made; with the first second factor, one's other sessions"
              + " end")
  @ApiResponse(
      responseCode = "422",
      description = "What the device sent does not fit what it was asked for (`passkey-unfit`)")
  AddedView add(SignedIn signedIn, HttpServletRequest request, @Valid @RequestBody New body) {
    Caller caller = signedIn.getPrincipal();
    Passkeys.NewKey sent =
        new Passkeys.NewKey(
            PasskeyTexts.bytes("clientDataJson", body.clientDataJson()),
            PasskeyTexts.bytes("attestationObject", body.attestationObject()));
    PasskeyOutcome outcome =
        passkeys.add(
            caller,
            signedIn.sessionId(),
            PasskeyTexts.party(parties, request),
            body.name().strip(),
            sent);
    if (outcome instanceof PasskeyOutcome.Added added) {
      if (!added.recoveryCodes().isEmpty()) {
        sessions.endOthersOfFactor(caller.userId(), signedIn.sessionId());
      }
      sessions.confirm(signedIn.sessionId());
      return new AddedView(PasskeyView.of(added.passkey()), added.recoveryCodes());
    }
    throw problem(outcome);
  }

  @PatchMapping("/api/profile/passkeys/{id}")
  @Permitted
  @Operation(operationId = "renamePasskey", summary = "Call a passkey otherwise")
  PasskeyView rename(Caller caller, @PathVariable UUID id, @Valid @RequestBody Change body) {
    return passkeys
        .rename(caller, id, body.name().strip())
        .map(PasskeyView::of)
        .orElseThrow(() -> ProblemException.notFound("A passkey"));
  }

  @DeleteMapping("/api/profile/passkeys/{id}")
  @Permitted
  @AskedAgain
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removePasskey", summary = "Have a passkey no more")
  @ApiResponse(responseCode = "404", description = "There is no such passkey of one's own")
  void remove(Caller caller, @PathVariable UUID id) {
    PasskeyOutcome outcome = passkeys.remove(caller, id);
    if (!(outcome instanceof PasskeyOutcome.Removed)) {
      throw problem(outcome);
    }
  }

  private static ProblemException problem(PasskeyOutcome outcome) {
    return switch (outcome) {
      case PasskeyOutcome.Added _, PasskeyOutcome.Removed _ ->
          throw new IllegalArgumentException("Not refused: " + outcome);
      case PasskeyOutcome.Unknown _ -> ProblemException.notFound("A passkey");
      case PasskeyOutcome.Unfit _ ->
          ProblemException.rule(
              "passkey-unfit",
              "What the device sent does not fit what it was asked for, or came too late. Begin"
                  + " again.");
      case PasskeyOutcome.Known _ ->
          ProblemException.conflict("passkey-known", "This passkey is known already.");
      case PasskeyOutcome.Enough _ ->
          ProblemException.conflict(
              "too-many-passkeys", "You have " + Passkeys.MAX + " passkeys. Remove one first.");
      case PasskeyOutcome.Required _ ->
          ProblemException.conflict(
              "second-factor-required-by-role",
              "Your role needs a second factor, so the last one stays.");
    };
  }
}
