package io.loanwright.payment;

import io.loanwright.web.ListOrder;

/** The orders in which payments are listed; each has an index. */
public enum PaymentSort implements ListOrder {
  /** Taken last first. */
  TAKEN_DOWN("-id"),
  /** Taken first first. */
  TAKEN_UP("id"),
  /** Latest value date first. */
  ON_DOWN("-on"),
  /** Earliest value date first. */
  ON_UP("on"),
  /** Largest amount first. */
  AMOUNT_DOWN("-amount"),
  /** Smallest amount first. */
  AMOUNT_UP("amount");

  private final String text;

  PaymentSort(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
