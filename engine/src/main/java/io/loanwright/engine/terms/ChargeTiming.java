package io.loanwright.engine.terms;

/** When a charge is due. */
public enum ChargeTiming {
  /** When the money goes out; collected or deducted there, not part of an installment. */
  DISBURSEMENT,
  /** With each installment. */
  EACH_INSTALLMENT,
  /** On a date of its own; it is added to the installment whose period holds the date. */
  DATE
}
