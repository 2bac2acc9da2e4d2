package io.loanwright.engine.terms;

/** Which of the four parts of an installment a charge belongs to. */
public enum ChargeKind {
  /** For a service. */
  FEE,
  /** For being late. */
  PENALTY
}
