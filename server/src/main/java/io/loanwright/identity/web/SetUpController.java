package io.loanwright.identity.web;

import io.loanwright.access.OpenToAll;
import io.loanwright.identity.FirstUser;
import io.loanwright.identity.NewUser;
import io.loanwright.identity.Passwords;
import io.loanwright.identity.Role;
import io.loanwright.identity.SetUpCode;
import io.loanwright.organization.OrganizationProfile.Registration;
import io.loanwright.organization.OrganizationSettings;
import io.loanwright.organization.SettingsText;
import io.loanwright.web.FieldError;
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
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The page on which an empty installation gets its organization and its first administrator. */
@RestController
@Tag(name = "identity")
class SetUpController {

  private final FirstUser firstUser;
  private final SetUpCode code;

  SetUpController(FirstUser firstUser, SetUpCode code) {
    this.firstUser = firstUser;
    this.code = code;
  }

  /** Whether the set-up page has to be shown. */
  @Schema(name = "SetUpState")
  record State(boolean needed) {}

  /**
   * The first organization and its administrator.
   *
   * @param code the one on the console
   */
  @Schema(name = "SetUp")
  record SetUp(
      @NotBlank @Size(max = 50) String code,
      @Valid @NotNull NewOrganization organization,
      @Valid @NotNull NewAdministrator administrator) {}

  /** The organization's settings. */
  @Schema(name = "NewOrganization")
  record NewOrganization(
      @NotBlank @PlainText @Size(max = 200) String name,
      @Schema(description = "ISO 4217; never changes", example = "KES") @NotBlank @Size(max = 3)
          String currency,
      @Schema(description = "IANA name", example = "Africa/Nairobi") @NotBlank @Size(max = 60)
          String timeZone,
      @Schema(description = "BCP 47; en if left out", example = "en-KE") @Nullable @Size(max = 35)
          String locale,
      @Schema(description = "The first branch; Main if left out") @Nullable @Size(max = 200)
          String branch,
      @Schema(description = "Whether borrowers may make accounts; OPEN if left out")
          @Nullable Registration registration) {}

  /** The first administrator. */
  @Schema(name = "NewAdministrator")
  record NewAdministrator(
      @NotBlank @PlainText @Size(max = Fields.NAME_MAX) String name,
      @NotBlank @Size(max = Fields.EMAIL_MAX) @Email String email,
      @NotNull @Size(max = Fields.PASSWORD_MAX) String password) {

    @Override
    public String toString() {
      return "NewAdministrator " + email;
    }
  }

  @GetMapping("/api/setup")
  @OpenToAll
  @Operation(operationId = "getSetUpState", summary = "Whether the installation has to be set up")
  State state() {
    return new State(firstUser.isNeeded());
  }

  @PostMapping("/api/setup")
  @OpenToAll
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "setUp", summary = "Set the installation up, once")
  @ApiResponse(responseCode = "201", description = "It is set up")
  @ApiResponse(responseCode = "409", description = "It was set up before")
  @ApiResponse(responseCode = "422", description = "The code is wrong")
  State setUp(@Valid @RequestBody SetUp body) {
    if (!firstUser.isNeeded()) {
      throw setUpBefore();
    }
    if (!code.matches(body.code())) {
      throw ProblemException.rule("wrong-code", "code", "must be the one printed on the console");
    }
    requireSense(body);
    NewAdministrator person = body.administrator();
    NewUser administrator =
        new NewUser(
            person.name().strip(),
            person.email().strip(),
            null,
            null,
            person.password(),
            Role.ADMIN,
            null);
    String branch =
        Objects.requireNonNullElse(Texts.strippedOrNull(body.organization().branch()), "Main");
    if (!firstUser.make(settings(body.organization()), branch, administrator)) {
      throw setUpBefore();
    }
    return new State(false);
  }

  /** Names all that makes no sense at once. */
  static void requireSense(SetUp body) {
    NewOrganization organization = body.organization();
    List<FieldError> errors = new ArrayList<>();
    if (SettingsText.currency(organization.currency()).isEmpty()) {
      errors.add(new FieldError("organization.currency", "must be a currency code like KES"));
    }
    if (SettingsText.timeZone(organization.timeZone()).isEmpty()) {
      errors.add(
          new FieldError("organization.timeZone", "must be a time zone like Africa/Nairobi"));
    }
    if (SettingsText.locale(localeOf(organization)).isEmpty()) {
      errors.add(new FieldError("organization.locale", "must be a language tag like en-KE"));
    }
    Passwords.objection(body.administrator().password())
        .ifPresent(objection -> errors.add(new FieldError("administrator.password", objection)));
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  /** Returns the settings of an organization that makes sense. */
  private static OrganizationSettings settings(NewOrganization organization) {
    return new OrganizationSettings(
        organization.name().strip(),
        SettingsText.currency(organization.currency()).orElseThrow(),
        SettingsText.timeZone(organization.timeZone()).orElseThrow(),
        SettingsText.locale(localeOf(organization)).orElseThrow(),
        Objects.requireNonNullElse(organization.registration(), Registration.OPEN),
        null,
        null);
  }

  private static String localeOf(NewOrganization organization) {
    return Objects.requireNonNullElse(Texts.strippedOrNull(organization.locale()), "en");
  }

  private static ProblemException setUpBefore() {
    return ProblemException.conflict("set-up-before", "This installation is set up. Sign in.");
  }
}
