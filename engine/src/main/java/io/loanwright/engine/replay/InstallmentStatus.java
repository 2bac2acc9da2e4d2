package io.loanwright.engine.replay;

/** How an installment stands on a date. */
public enum InstallmentStatus {
  /** Due later, nothing paid yet. */
  UPCOMING,
  /** Due on that very date and not paid in full. */
  DUE,
  /** Due later, paid in part. */
  PARTIAL,
  /** Paid by its due date. */
  PAID,
  /** Due before that date and not paid in full. */
  OVERDUE,
  /** Paid in full, after its due date. */
  PAID_LATE,
  /** Given up by the lender, at least in part, and nothing is owed. */
  WAIVED,
  /** Moved to other installments. */
  RESCHEDULED
}
