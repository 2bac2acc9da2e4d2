package io.loanwright.web;

import java.util.List;
import java.util.stream.Collectors;

/** An order in which a list can be read. */
public interface ListOrder {

  /** Returns how a request names it; with {@code -} before it where the last comes first. */
  String text();

  /** Returns what requests call some orders. */
  static String words(List<? extends ListOrder> orders) {
    return orders.stream().map(ListOrder::text).collect(Collectors.joining(", "));
  }
}
