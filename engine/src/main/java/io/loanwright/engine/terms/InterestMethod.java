package io.loanwright.engine.terms;

/** What interest is computed on. */
public enum InterestMethod {
  /** The principal that is still owed. */
  DECLINING_BALANCE,
  /** The principal that was lent, all through the term. */
  FLAT
}
