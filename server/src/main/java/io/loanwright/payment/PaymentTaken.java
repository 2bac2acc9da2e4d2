package io.loanwright.payment;

import io.loanwright.loan.Repaid;

/**
 * A payment that was taken.
 *
 * @param repaid what it did to the loan
 * @param receipt the number of its receipt
 */
public record PaymentTaken(Repaid repaid, ReceiptNumber receipt) {}
