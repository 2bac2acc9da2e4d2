package io.loanwright.collection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contact to be logged; an amount is text, since only the loan knows its currency.
 *
 * @param on the day; null for the business date
 * @param promise what was promised; there where the result says so
 * @param next what is planned from now on; null leaves what was planned, unless that was due
 */
public record NewContact(
    @Nullable LocalDate on,
    Contact.Said said,
    @Nullable NewPromise promise,
    @Nullable NextAction next) {

  /** What was promised. */
  public record NewPromise(String amount, LocalDate dueOn) {}
}
