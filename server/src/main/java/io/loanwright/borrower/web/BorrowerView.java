package io.loanwright.borrower.web;

import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Particulars;
import io.loanwright.engine.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A borrower as clients see it. */
@Schema(name = "Borrower")
record BorrowerView(
    UUID id,
    @Schema(description = "What people call it by", example = "BR-000123") String number,
    Particulars.Kind kind,
    String name,
    @Nullable String phone,
    @Schema(description = "The last digits of the phone number, which tell people apart")
        @Nullable String phoneEnd,
    @Nullable String email,
    @Nullable LocalDate dateOfBirth,
    @Nullable String address,
    @Schema(description = "An amount in `incomeCurrency`", example = "45000.00")
        @Nullable String monthlyIncome,
    @Schema(description = "ISO 4217; there when there is an income")
        @Nullable String incomeCurrency,
    @Schema(
            description =
                "Whether phone, e-mail address, date of birth, address and income are left out"
                    + " because the role does not see them (`borrower.pii_unmasked`)")
        boolean masked,
    Borrower.Status status,
    @Schema(description = "Whether what was known of it was erased; nothing is written any more")
        boolean erased,
    UUID branchId,
    @Nullable String branchName,
    @Schema(description = "Who of the staff looks after it") @Nullable UUID officerId,
    @Nullable String officerName,
    @Schema(description = "The user who is this borrower, if it has an account")
        @Nullable UUID userId,
    Instant createdAt,
    @Schema(description = "Counts the changes; the ETag") long version) {

  /** What ids stand for that a view shows by name. */
  record Names(Map<UUID, String> branches, Map<UUID, String> officers) {}

  static BorrowerView of(Borrower borrower, boolean masked, boolean erased, Names names) {
    Particulars all = borrower.particulars();
    Particulars known = masked ? all.masked() : all;
    Money income = known.monthlyIncome();
    UUID officerId = borrower.officerId();
    return new BorrowerView(
        borrower.id(),
        borrower.number(),
        known.kind(),
        known.name(),
        known.phone(),
        all.phoneEnd(),
        known.email(),
        known.dateOfBirth(),
        known.address(),
        income == null ? null : income.toDecimalString(),
        income == null ? null : income.currency().code(),
        masked,
        borrower.status(),
        erased,
        borrower.branchId(),
        names.branches().get(borrower.branchId()),
        officerId,
        officerId == null ? null : names.officers().get(officerId),
        borrower.userId(),
        borrower.createdAt(),
        borrower.version());
  }
}
