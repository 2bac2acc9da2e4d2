package io.loanwright.loan;

/** What people say of a loan beside its state, for each other: its money stays as it is. */
public enum LoanFlag {
  /** It is before a court, or with a lawyer. */
  LEGAL,
  /** The borrower says that it is not as the books say. */
  DISPUTED,
  /** The borrower has died. */
  DECEASED,
  /** An insurer was asked to pay what is owed. */
  INSURED,
  /** Somebody keeps an eye on it. */
  WATCH
}
