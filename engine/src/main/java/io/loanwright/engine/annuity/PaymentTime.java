package io.loanwright.engine.annuity;

/** When in its period a level payment is made. */
public enum PaymentTime {
  /** At the end; type 0 of spreadsheets. */
  IN_ARREARS,
  /** At the beginning; type 1 of spreadsheets, "annuity due". */
  IN_ADVANCE
}
