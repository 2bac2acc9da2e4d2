package io.loanwright.engine.terms;

/** How long money that goes out later has until it is repaid. */
public enum TrancheTerm {
  /** It joins the installments that are left. */
  REMAINING,
  /** It gets as many installments as the first money had; the loan ends later. */
  WHOLE
}
