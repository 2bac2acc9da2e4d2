package io.loanwright.loan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are listed.
 *
 * @param kind only of that; null for all
 * @param status only of that; null for all
 * @param loanId only of that loan; null for all
 * @param toDecide only what waits for the decision of whoever asks: not what he asked for himself,
 *     nor of a loan of his own or of a relative
 */
public record LoanRequestFilter(
    LoanRequest.@Nullable Kind kind,
    LoanRequest.@Nullable Status status,
    @Nullable UUID loanId,
    boolean toDecide) {}
