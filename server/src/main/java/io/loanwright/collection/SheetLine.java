package io.loanwright.collection;

import io.loanwright.engine.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a collection sheet: what somebody should pay on a day.
 *
 * @param phone how to call; null where there is none, or for who does not see it
 * @param assignee the name of whose work it is; null if it is nobody's
 * @param due what is due on the day
 * @param pastDue what was due before
 */
public record SheetLine(
    String loanNumber,
    String borrowerName,
    @Nullable String phone,
    UUID branchId,
    @Nullable String assignee,
    Money due,
    Money pastDue) {

  /** Returns both together. */
  public Money total() {
    return due.plus(pastDue);
  }
}
