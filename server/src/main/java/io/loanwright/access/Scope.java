package io.loanwright.access;

/** On whose records a permission counts, widest first. */
public enum Scope {
  /** All records of the organization. */
  ORGANIZATION,
  /** Records of the caller's branch. */
  BRANCH,
  /** Records whose officer is the caller. */
  OWN,
  /** Records of the borrower whom the caller is. */
  SELF
}
