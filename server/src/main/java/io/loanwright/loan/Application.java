package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, by whom and when.
 *
 * @param productId the product
 * @param productVersion the version of the product that the loan keeps for its life
 * @param requested the amount that was asked for
 * @param purpose what the money is for, if it was said
 * @param by who applied, for themselves or for a borrower
 * @param on the business date
 * @param at when it was recorded
 */
public record Application(
    UUID productId,
    int productVersion,
    Money requested,
    @Nullable String purpose,
    Person by,
    LocalDate on,
    Instant at) {}
