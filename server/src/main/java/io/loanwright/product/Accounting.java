package io.loanwright.product;

/** When interest of a loan becomes income; charges are income when they are paid. */
public enum Accounting {
  /** When it is paid. */
  CASH,
  /** Day by day as it arises, as long as the loan is performing. */
  ACCRUAL
}
