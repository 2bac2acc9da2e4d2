package io.loanwright.web;

/** An order in which a list can be read. */
public interface ListOrder {

  /** Returns how a request names it; with {@code -} before it where the last comes first. */
  String text();
}
