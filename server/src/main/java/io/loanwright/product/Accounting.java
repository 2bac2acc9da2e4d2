package io.loanwright.product;

/** When interest and charges of a loan become income. */
public enum Accounting {
  /** When they are paid. */
  CASH,
  /** When they are earned, whether paid or not. */
  ACCRUAL
}
