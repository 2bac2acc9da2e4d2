package io.loanwright.loan.web;

import io.loanwright.loan.AgreedChange;
import io.loanwright.web.Percent;
import io.loanwright.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Terms to agree; each kind takes its own fields and no others.
 *
 * @param from the first day on which it counts
 * @param to the last day without interest
 * @param annualRate percent a year
 * @param installments how many more installments
 * @param dueOn the due date that moves
 * @param newDueOn the date that it moves to
 */
@Schema(name = "NewChangeOfTerms")
record ChangeRequest(
    @NotNull Kind kind,
    @Schema(description = "Required for RATE, LONGER_TERM and INTEREST_HOLIDAY, of no other")
        @Nullable LocalDate from,
    @Schema(description = "Required for INTEREST_HOLIDAY, of no other") @Nullable LocalDate to,
    @Schema(description = "Percent a year; required for RATE, of no other")
        @Nullable
        @Pattern(regexp = Percent.PATTERN, message = Percent.EXPECTED)
        String annualRate,
    @Schema(description = "How many more; required for LONGER_TERM, of no other")
        @Nullable
        @Min(1)
        @Max(1200)
        Integer installments,
    @Schema(description = "The due date that moves; required for PAYMENT_HOLIDAY, of no other")
        @Nullable LocalDate dueOn,
    @Schema(description = "Required for PAYMENT_HOLIDAY, of no other") @Nullable LocalDate newDueOn,
    @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {

  /** What is agreed. */
  enum Kind {
    /** Another rate: {@code from}, {@code annualRate}. */
    RATE,
    /** More installments after the last one: {@code from}, {@code installments}. */
    LONGER_TERM,
    /** A due date and all later ones move: {@code dueOn}, {@code newDueOn}. */
    PAYMENT_HOLIDAY,
    /** Days without interest: {@code from}, {@code to}. */
    INTEREST_HOLIDAY
  }

  AgreedChange change() {
    return new ChangeFields(from, to, annualRate, installments, dueOn, newDueOn).of(kind);
  }
}
