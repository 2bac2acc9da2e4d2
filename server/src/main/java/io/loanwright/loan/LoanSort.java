package io.loanwright.loan;

import java.util.Arrays;
import java.util.Optional;

/** The orders in which loans are listed; each has an index. */
public enum LoanSort {
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

  /** Returns how a request names the order. */
  public String text() {
    return text;
  }

  /** Returns the order that a request names. */
  public static Optional<LoanSort> of(String text) {
    return Arrays.stream(values()).filter(sort -> sort.text.equals(text)).findFirst();
  }
}
