package io.loanwright.loan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a loan as they are on a day, with all that was agreed since the contract.
 *
 * @param annualRatePercent percent a year
 * @param repayments how many installments there are in all
 * @param interestFreeUntil the last of the days without interest that it is; null where interest is
 *     born
 */
public record CurrentTerms(
    BigDecimal annualRatePercent, int repayments, @Nullable LocalDate interestFreeUntil) {}
