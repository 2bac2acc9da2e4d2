package io.loanwright.engine.terms;

/** What a charge is computed from. */
public enum ChargeBasis {
  /** An amount in major units. */
  FIXED,
  /** Percent of the principal: of the installment's, or of what is paid out. */
  PERCENT_OF_PRINCIPAL,
  /** Percent of the interest: of the installment's, or of the whole schedule's. */
  PERCENT_OF_INTEREST,
  /** Percent of principal and interest together. */
  PERCENT_OF_PRINCIPAL_AND_INTEREST
}
