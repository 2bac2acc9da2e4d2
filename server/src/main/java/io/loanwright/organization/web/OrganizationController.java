package io.loanwright.organization.web;

import io.loanwright.access.AskedAgain;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.engine.money.Money;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.organization.OrganizationProfile.Registration;
import io.loanwright.organization.OrganizationSettings;
import io.loanwright.organization.SettingsOutcome;
import io.loanwright.organization.SettingsText;
import io.loanwright.web.Amounts;
import io.loanwright.web.ETag;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.loanwright.web.Wish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The organization's settings. */
@RestController
@Tag(name = "organization", description = "Settings, branches, business date and jobs")
class OrganizationController {

  private static final String CLOSE_AT =
      "From this time of day on, in the time zone of the organization, the program closes all days"
          + " before the calendar date by itself; null: people close them";

  private final Organization organization;

  OrganizationController(Organization organization) {
    this.organization = organization;
  }

  /** The settings as clients see them. */
  @Schema(name = "Organization")
  record Shown(
      String name,
      @Schema(description = "ISO 4217", example = "KES") String currency,
      @Schema(description = "IANA name", example = "Africa/Nairobi") String timeZone,
      @Schema(description = "BCP 47", example = "en-KE") String locale,
      LocalDate businessDate,
      Registration registration,
      @Schema(description = "The most that one person takes at once; null: no limit is set")
          @Nullable String cashLimit,
      @Schema(description = CLOSE_AT) @Nullable String closeAt) {

    static Shown of(OrganizationProfile profile) {
      return new Shown(
          profile.name(),
          profile.currency().getCurrencyCode(),
          profile.timeZone().getId(),
          profile.locale(),
          profile.businessDate(),
          profile.registration(),
          profile.cashLimit() == null ? null : profile.cashLimit().toDecimalString(),
          profile.closeAt() == null ? null : profile.closeAt().toString());
    }
  }

  /**
   * What to change; what is left out stays. The currency of an organization never changes.
   *
   * @param cashLimit the most that one person takes at once, in the organization's currency; null
   *     for no limit
   * @param closeAt from which time of day on the program closes the days before; null for never
   */
  @Schema(name = "OrganizationChange")
  record Change(
      @Nullable @PlainText @Size(max = 200) String name,
      @Nullable @Size(max = 60) String timeZone,
      @Nullable @Size(max = 35) String locale,
      @Nullable Registration registration,
      @Schema(
              implementation = String.class,
              pattern = Amounts.PATTERN,
              description = "The most that one person takes at once; null for no limit")
          @Nullable Wish<String> cashLimit,
      @Schema(
              implementation = String.class,
              pattern = SettingsText.TIME_PATTERN,
              description = CLOSE_AT)
          @Nullable Wish<String> closeAt) {}

  @GetMapping("/api/organization")
  @Permitted(Permission.BRANCH_VIEW)
  @Operation(operationId = "getOrganization", summary = "The organization's settings")
  ResponseEntity<Shown> get() {
    return answer(organization.current());
  }

  @PatchMapping("/api/organization")
  @Permitted(Permission.SETTINGS_EDIT)
  @AskedAgain
  @Operation(operationId = "changeOrganization", summary = "Change the organization's settings")
  ResponseEntity<Shown> change(
      Caller caller,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Change change) {
    OrganizationProfile now = organization.current();
    new ETag(now.version()).requireMatch(ifMatch);
    OrganizationSettings wanted =
        new OrganizationSettings(
            change.name() == null ? now.name() : SettingsInput.name("name", change.name()),
            now.currency(),
            change.timeZone() == null
                ? now.timeZone()
                : SettingsInput.timeZone("timeZone", change.timeZone()),
            change.locale() == null
                ? now.locale()
                : SettingsInput.locale("locale", change.locale()),
            Objects.requireNonNullElse(change.registration(), now.registration()),
            change.cashLimit() == null
                ? now.cashLimit()
                : cashLimit(change.cashLimit().value(), now),
            change.closeAt() == null ? now.closeAt() : closeAt(change.closeAt().value()));
    return switch (organization.change(caller, wanted, now.version())) {
      case SettingsOutcome.Changed changed -> answer(changed.profile());
      case SettingsOutcome.Stale _ -> throw ProblemException.stale();
      case SettingsOutcome.NotSetUp _ ->
          throw ProblemException.conflict("not-set-up", "Set the installation up first.");
    };
  }

  private static @Nullable Money cashLimit(@Nullable String wanted, OrganizationProfile now) {
    return wanted == null
        ? null
        : Amounts.positive(
            "cashLimit", wanted, Amounts.currency("currency", now.currency().getCurrencyCode()));
  }

  private static @Nullable LocalTime closeAt(@Nullable String wanted) {
    return wanted == null ? null : SettingsInput.time("closeAt", wanted);
  }

  private static ResponseEntity<Shown> answer(OrganizationProfile profile) {
    return ResponseEntity.ok().eTag(new ETag(profile.version()).value()).body(Shown.of(profile));
  }
}
