package io.loanwright.engine.replay;

import java.time.LocalDate;

/**
 * How a loan came to owe nothing.
 *
 * @param on the value date of the event that closed it
 * @param lastDueOn the last due date of its schedule
 */
public record Closure(LocalDate on, LocalDate lastDueOn) {

  /** Tells whether the loan was paid off before its last installment fell due. */
  public boolean early() {
    return on.isBefore(lastDueOn);
  }
}
