package io.loanwright.identity.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permitted;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.UserOutcome;
import io.loanwright.identity.Users;
import io.loanwright.identity.security.SignedIn;
import io.loanwright.identity.session.OwnPassword;
import io.loanwright.organization.Branches;
import io.loanwright.organization.Organization;
import io.loanwright.web.ETag;
import io.loanwright.web.FieldError;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whoever is signed in, about himself. */
@RestController
@Tag(name = "identity")
class ProfileController {

  private final Users users;
  private final OwnPassword ownPassword;
  private final Branches branches;
  private final Organization organization;

  ProfileController(
      Users users, OwnPassword ownPassword, Branches branches, Organization organization) {
    this.users = users;
    this.ownPassword = ownPassword;
    this.branches = branches;
    this.organization = organization;
  }

  /** What to change; what is left out stays, and an empty username or phone goes away. */
  @Schema(name = "ProfileChange")
  record ProfileChange(
      @Nullable
          @PlainText
          @Size(max = Fields.NAME_MAX)
          @Pattern(regexp = Fields.NOT_BLANK, message = FieldError.MISSING)
          String name,
      @Nullable
          @Size(max = Fields.USERNAME_MAX)
          @Pattern(regexp = "|" + Fields.USERNAME, message = Fields.USERNAME_MESSAGE)
          String username,
      @Nullable
          @Size(max = Texts.PHONE_MAX)
          @Pattern(regexp = Texts.PHONE, message = Texts.PHONE_EXPECTED)
          String phone) {}

  /** The password as it is, and as it shall be. */
  @Schema(name = "PasswordChange")
  record PasswordChange(
      @NotEmpty @Size(max = Fields.PASSWORD_MAX) String currentPassword,
      @NotNull @Size(max = Fields.PASSWORD_MAX) String newPassword) {

    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  @GetMapping("/api/profile")
  @Permitted
  @Operation(operationId = "getProfile", summary = "Who is signed in, and what he may do")
  ResponseEntity<ProfileView> get(SignedIn signedIn) {
    return answer(signedIn, me(signedIn.getPrincipal()));
  }

  @PatchMapping("/api/profile")
  @Permitted
  @Operation(operationId = "changeProfile", summary = "Change the own name, username or phone")
  ResponseEntity<ProfileView> change(
      SignedIn signedIn,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody ProfileChange change) {
    Caller caller = signedIn.getPrincipal();
    UserAccount now = me(caller);
    new ETag(now.version()).requireMatch(ifMatch);
    UserOutcome outcome = users.change(caller, wanted(now, change));
    if (outcome instanceof UserOutcome.Kept kept) {
      return answer(signedIn, kept.user());
    }
    throw Fields.problem(outcome);
  }

  @PostMapping("/api/profile/password")
  @Permitted
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "changePassword",
      summary = "Change the own password; all other sessions end")
  void changePassword(
      SignedIn signedIn, HttpServletResponse response, @Valid @RequestBody PasswordChange change) {
    Caller caller = signedIn.getPrincipal();
    Fields.requireOwn(ownPassword.check(caller, change.currentPassword()), response);
    if (change.newPassword().equals(change.currentPassword())) {
      throw ProblemException.invalid(
          "newPassword", "must be another than the password that you have now");
    }
    Fields.requireGoodPassword("newPassword", change.newPassword());
    users.changeOwnPassword(caller, signedIn.sessionId(), change.newPassword());
  }

  private static UserAccount wanted(UserAccount now, ProfileChange change) {
    return new UserAccount(
        now.id(),
        Objects.requireNonNullElse(change.name(), now.name()).strip(),
        now.email(),
        change.username() == null ? now.username() : Texts.strippedOrNull(change.username()),
        change.phone() == null ? now.phone() : Texts.strippedOrNull(change.phone()),
        now.role(),
        now.branchId(),
        now.borrowerId(),
        now.status(),
        now.lastSignInAt(),
        now.createdAt(),
        now.version());
  }

  private UserAccount me(Caller caller) {
    return users.find(caller.userId()).orElseThrow(() -> ProblemException.notFound("A user"));
  }

  private ResponseEntity<ProfileView> answer(SignedIn signedIn, UserAccount user) {
    UUID branchId = user.branchId();
    ProfileView profile =
        new ProfileView(
            user.id(),
            user.name(),
            user.email(),
            user.username(),
            user.phone(),
            user.role(),
            RoleController.texts(signedIn.getPrincipal().grants()),
            signedIn.lacksFactor(),
            branchId == null
                ? null
                : branches.find(branchId).map(ProfileView.ProfileBranch::of).orElse(null),
            user.borrowerId(),
            ProfileView.ProfileOrganization.of(organization.current()));
    return ResponseEntity.ok().eTag(new ETag(user.version()).value()).body(profile);
  }
}
