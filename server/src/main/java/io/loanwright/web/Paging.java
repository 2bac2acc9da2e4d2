package io.loanwright.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query parameters with which a client reads a sorted list page by page. */
public record Paging(@Nullable Integer limit, @Nullable String cursor, @Nullable String sort) {

  /** The keys of a cursor: the name of the order, the value that is sorted by, the id. */
  private static final int KEYS = 3;

  /**
   * Returns the part of the list that is asked for.
   *
   * @param orders the orders that a client may ask for
   * @param usual the order of who asks for none
   * @throws ProblemException 400 for an order that there is not, a cursor of another list or order,
   *     or a limit out of range
   */
  public <O extends ListOrder> ListWindow<O> of(List<O> orders, O usual) {
    O order = sort == null || sort.isBlank() ? usual : named(orders, sort);
    Cursor after = Cursor.parse(cursor, KEYS);
    if (after != null) {
      after.requireOrder(order.text());
    }
    return new ListWindow<>(order, after, Page.limit(limit));
  }

  private static <O extends ListOrder> O named(List<O> orders, String name) {
    return orders.stream()
        .filter(order -> order.text().equals(name))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.invalid("sort", "must be one of " + ListOrder.words(orders)));
  }
}
