package io.loanwright.borrower.web;

import io.loanwright.borrower.NewBorrower;
import io.loanwright.borrower.Particulars;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.web.PlainText;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A borrower to be registered. */
@Schema(name = "NewBorrower")
record NewBorrowerFields(
    @Schema(description = "PERSON without it") Particulars.@Nullable Kind kind,
    @NotBlank @Size(max = Particulars.NAME_MAX) @PlainText String name,
    @Nullable
        @Size(max = Texts.PHONE_MAX)
        @Pattern(regexp = Texts.PHONE, message = Texts.PHONE_EXPECTED)
        @PlainText
        String phone,
    @Nullable @Size(max = Particulars.EMAIL_MAX) @Email @PlainText String email,
    @Schema(
            description =
                "Of a person, who is 16 years old on the business date; of a firm, the day of its"
                    + " founding")
        @Nullable LocalDate dateOfBirth,
    @Nullable @Size(max = Particulars.ADDRESS_MAX) @PlainText(lines = true) String address,
    @Schema(description = "In the organization's currency", example = "45000.00")
        @Nullable
        @Size(max = Fields.AMOUNT_MAX)
        String monthlyIncome,
    @Schema(description = "The caller's branch without it") @Nullable UUID branchId,
    @Schema(description = "Without it the caller, if he looks after borrowers of his own")
        @Nullable UUID officerId) {

  NewBorrower wanted(OrganizationProfile organization) {
    Particulars.Kind what = Objects.requireNonNullElse(kind, Particulars.Kind.PERSON);
    Particulars particulars =
        new Particulars(
            what,
            name.strip(),
            Texts.strippedOrNull(phone),
            Texts.strippedOrNull(email),
            Fields.birth(what, dateOfBirth, organization),
            Texts.strippedOrNull(address),
            Fields.income(monthlyIncome, organization));
    return new NewBorrower(particulars, branchId, officerId);
  }
}
