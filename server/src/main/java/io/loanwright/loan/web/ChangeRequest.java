package io.loanwright.loan.web;

import io.loanwright.loan.AgreedChange;
import io.loanwright.web.Percent;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
    requireFieldsOfKind();
    return switch (kind) {
      case RATE ->
          new AgreedChange.AnotherRate(
              needed("from", from), new BigDecimal(needed("annualRate", annualRate)));
      case LONGER_TERM ->
          new AgreedChange.LongerTerm(needed("from", from), needed("installments", installments));
      case PAYMENT_HOLIDAY ->
          new AgreedChange.PaymentHoliday(needed("dueOn", dueOn), needed("newDueOn", newDueOn));
      case INTEREST_HOLIDAY ->
          new AgreedChange.InterestHoliday(needed("from", from), needed("to", to));
    };
  }

  private void requireFieldsOfKind() {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put("from", from);
    given.put("to", to);
    given.put("annualRate", annualRate);
    given.put("installments", installments);
    given.put("dueOn", dueOn);
    given.put("newDueOn", newDueOn);
    given.forEach((field, value) -> {
      if (value != null && !fieldsOfKind().contains(field)) {
        throw ProblemException.invalid(field, "is not part of " + kind);
      }
    });
  }

  private Set<String> fieldsOfKind() {
    return switch (kind) {
      case RATE -> Set.of("from", "annualRate");
      case LONGER_TERM -> Set.of("from", "installments");
      case PAYMENT_HOLIDAY -> Set.of("dueOn", "newDueOn");
      case INTEREST_HOLIDAY -> Set.of("from", "to");
    };
  }

  private static <T> T needed(String field, @Nullable T value) {
    if (value == null) {
      throw ProblemException.invalid(field, "is required");
    }
    return value;
  }
}
