package io.loanwright.borrower;

import java.util.Arrays;
import java.util.Optional;

/** The orders in which borrowers are listed; each has an index. */
public enum BorrowerSort {
  /** By name. */
  NAME_UP("name"),
  /** By name, last first. */
  NAME_DOWN("-name"),
  /** Oldest first: numbers are given one after another. */
  NUMBER_UP("number"),
  /** Newest first. */
  NUMBER_DOWN("-number"),
  /** Oldest first. */
  CREATED_UP("createdAt"),
  /** Newest first. */
  CREATED_DOWN("-createdAt"),
  /** Most like what is searched for first. */
  BEST_MATCH("bestMatch");

  private final String text;

  BorrowerSort(String text) {
    this.text = text;
  }

  /** Returns how a request names the order. */
  public String text() {
    return text;
  }

  /** Returns the order that a request names. */
  public static Optional<BorrowerSort> of(String text) {
    return Arrays.stream(values()).filter(sort -> sort.text.equals(text)).findFirst();
  }
}
