package io.loanwright.integration.row;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A payment as a row of a file tells of it.
 *
 * @param reference what the other system calls it
 * @param loanReference what it calls the loan
 * @param amount what was paid, in the loan's currency
 * @param on the value date
 */
public record ImportedPayment(
    String reference, String loanReference, BigDecimal amount, LocalDate on) {}
