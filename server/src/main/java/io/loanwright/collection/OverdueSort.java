package io.loanwright.collection;

import io.loanwright.web.ListOrder;

/** The orders of the list of loans past due; each has an index. */
public enum OverdueSort implements ListOrder {
  /** Longest past due first. */
  DAYS_PAST_DUE_DOWN("-daysPastDue"),
  /** Shortest past due first. */
  DAYS_PAST_DUE_UP("daysPastDue"),
  /** Most outstanding first. */
  OUTSTANDING_DOWN("-outstanding"),
  /** Least outstanding first. */
  OUTSTANDING_UP("outstanding");

  private final String text;

  OverdueSort(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
