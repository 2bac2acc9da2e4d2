package io.loanwright.engine.explain;

/** A figure of a loan as a whole. */
public enum LoanFigure {
  /** The installment as it was worked out when the money went out. */
  INSTALLMENT,
  /** What pays the loan off on the day. */
  PAYOFF,
  /** What is past due on the day. */
  ARREARS,
  /** The nominal yearly rate by the actuarial method, fees included; percent. */
  APR,
  /** The rate of charge of the European Union; percent. */
  EFFECTIVE_RATE
}
