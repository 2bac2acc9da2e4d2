package io.loanwright.engine.terms;

/** Whether a payment finishes installments or parts first. */
public enum AllocationDirection {
  /** All parts of an installment before the next installment of the same dueness. */
  HORIZONTAL,
  /** One part over all installments before the next part. */
  VERTICAL
}
