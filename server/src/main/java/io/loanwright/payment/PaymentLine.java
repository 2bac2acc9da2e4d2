package io.loanwright.payment;

/**
 * A payment as a line of a list.
 *
 * @param borrowerName who borrows
 */
public record PaymentLine(Payment payment, String borrowerName) {}
