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
    @Nullable String email,
    @Nullable LocalDate dateOfBirth,
    @Nullable String address,
    @Schema(description = "An amount in `incomeCurrency`", example = "45000.00")
        @Nullable String monthlyIncome,
    @Schema(description = "ISO 4217; there when there is an income")
        @Nullable String incomeCurrency,
    Borrower.Status status,
    UUID branchId,
    @Nullable String branchName,
    @Schema(description = "Who of the staff looks after it") @Nullable UUID officerId,
    @Nullable String officerName,
    @Schema(description = "The user who is this borrower, if it has an account")
        @Nullable UUID userId,
    Instant createdAt,
    @Schema(description = "Counts the changes; the ETag") long version) {

  static BorrowerView of(
      Borrower borrower, Map<UUID, String> branchNames, Map<UUID, String> officerNames) {
    Particulars known = borrower.particulars();
    Money income = known.monthlyIncome();
    UUID officerId = borrower.officerId();
    return new BorrowerView(
        borrower.id(),
        borrower.number(),
        known.kind(),
        known.name(),
        known.phone(),
        known.email(),
        known.dateOfBirth(),
        known.address(),
        income == null ? null : income.toDecimalString(),
        income == null ? null : income.currency().code(),
        borrower.status(),
        borrower.branchId(),
        branchNames.get(borrower.branchId()),
        officerId,
        officerId == null ? null : officerNames.get(officerId),
        borrower.userId(),
        borrower.createdAt(),
        borrower.version());
  }
}
