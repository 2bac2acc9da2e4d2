/**
 * The repayment plan right after the money goes out.
 *
 * <p>{@link io.loanwright.engine.schedule.Schedule#of} turns terms, a day and an amount into
 * installments. Due dates come first, then a factor of interest for every period, then the parting
 * of each installment into principal and interest: one small algorithm for each way of amortizing.
 * Charges are added last and never change the interest.
 *
 * <p>Principal adds up to what was lent, nothing is negative, and the balance ends at zero:
 * whatever rounding leaves over, the last installment takes.
 */
@NullMarked
package io.loanwright.engine.schedule;

import org.jspecify.annotations.NullMarked;
