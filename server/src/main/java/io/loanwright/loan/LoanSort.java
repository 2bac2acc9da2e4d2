package io.loanwright.loan;

import io.loanwright.web.ListOrder;

/** The orders in which loans are listed; each has an index. */
public enum LoanSort implements ListOrder {
  /** Newest first. */
  NUMBER_DOWN("-number"),
  /** Oldest first. */
  NUMBER_UP("number"),
  /** Largest principal asked for first. */
  PRINCIPAL_DOWN("-principal"),
  /** Smallest principal asked for first. */
  PRINCIPAL_UP("principal"),
  /** Last applied for first. */
  APPLIED_DOWN("-appliedOn"),
  /** First applied for first. */
  APPLIED_UP("appliedOn"),
  /** Last paid out first, after those that are not. */
  DISBURSED_DOWN("-disbursedOn"),
  /** First paid out first, those not paid out last. */
  DISBURSED_UP("disbursedOn"),
  /** Most outstanding first. */
  OUTSTANDING_DOWN("-outstanding"),
  /** Least outstanding first. */
  OUTSTANDING_UP("outstanding"),
  /** Longest past due first, those with nothing unpaid last. */
  DAYS_PAST_DUE_DOWN("-daysPastDue");

  private final String text;

  LoanSort(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
