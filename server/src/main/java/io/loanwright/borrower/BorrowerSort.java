package io.loanwright.borrower;

import io.loanwright.web.ListOrder;
import java.util.List;

/** The orders in which borrowers are listed; each has an index. */
public enum BorrowerSort implements ListOrder {
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

  /** The orders of a list that is searched. */
  public static final List<BorrowerSort> OF_A_SEARCH = List.of(values());

  /** The orders of a list that is not searched. */
  public static final List<BorrowerSort> OF_EVERYTHING =
      OF_A_SEARCH.stream().filter(sort -> sort != BEST_MATCH).toList();

  private final String text;

  BorrowerSort(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
