package io.loanwright.identity.web;

import io.loanwright.access.OpenToAll;
import io.loanwright.access.Origin;
import io.loanwright.identity.NewUser;
import io.loanwright.identity.Role;
import io.loanwright.identity.UserOutcome;
import io.loanwright.identity.Users;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile.Registration;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Borrowers who make an account themselves. */
@RestController
@Tag(name = "identity")
class RegistrationController {

  private final Users users;
  private final Organization organization;

  RegistrationController(Users users, Organization organization) {
    this.users = users;
    this.organization = organization;
  }

  /** Who wants an account. */
  @Schema(name = "Registration")
  record NewAccount(
      @NotBlank @PlainText @Size(max = Fields.NAME_MAX) String name,
      @NotBlank @Size(max = Fields.EMAIL_MAX) @Email String email,
      @Nullable
          @Size(max = Texts.PHONE_MAX)
          @Pattern(regexp = Texts.PHONE, message = Texts.PHONE_EXPECTED)
          String phone,
      @NotNull @Size(max = Fields.PASSWORD_MAX) String password) {

    @Override
    public String toString() {
      return "NewAccount " + email;
    }
  }

  @PostMapping("/api/auth/register")
  @OpenToAll
  @Operation(operationId = "register", summary = "Make an account as a borrower")
  @ApiResponse(responseCode = "201", description = "The account is made")
  @ApiResponse(responseCode = "403", description = "Registration is not open")
  @ApiResponse(responseCode = "409", description = "The e-mail address is taken")
  ResponseEntity<UserView> register(Origin origin, @Valid @RequestBody NewAccount account) {
    if (organization.current().registration() != Registration.OPEN) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN,
          "registration-closed",
          "Accounts are made by the staff here. Ask at your branch.",
          List.of());
    }
    Fields.requireGoodPassword("password", account.password());
    NewUser user =
        new NewUser(
            account.name().strip(),
            account.email().strip(),
            null,
            Texts.strippedOrNull(account.phone()),
            account.password(),
            Role.BORROWER,
            null);
    UserOutcome outcome = users.register(origin, user);
    if (outcome instanceof UserOutcome.Kept kept) {
      return UserView.answer(kept.user(), HttpStatus.CREATED);
    }
    throw Fields.problem(outcome);
  }
}
