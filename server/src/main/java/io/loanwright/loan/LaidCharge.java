package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.ChargeKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge that was laid on a loan beside those of its terms, or a penalty for lateness.
 *
 * @param id the event that laid it, or the penalty
 * @param late whether it is a penalty for lateness, which follows from the terms
 * @param on the value date
 * @param dueOn when it is due; of a penalty for lateness, when its installment was
 * @param waived how much of it was given up
 * @param reason what it is for, where somebody laid it
 */
public record LaidCharge(
    UUID id,
    ChargeKind kind,
    boolean late,
    LocalDate on,
    LocalDate dueOn,
    Money amount,
    Money waived,
    @Nullable String reason) {}
