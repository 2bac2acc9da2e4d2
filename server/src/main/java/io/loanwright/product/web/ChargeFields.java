package io.loanwright.product.web;

import io.loanwright.engine.terms.ChargeTiming;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fee; it has either an amount or a percentage.
 *
 * @param percent percent of the principal
 * @param at when it is due
 * @param on the date of a fee that is due on a date
 */
record ChargeFields(
    @NotBlank @Size(max = 100) String name,
    @Nullable @Pattern(regexp = TermsFields.AMOUNT, message = TermsFields.AMOUNT_EXPECTED)
        String amount,
    @Nullable @Pattern(regexp = TermsFields.PERCENT, message = TermsFields.PERCENT_EXPECTED)
        String percent,
    @NotNull ChargeTiming at,
    @Nullable LocalDate on) {}
