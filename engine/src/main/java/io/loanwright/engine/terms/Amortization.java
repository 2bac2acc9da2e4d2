package io.loanwright.engine.terms;

/** In which way the principal comes back. */
public enum Amortization {
  /** Every installment is the same; its interest falls and its principal rises (annuity). */
  EQUAL_INSTALLMENTS,
  /** Every installment repays the same principal; interest comes on top and falls. */
  EQUAL_PRINCIPAL,
  /** Every installment is interest; the last one repays the principal. */
  INTEREST_ONLY,
  /** One installment at the end of the term, principal and simple interest. */
  BULLET
}
