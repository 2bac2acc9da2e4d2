package io.loanwright.engine.terms;

/** Where money goes that is more than what is due. */
public enum AdvanceRule {
  /** To the next installment, then the one after it. */
  NEXT_INSTALLMENT,
  /** To the last installment, then the one before it: the loan gets shorter. */
  LAST_INSTALLMENT,
  /** To the next installment, and what is left from the last one backwards. */
  NEXT_LAST_INSTALLMENT,
  /** Evenly over all installments to come: each gets smaller. */
  REAMORTIZE
}
