package io.loanwright.borrower.web;

import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Particulars;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.web.FieldError;
import io.loanwright.web.PlainText;
import io.loanwright.web.Texts;
import io.loanwright.web.Wish;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to change of a borrower. */
@Schema(
    name = "BorrowerChange",
    description =
        "What is left out stays; an empty text takes a value away, and so does null of the date of"
            + " birth, where they are not masked. Null of the officer leaves the borrower with"
            + " nobody.")
record BorrowerChange(
    Particulars.@Nullable Kind kind,
    @Nullable
        @Size(max = Particulars.NAME_MAX)
        @Pattern(regexp = Fields.NOT_BLANK, message = FieldError.MISSING)
        @PlainText
        String name,
    @Nullable
        @Size(max = Texts.PHONE_MAX)
        @Pattern(regexp = Texts.PHONE, message = Texts.PHONE_EXPECTED)
        @PlainText
        String phone,
    @Nullable @Size(max = Particulars.EMAIL_MAX) @Email @PlainText String email,
    @Schema(implementation = LocalDate.class) @Nullable Wish<LocalDate> dateOfBirth,
    @Nullable @Size(max = Particulars.ADDRESS_MAX) @PlainText(lines = true) String address,
    @Nullable @Size(max = Fields.AMOUNT_MAX) String monthlyIncome,
    @Schema(description = "UNVERIFIED becomes ACTIVE when the staff have checked who it is")
        Borrower.@Nullable Status status,
    @Nullable UUID branchId,
    @Schema(implementation = UUID.class) @Nullable Wish<UUID> officerId) {

  /** Returns the same for somebody who does not see what he would take away. */
  BorrowerChange withoutErasing() {
    return new BorrowerChange(
        kind,
        name,
        Texts.strippedOrNull(phone),
        Texts.strippedOrNull(email),
        dateOfBirth == null || dateOfBirth.value() == null ? null : dateOfBirth,
        Texts.strippedOrNull(address),
        Texts.strippedOrNull(monthlyIncome),
        status,
        branchId,
        officerId);
  }

  Borrower appliedTo(Borrower now, OrganizationProfile organization) {
    Particulars known = now.particulars();
    Particulars.Kind what = Objects.requireNonNullElse(kind, known.kind());
    Particulars particulars =
        new Particulars(
            what,
            name == null ? known.name() : name.strip(),
            phone == null ? known.phone() : Texts.strippedOrNull(phone),
            email == null ? known.email() : Texts.strippedOrNull(email),
            dateOfBirth == null && what == known.kind()
                ? known.dateOfBirth()
                : Fields.birth(what, Wish.of(dateOfBirth, known.dateOfBirth()), organization),
            address == null ? known.address() : Texts.strippedOrNull(address),
            monthlyIncome == null
                ? known.monthlyIncome()
                : Fields.income(monthlyIncome, organization));
    return new Borrower(
        now.id(),
        now.number(),
        particulars,
        Objects.requireNonNullElse(branchId, now.branchId()),
        Wish.of(officerId, now.officerId()),
        now.userId(),
        Objects.requireNonNullElse(status, now.status()),
        now.createdAt(),
        now.version());
  }
}
