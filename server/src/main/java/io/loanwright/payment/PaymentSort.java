package io.loanwright.payment;

import java.util.Arrays;
import java.util.Optional;

/** The orders in which payments are listed; each has an index. */
public enum PaymentSort {
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

  /** Returns how a request names the order. */
  public String text() {
    return text;
  }

  /** Returns the order that a request names. */
  public static Optional<PaymentSort> of(String text) {
    return Arrays.stream(values()).filter(sort -> sort.text.equals(text)).findFirst();
  }
}
