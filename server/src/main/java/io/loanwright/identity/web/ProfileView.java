package io.loanwright.identity.web;

import io.loanwright.access.Scope;
import io.loanwright.organization.Branch;
import io.loanwright.organization.OrganizationProfile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that a client needs to know about who is signed in, and where. */
@Schema(name = "Profile")
record ProfileView(
    UUID id,
    String name,
    String email,
    @Nullable String username,
    @Nullable String phone,
    @Schema(description = "The code of the role", example = "LOAN_OFFICER") String role,
    @Schema(description = "Each permission, like `borrower.view`, and how far it reaches")
        Map<String, Scope> permissions,
    @Schema(
            description =
                "Whether the role needs a second factor that is not set up; nothing is permitted"
                    + " until it is")
        boolean lacksSecondFactor,
    @Nullable ProfileBranch branch,
    @Nullable UUID borrowerId,
    ProfileOrganization organization) {

  /** The branch to which the user belongs. */
  @Schema(name = "ProfileBranch")
  record ProfileBranch(UUID id, String code, String name) {

    static ProfileBranch of(Branch branch) {
      return new ProfileBranch(branch.id(), branch.code(), branch.name());
    }
  }

  /** What a client must know of the organization to show money and dates. */
  @Schema(name = "ProfileOrganization")
  record ProfileOrganization(
      String name, String currency, String timeZone, String locale, LocalDate businessDate) {

    static ProfileOrganization of(OrganizationProfile profile) {
      return new ProfileOrganization(
          profile.name(),
          profile.currency().getCurrencyCode(),
          profile.timeZone().getId(),
          profile.locale(),
          profile.businessDate());
    }
  }
}
