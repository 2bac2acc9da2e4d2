package io.loanwright.engine.explain;

/** A figure in the row of an installment. */
public enum InstallmentFigure {
  /** The principal that it asks for. */
  PRINCIPAL,
  /** The interest that it asks for. */
  INTEREST,
  /** The fees that it asks for. */
  FEES,
  /** The penalties that it asks for. */
  PENALTIES,
  /** All that it asks for. */
  DUE,
  /** What was paid of it. */
  PAID,
  /** What is still owed of it. */
  OUTSTANDING,
  /** The principal that remains once it is paid. */
  BALANCE
}
