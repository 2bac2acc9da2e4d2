package io.loanwright.document;

/** What a paper is good for. */
public enum DocumentKind {
  /** A national identity card. */
  NATIONAL_ID,
  /** A passport. */
  PASSPORT,
  /** A license to drive. */
  DRIVING_LICENSE,
  /** Where somebody lives: a bill, a lease. */
  PROOF_OF_ADDRESS,
  /** What somebody earns: a payslip, a statement of a bank. */
  PROOF_OF_INCOME,
  /** What somebody looks like. */
  PHOTO,
  /** What was agreed and signed. */
  CONTRACT,
  /** Anything else. */
  OTHER
}
