package io.loanwright.engine.schedule;

/** What sort of row of a schedule an installment is. */
public enum InstallmentKind {
  /** Due back on the day of disbursement. */
  DOWN_PAYMENT,
  /** One of the agreed repayments. */
  REGULAR,
  /** Added after the last agreed one, for a charge or a credit that came later. */
  ADDITIONAL
}
